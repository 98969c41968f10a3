/**
 * The portal as it runs in production, with a status page in every state: what the browser tests of status pages open.
 *
 * Out:    the code of each state by its name, and of what leads nowhere: withdrawn, unknown, mistyped, malformed
 */
import path from 'node:path';
import { projectRoot } from '../../db/config.ts';
import { createTestDatabases } from './databases.ts';
import { codeOf, LONGEST, seedEveryState } from './every-state.ts';
import { startWeb } from './portal-process.ts';
import { seedPublished } from './published-fixture.ts';
import { ensureSite } from './site.ts';

export interface EveryStatePortal {
  readonly url: string;
  readonly codes: Readonly<Record<string, string>>;
  /** names of all pages, in both languages: ['en: disputed', '/i/…'], … */
  readonly pages: readonly (readonly [name: string, path: string])[];
  stop(): Promise<void>;
}

export async function openEveryState(): Promise<EveryStatePortal> {
  await ensureSite();
  const databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  const unknown = codeOf(10_000);
  const codes: Record<string, string> = {
    ...(await seedEveryState(databases.urls.publisher, new Date(), { 'the longest': LONGEST })),
    unknown,
    mistyped: unknown.slice(0, -1) + (unknown.endsWith('7') ? '8' : '7'),
    malformed: unknown.slice(0, 7),
  };
  const web = await startWeb({
    DATABASE_URL: databases.urls.web,
    JURISDICTION: path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'),
  });
  const inLanguage = (lang: string, prefix: string) =>
    Object.entries(codes).map(([name, code]) => [`${lang}: ${name}`, `${prefix}/i/${code}`] as const);
  return {
    url: web.url,
    codes,
    pages: [...inLanguage('en', ''), ...inLanguage('sw', '/sw')],
    async stop() {
      await web.stop();
      await databases.drop();
    },
  };
}
