/**
 * Downloads of a wide release: what Parquet and workbooks cost, whether pages stay quick beside twenty downloads, and
 * whether a thousand that are given up leave a connection behind.
 *
 * In:     a portal that serves a release with many rows, and the web role's address
 * Out:    lines and bars
 */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { measureRate } from './load.ts';

export interface Reports {
  readonly say: (line: string) => void;
  readonly bar: (what: string, value: number, unit: 'ratio' | 's' | 'ms' | 'at most', target: number) => void;
}

const AT_ONCE = 20;
const GIVEN_UP = 1000;

export async function downloads(origin: string, web: string, rows: number, reports: Reports): Promise<void> {
  await heavyFormats(origin, rows, reports);
  await besidePages(origin, reports);
  await givenUp(origin, web, reports);
}

async function heavyFormats(origin: string, rows: number, { say }: Reports): Promise<void> {
  for (const format of ['parquet', 'xlsx'])
    for (const what of ['made', 'kept']) {
      const started = performance.now();
      const bytes = await readAll(`${origin}/data/requests.${format}`);
      const seconds = (performance.now() - started) / 1000;
      say(
        `      ${format}, ${what}: ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds).toLocaleString('en')} rows/s`,
      );
    }
}

/** Downloads are read as slowly as a phone reads them: 5 MB a second each. */
async function besidePages(origin: string, { say, bar }: Reports): Promise<void> {
  const idle = await measureRate(origin, ['/', '/requests', '/areas'], 5);
  const stop = new AbortController();
  const readers = Array.from({ length: AT_ONCE }, async (_, i) => {
    const format = ['csv', 'ndjson', 'parquet', 'xlsx'][i % 4];
    while (!stop.signal.aborted) await readAll(`${origin}/data/requests.${format}`, stop.signal, 5_000_000);
  });
  await sleep(2000);
  const busy = await measureRate(origin, ['/', '/requests', '/areas'], 5);
  stop.abort();
  await Promise.allSettled(readers);
  say(
    `      pages: p99 ${idle.p99_ms.toFixed(1)} ms idle, ${busy.p99_ms.toFixed(1)} ms beside ${AT_ONCE} downloads`,
  );
  bar('p99 of pages beside twenty downloads, to idle', busy.p99_ms / idle.p99_ms, 'at most', 2);
}

async function givenUp(origin: string, web: string, { bar }: Reports): Promise<void> {
  const { hostname, port } = new URL(origin);
  for (let n = 0; n < GIVEN_UP; n += 10)
    await Promise.all(
      Array.from({ length: 10 }, async (_, i) => {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => undefined);
        const format = ['csv', 'ndjson', 'parquet', 'json'][i % 4];
        socket.write(`GET /data/requests.${format} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
        await Promise.race([new Promise((resolve) => socket.once('data', resolve)), sleep(2000)]);
        socket.destroy();
      }),
    );
  await sleep(3000);
  const client = new pg.Client({ connectionString: web });
  await client.connect();
  const { rows } = await client.query<{ running: number }>(
    `select count(*)::int as running from pg_stat_activity where query ilike '%copy (%' and state <> 'idle' and pid <> pg_backend_pid()`,
  );
  await client.end();
  bar(`COPYs that run after ${GIVEN_UP} downloads were given up`, rows[0]?.running ?? 0, 'at most', 0);
}

async function readAll(address: string, signal?: AbortSignal, bytes_per_second?: number): Promise<number> {
  const answer = await fetch(address, { signal, headers: { 'accept-encoding': 'identity' } });
  let bytes = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      bytes += chunk.length;
      if (bytes_per_second) await sleep((chunk.length / bytes_per_second) * 1000);
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  if (answer.status !== 200 && answer.status !== 503) throw new Error(`${address}: ${answer.status}`);
  return bytes;
}
