/**
 * The database server itself is away, killed, and back, on the same port: the portal says so in plain words, goes
 * on by itself, and what was committed is still there.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../server/front-setup.ts';
import { ensureSite } from '../setup/site.ts';
import { fillCounty } from './busy-county.ts';
import { isWriting, lookAt } from './kill.ts';
import { type OwnCluster, ownCluster } from './own-cluster.ts';
import { writePack } from './pack-folder.ts';
import {
  type Env,
  freePort,
  type Running,
  runPortal,
  secretsOf,
  startPortal,
  workFolder,
} from './portal-command.ts';
import { expectWholeReleases, releasesIn } from './published-state.ts';

const MONTHS = 3;

let work: Awaited<ReturnType<typeof workFolder>>;
let cluster: OwnCluster;
let env: Env;
const running: Running[] = [];

beforeAll(async () => {
  await ensureSite();
  work = await workFolder();
  cluster = await ownCluster(path.join(work.folder, 'cluster'));
  env = { ...cluster.env, JURISDICTION: await writePack(path.join(work.folder, 'pack')) };
  const importer = new pg.Client({ connectionString: cluster.env['IMPORT_DATABASE_URL'] });
  await importer.connect();
  await fillCounty(importer, 2_000, MONTHS);
  await importer.end();
});
afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  await cluster.stop();
  await work.remove();
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error('it did not come to pass');
}

/** Plain words, with nothing of a program or of where the database is. */
function expectPlain(said: string): void {
  for (const secret of secretsOf(env)) expect(said).not.toContain(secret);
  expect(said).not.toMatch(/postgresql:|majibu_web|\n\s+at |Error:/);
}

describe('a server that is killed while a release is cut', () => {
  it('loses nothing that was committed: the command says so, and the next run completes it', async () => {
    expect(await runPortal(['publish'], env, work.folder)).toMatchObject({ code: 0 });
    const before = await lookAt(cluster.superuserUrl('published'));
    before.on('error', () => undefined);
    const release = startPortal(['release'], env, work.folder);
    await until(async () => (await releasesIn(before)) >= 1 && (await isWriting(before)));
    await cluster.kill();
    const { code, printed } = await release.ended;
    expect(code).toBe(1);
    expect(printed).toMatch(/database/i);
    expectPlain(printed);
    await cluster.start();
    const after = await lookAt(cluster.superuserUrl('published'));
    const kept = await releasesIn(after);
    expect(kept).toBeGreaterThanOrEqual(1);
    expect(kept).toBeLessThan(MONTHS + 2);
    await expectWholeReleases(after);
    expect(await runPortal(['release'], env, work.folder)).toMatchObject({ code: 0 });
    expect(await releasesIn(after)).toBe(MONTHS + 2);
    await expectWholeReleases(after);
    await after.end();
  });
});

describe('a portal whose database server', () => {
  let port: number;
  let web: Running;
  let publisher: Running;
  const status = async (target: string) => (await ask(port, target)).status;

  it('is down at its start stays up, says so, and is ready when the server is there', async () => {
    await cluster.stop();
    port = await freePort();
    const only = { DATABASE_URL: env['DATABASE_URL'] ?? '', JURISDICTION: env['JURISDICTION'] ?? '' };
    web = startPortal(['serve'], { ...only, PORT: String(port) }, work.folder);
    running.push(web);
    await until(() => web.printed().includes('The portal is not ready'));
    const [alive, ready, page, swahili, data] = await Promise.all(
      ['/healthz', '/readyz', '/', '/sw/areas', '/api/v1/areas'].map((target) => ask(port, target)),
    );
    expect([alive, ready, page, swahili, data].map((answer) => answer?.status)).toEqual([
      200, 503, 503, 503, 503,
    ]);
    for (const answer of [page, swahili, data])
      expect(Number(answer?.headers['retry-after'])).toBeGreaterThan(0);
    expect(page?.text).toContain('We cannot reach the reports right now');
    expect(swahili?.text).toContain('<html lang="sw">');
    expect(JSON.parse(data?.text ?? '')).toMatchObject({ status: 503 });
    for (const answer of [ready, page, swahili, data]) expectPlain(answer?.text ?? '');
    await cluster.start();
    await until(() => web.printed().includes('The portal is ready.'));
    expect([await status('/readyz'), await status('/')]).toEqual([200, 200]);
  });

  it('freezes says so, serves what it has kept, and goes on when it does', async () => {
    const kept = (await ask(port, '/areas')).text;
    const goOn = await cluster.freeze();
    try {
      await until(async () => (await status('/readyz')) === 503);
      expect((await ask(port, '/areas')).text).toBe(kept);
      expect(await status('/healthz')).toBe(200);
    } finally {
      goOn();
    }
    await until(async () => (await status('/readyz')) === 200);
    expect(await status('/releases')).toBe(200);
  });

  it('is killed serves what it has kept, refuses the rest, and lives', async () => {
    publisher = startPortal(['publish', '--watch'], env, work.folder);
    running.push(publisher);
    await until(() => publisher.printed().includes('Publishing until stopped'));
    const kept = (await ask(port, '/areas')).text;
    await cluster.kill();
    await until(async () => (await status('/readyz')) === 503);
    expect((await ask(port, '/areas')).text).toBe(kept);
    const asked = [
      '/services/light',
      '/requests?status=open',
      '/api/v1/requests?limit=3',
      '/data/requests.csv',
      '/i/000-000-0000',
    ];
    for (const target of asked) {
      const answer = await ask(port, target);
      expect([target, answer.status]).toEqual([target, 503]);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expectPlain(answer.text);
    }
    await until(() => publisher.printed().includes('Publishing has paused.'));
    expect([web.child.exitCode, publisher.child.exitCode]).toEqual([null, null]);
  });

  it('is back serves and publishes again without being asked to', async () => {
    await cluster.start();
    await until(async () => (await status('/readyz')) === 200);
    for (const target of [
      '/services/light',
      '/requests?status=open',
      '/api/v1/requests?limit=3',
      '/data/requests.csv',
    ])
      expect([target, await status(target)]).toEqual([target, 200]);
    expect(await status('/i/000-000-0000')).toBe(404);
    await until(() => publisher.printed().includes('Publishing goes on.'));
    for (const { child, ended } of [web, publisher]) {
      child.kill('SIGTERM');
      expect((await ended).code).toBe(0);
    }
    expectPlain(web.printed());
    expectPlain(publisher.printed());
  });
});
