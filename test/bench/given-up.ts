/**
 * Downloads that are given up: a thousand, in every format and way to ask, at any moment; then the web process is killed
 * in the middle of others. What is left behind: COPYs that run on, connections, open files, files on the disk.
 *
 * In:     a portal that serves a large release, its web process, the web role's address
 * Out:    bars, each of which is nothing or what there was before
 */
import { readdir } from 'node:fs/promises';
import { request as ask, get } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { formats } from '../../api/formats/registry.ts';
import type { Wide } from './csv.ts';
import { openFiles } from './memory.ts';
import type { Reports } from './reports.ts';

const MANY = 1000;
const AT_ONCE = 10;
/** of the web role, by `connectWeb` */
const POOL = 10;

export async function givenUp(wide: Wide, { say, bar }: Reports): Promise<void> {
  const before = await openFiles(wide.web_pid);
  const random = generator();
  for (let n = 0; n < MANY; n += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, () => giveUp(wide.origin, random)));
  await settled(wide);
  const after = await openFiles(wide.web_pid);
  const left = await leftOf(wide);
  say(
    `      ${MANY} given up: open files ${before.all} before, ${after.all} after; ${left.connections} connections of the web role`,
  );
  bar('COPYs that run on', left.copies, 'at most', 0);
  bar('connections of the web role', left.connections, 'at most', POOL);
  bar('files without a name that are held', after.nameless, 'at most', before.nameless);
  bar('files left on the disk', left.files, 'at most', 0);
  // Connections of the pool and of clients that are kept alive come and go.
  bar('open files more than before', after.all - before.all, 'at most', POOL);
}

/** The supervisor brings up another; the database ends what the dead one had begun. */
export async function killedInTheMiddle(wide: Wide, { bar }: Reports): Promise<void> {
  const broken = ['csv', 'ndjson', 'parquet'].map(
    (format) =>
      new Promise<boolean>((resolve) => {
        const request = get(`${wide.origin}/data/requests.${format}`, (answer) => {
          answer.on('error', () => resolve(true)).on('end', () => resolve(false));
          answer.resume();
        });
        request.on('error', () => resolve(true));
      }),
  );
  await sleep(300);
  process.kill(wide.web_pid, 'SIGKILL');
  const whole = (await Promise.all(broken)).filter((is) => !is).length;
  await settled(wide);
  const left = await leftOf(wide);
  bar('downloads that looked whole when the web process was killed', whole, 'at most', 0);
  bar('COPYs that run on after it was killed', left.copies, 'at most', 0);
  bar('files left on the disk after it was killed', left.files, 'at most', 0);
}

function giveUp(origin: string, random: () => number): Promise<void> {
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const format = pick(formats.filter(({ id }) => id !== 'geojson'))?.id ?? 'csv';
  const query = random() < 0.2 ? '?status=open' : format === 'csv' && random() < 0.2 ? '?bom=true' : '';
  const method = random() < 0.1 ? 'HEAD' : 'GET';
  const headers = {
    ...(random() < 0.2 && { range: 'bytes=1000-2000000' }),
    ...(random() < 0.2 && { 'accept-encoding': 'gzip' }),
  };
  const after_ms = random() ** 2 * 400;
  const most_bytes = random() ** 3 * 3e7;
  return new Promise((resolve) => {
    const request = ask(
      `${origin}/data/requests.${format}${query}`,
      { method, headers, agent: false },
      (answer) => {
        let bytes = 0;
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > most_bytes) request.destroy();
        });
        answer.on('error', () => undefined);
      },
    );
    const timer = setTimeout(() => request.destroy(), after_ms);
    request.on('error', () => undefined);
    request.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
    request.end();
  });
}

async function settled(wide: Wide): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await sleep(200);
    if ((await leftOf(wide)).copies === 0 && (await answers(wide.origin))) return;
  }
}

const answers = (origin: string) =>
  fetch(`${origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

async function leftOf({ web_url }: Wide) {
  const client = new pg.Client({ connectionString: web_url });
  await client.connect();
  const { rows } = await client.query<{ copies: number; connections: number }>(
    `select count(*) filter (where query ilike '%copy (%' and state <> 'idle')::int as copies, count(*)::int as connections
       from pg_stat_activity where application_name = 'majibu web' and pid <> pg_backend_pid()`,
  );
  await client.end();
  const files = (await readdir(tmpdir())).filter((name) => name.startsWith('majibu-made-')).length;
  return { copies: rows[0]?.copies ?? 0, connections: rows[0]?.connections ?? 0, files };
}

/** Mulberry32: the same on every run. */
function generator(): () => number {
  let state = 20261123;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
