/**
 * A portal as it runs in production: its web process is a child with the web role's address and the reporter's, and no other, and
 * everything it prints is kept.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { manifestFiles } from '../../api/datasets/manifest.ts';
import { projectRoot } from '../../db/config.ts';
import { connectImporter, connectPublisher, connectTriageReader } from '../../db/connect.ts';
import { importPack } from '../../db/import/pack.ts';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { silent } from '../../db/progress.ts';
import { publishLive } from '../../db/publish/live.ts';
import { publishReleases, type ReleaseReport } from '../../db/publish/release.ts';
import { createTestDatabases, type TestDatabases } from './databases.ts';
import { ensureSite } from './site.ts';

export interface TestPortal {
  readonly databases: TestDatabases;
  readonly pack: Pack;
  publishLive(now: Date): Promise<void>;
  publishReleases(now: Date): Promise<ReleaseReport[]>;
  /** starts the web process and resolves when it is ready */
  serve(env?: Readonly<Record<string, string>>): Promise<WebProcess>;
  stop(): Promise<void>;
}

export interface WebProcess {
  /** without a slash at the end */
  readonly url: string;
  readonly child: ChildProcess;
  /** everything it has printed so far, on both channels */
  printed(): string;
  stop(): Promise<void>;
}

export async function openTestPortal(pack: Pack): Promise<TestPortal> {
  await ensureSite();
  const databases = await createTestDatabases();
  const importer = connectImporter(databases.urls.importer);
  await importPack(importer, pack);
  await importer.close();
  const triage = connectTriageReader(databases.urls.triage_reader);
  const publisher = connectPublisher(databases.urls.publisher);
  const running: WebProcess[] = [];
  const job = (now: Date) => ({ triage, publisher, pack, now, progress: silent, manifestFiles });
  return {
    databases,
    pack,
    publishLive: async (now) => void (await publishLive(job(now))),
    publishReleases: (now) => publishReleases(job(now)),
    async serve(env = {}) {
      const web = await startWeb({
        DATABASE_URL: databases.urls.web,
        REPORTER_DATABASE_URL: databases.urls.reporter,
        JURISDICTION: pack.folder,
        ...env,
      });
      running.push(web);
      return web;
    },
    async stop() {
      await Promise.all(running.map((web) => web.stop()));
      await Promise.all([triage.close(), publisher.close()]);
      await databases.drop();
    },
  };
}

/**
 * `env` is all that the process gets, beside PATH; `root`: the folder of the program, where it is another; `published`
 * false: nothing is, so it need only listen.
 */
export async function startWeb(
  env: Readonly<Record<string, string>>,
  root: string = projectRoot,
  { published = true } = {},
): Promise<WebProcess> {
  const child = spawn(process.execPath, [path.join(root, 'src/server/portal.ts'), 'serve'], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk;
  });
  const port = await new Promise<number>((resolve, reject) => {
    let found: number | undefined;
    let ready = false;
    child.on('message', (message: { kind: string; port?: number; reason?: string | null }) => {
      if (message.kind === 'listening') found = message.port;
      if (message.kind === 'ready') ready = message.reason === null;
      if (found !== undefined && (ready || !published)) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the web process ended with code ${code}:\n${printed}`)));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    printed: () => printed,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
