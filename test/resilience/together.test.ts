/** Several at once: two publishers never write together, and who reads while releases are cut sees one release. */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPublisher } from '../../db/connect.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { PublisherBusyError, publisherTransaction } from '../../db/publish/publisher-transaction.ts';
import { ask } from '../server/front-setup.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { addRequests, FIRST_DAY } from './busy-county.ts';
import { count, lookAt } from './kill.ts';
import { writePack } from './pack-folder.ts';
import { addressesOf, type Env, runPortal, startPortal, workFolder } from './portal-command.ts';
import { expectWholeReleases, releasesIn } from './published-state.ts';

const REQUESTS = 3_000;
const MONTHS = 5;
/** a release per month of the past, and the newest */
const RELEASES = MONTHS + 2;
const HOLDS_LOCK = `select count(*) from pg_locks l join pg_database d on d.oid = l.database
  where l.locktype = 'advisory' and l.granted and d.datname = current_database()`;

let work: Awaited<ReturnType<typeof workFolder>>;
let portal: TestPortal;
let published: pg.Client;
let env: Env;

beforeAll(async () => {
  work = await workFolder();
  const folder = await writePack(path.join(work.folder, 'pack'));
  portal = await openTestPortal(await loadPack(folder));
  const importer = new pg.Client({ connectionString: portal.databases.urls.importer });
  await importer.connect();
  await addRequests(importer, 0, REQUESTS, `${FIRST_DAY}T00:00:00Z`, MONTHS * 30);
  await importer.end();
  published = await lookAt(portal.databases.superuser.published);
  env = { ...addressesOf(portal.databases), JURISDICTION: folder };
});
afterAll(async () => {
  await published.end();
  await portal.stop();
  await work.remove();
});

describe('two publishers at once', () => {
  it('wait for each other a moment, and no longer', async () => {
    const { pool, close } = connectPublisher(portal.databases.urls.publisher);
    let release = () => {};
    const held = publisherTransaction(
      pool,
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    while ((await count(published, HOLDS_LOCK)) === 0) await sleep(10);
    const refused = publisherTransaction(pool, async () => 'done', { wait_ms: 100 });
    await expect(refused).rejects.toThrow(PublisherBusyError);
    const waited = publisherTransaction(pool, async () => 'done');
    release();
    await held;
    expect(await waited).toBe('done');
    await close();
  });

  it('publish every status once', async () => {
    const both = await Promise.all([1, 2].map(() => runPortal(['publish'], env, work.folder)));
    for (const ended of both) expect(ended, ended.printed).toMatchObject({ code: 0 });
    expect(await count(published, 'select count(*) from published.request_live')).toBe(REQUESTS);
  });
});

describe('while the releases of a past are cut by two, and a third publishes', () => {
  let web: WebProcess;
  const seen: { readonly kind: string; readonly release: number; readonly requests: number }[] = [];
  const files: { readonly release: number; readonly requests: number }[] = [];
  const problems: string[] = [];

  /** What an answer says, where it is an answer: the release it is from and the number of requests in it. */
  async function look(port: number): Promise<void> {
    const [page, data, file] = await Promise.all(
      ['/requests', '/api/v1/requests?limit=1', '/data/requests.csv'].map((target) => ask(port, target)),
    );
    for (const answer of [page, data, file])
      if (answer?.status !== 200) problems.push(`${answer?.status} ${answer?.text.slice(0, 200)}`);
    const releases = new Set(
      [...(page?.text ?? '').matchAll(/"\/data\/(\d+)\/requests\./g)].map((m) => m[1]),
    );
    const total = /<p class="lead">[^<\d]*([\d,]+)/.exec(page?.text ?? '')?.[1] ?? '';
    if (releases.size !== 1) problems.push(`a page of ${releases.size} releases`);
    seen.push({
      kind: 'page',
      release: Number([...releases][0]),
      requests: Number(total.replaceAll(',', '')),
    });
    const list = JSON.parse(data?.text ?? '{}');
    seen.push({ kind: 'api', release: list.release, requests: list.total });
    const name = String(file?.headers['content-disposition']);
    const release = Number(/small-requests-release-(\d+)\.csv/.exec(name)?.[1]);
    files.push({ release, requests: (file?.text ?? '').split('\n').length - 2 });
  }

  beforeAll(async () => {
    const first = new Date(`2023-02-01T09:00:00+03:00`);
    await portal.publishReleases(first);
    expect(await releasesIn(published)).toBe(1);
    // As if that run had been stopped after the first of a past.
    await published.query('update published.release set published_at = now()');
    web = await portal.serve();
    const port = Number(new URL(web.url).port);
    const cutting = [1, 2].map(() => startPortal(['release'], env, work.folder));
    const watching = startPortal(['publish', '--watch'], env, work.folder);
    let over = false;
    const looking = (async () => {
      while (!over) {
        await look(port);
        await sleep(20);
      }
    })();
    for (const { ended, printed } of cutting) expect(await ended, printed()).toMatchObject({ code: 0 });
    for (let i = 0; i < 400 && (await releasesIn(published)) < RELEASES; i++) await sleep(50);
    await sleep(1_500);
    over = true;
    await looking;
    watching.child.kill('SIGTERM');
    expect((await watching.ended).code).toBe(0);
  }, 120_000);

  it('each release is cut once, and whole', async () => {
    expect(await releasesIn(published)).toBe(RELEASES);
    await expectWholeReleases(published);
  });

  it('every page, answer and file is of one release, and says as much as that release holds', async () => {
    const { rows } = await published.query('select release, requests from published.release');
    const held = new Map<number, number>(rows.map((row) => [row.release, row.requests]));
    expect(problems).toEqual([]);
    for (const kind of ['page', 'api']) {
      const of = seen.filter((one) => one.kind === kind);
      expect(of.filter(({ release, requests }) => held.get(release) !== requests)).toEqual([]);
      expect(of.at(-1)?.release).toBe(RELEASES);
      expect(new Set(of.map(({ release }) => release)).size).toBeGreaterThan(2);
    }
    expect(files.filter(({ release, requests }) => held.get(release) !== requests)).toEqual([]);
    expect(new Set(files.map(({ release }) => release)).size).toBeGreaterThan(2);
  });

  it('the web process has nothing to complain of', () => {
    expect(web.printed()).not.toMatch(/failed|Error/);
  });
});
