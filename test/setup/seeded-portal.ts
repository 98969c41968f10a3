/** The portal as it runs in production, over the small published database of `published-fixture.ts`. */
import path from 'node:path';
import { projectRoot } from '../../db/config.ts';
import { createTestDatabases } from './databases.ts';
import { startWeb, type WebProcess } from './portal-process.ts';
import { seedPublished } from './published-fixture.ts';
import { ensureSite } from './site.ts';

export interface SeededPortal extends Pick<WebProcess, 'url' | 'printed'> {
  stop(): Promise<void>;
}

export async function openSeededPortal(): Promise<SeededPortal> {
  await ensureSite();
  const databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  const web = await startWeb({
    DATABASE_URL: databases.urls.web,
    JURISDICTION: path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'),
  });
  return {
    url: web.url,
    printed: web.printed,
    async stop() {
      await web.stop();
      await databases.drop();
    },
  };
}
