import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal, type PortalService } from '../../../api/create-portal.ts';
import { requests } from '../../../api/datasets/requests.ts';
import { formatsOf } from '../../../api/formats/registry.ts';
import { connectPublisher, connectWeb, type PublishedReader } from '../../../db/connect.ts';
import { widen } from '../../bench/widen.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { seedPublished } from '../../setup/published-fixture.ts';
import { jurisdiction, NOW, PUBLIC_URL } from '../portal.ts';

/** Enough that no file of it fits into the buffers on the way. */
const ROWS = 10_000;
const TIMES = 100;
const POOL = 4;

let databases: TestDatabases;
let reader: PublishedReader;
let portal: PortalService;
const failures: unknown[] = [];
/** Of this test alone. */
let folder: string;
const shared = process.env['TMPDIR'];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'majibu-test-'));
  process.env['TMPDIR'] = folder;
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  const publisher = connectPublisher(databases.urls.publisher);
  await widen(publisher, ROWS);
  await publisher.close();
  reader = connectWeb(databases.urls.web, POOL);
  portal = await createPortal({
    reader,
    jurisdiction,
    public_url: PUBLIC_URL,
    now: () => NOW,
    failed: (error) => failures.push(error),
  });
});
afterAll(async () => {
  await portal.close();
  await databases.drop();
  await rm(folder, { recursive: true });
  if (shared === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = shared;
});

const ids = formatsOf(requests).map(({ id }) => id);
const asked: readonly [path: string, init: RequestInit][] = [
  ...ids.map((id): [string, RequestInit] => [`/data/requests.${id}`, {}]),
  ...ids.map((id): [string, RequestInit] => [`/data/2/requests.${id}`, { headers: { range: 'bytes=100-' } }]),
  ...ids.map((id): [string, RequestInit] => [`/data/requests.${id}?status=closed`, {}]),
  ['/data/requests.csv?bom=true', {}],
  ['/data/requests.parquet', { method: 'HEAD' }],
  ['/data/requests.xlsx', { method: 'HEAD' }],
  ['/data/requests/changes.csv?since=1', {}],
];

describe.each(asked)('%s %o', (address, init) => {
  it('leaves nothing behind when it is given up, a hundred times over, at any point', async () => {
    const before = await namelessFiles();
    for (let n = 0; n < TIMES; n += POOL)
      await Promise.all(Array.from({ length: POOL }, (_, i) => giveUp(address, init, n + i)));
    await eventually(async () => expect(await left()).toEqual({ lent: 0, waiting: 0, copies: 0, named: 0 }));
    // One at most that was made whole before it was given up, and is kept for whoever asks next.
    await eventually(async () => expect((await namelessFiles()) - before).toBeLessThanOrEqual(1));
    // That a reader went away is no fault, and nothing to tell the operator.
    expect(failures).toEqual([]);
  });
});

it('can still be asked for anything, whole', async () => {
  for (const id of ids) {
    const { download } = await portal.forRequest();
    const answer = await download(new Request(`${PUBLIC_URL}/data/requests.${id}`));
    expect([id, answer.status]).toEqual([id, 200]);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100_000);
  }
});

/** Before it is answered, at its first bytes, further on, by the signal or by whoever reads. */
async function giveUp(address: string, init: RequestInit, n: number): Promise<void> {
  const abort = new AbortController();
  const { download } = await portal.forRequest();
  const answer = download(new Request(PUBLIC_URL + address, { ...init, signal: abort.signal })).catch(
    () => null,
  );
  if (n % 5 === 0) {
    await sleep(n / 3);
    abort.abort();
  }
  const body = (await answer)?.body?.getReader();
  for (let chunks = 0; body && chunks < n % 4; chunks += 1)
    if ((await body.read().catch(() => ({ done: true }))).done) return;
  if (n % 2 === 0) abort.abort();
  await body?.cancel().catch(() => undefined);
  abort.abort();
}

async function left() {
  const { rows } = await reader.pool.query<{ copies: number }>(
    `select count(*)::int as copies from pg_stat_activity
      where datname = current_database() and state <> 'idle' and query ilike 'copy (%'`,
  );
  return {
    lent: reader.pool.totalCount - reader.pool.idleCount,
    waiting: reader.pool.waitingCount,
    copies: rows[0]?.copies ?? 0,
    named: (await readdir(folder)).length,
  };
}

async function namelessFiles(): Promise<number> {
  const open = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  );
  return open.filter((target) => target.includes('/majibu-made-')).length;
}

async function eventually(holds: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await holds().then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(50);
  }
  await holds();
}
