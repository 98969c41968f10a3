/**
 * Downloads of a large release beside CSV: what Parquet and workbooks cost, and whether pages stay quick beside twenty.
 *
 * In:     a portal that serves the release, its web process
 * Out:    lines and bars
 */
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Wide } from './csv.ts';
import { measureRate } from './load.ts';
import { memoryWhile, shownMemory } from './memory.ts';
import type { Reports } from './reports.ts';

const AT_ONCE = 20;
const PAGES = ['/', '/requests', '/areas'];
const PAGES_S = 5;
const ROUNDS = 3;

/** Made once, in a thread of their own, and kept. */
export async function heavyFormats({ origin, web_pid, rows }: Wide, { say }: Reports): Promise<void> {
  for (const format of ['parquet', 'xlsx'])
    for (const what of ['made', 'kept']) {
      const started = performance.now();
      const [{ bytes }, memory] = await memoryWhile(web_pid, () =>
        read(`${origin}/data/requests.${format}`, null, null),
      );
      const seconds = (performance.now() - started) / 1000;
      say(
        `      ${format}, ${what}: ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds).toLocaleString('en')} rows/s; ${shownMemory(memory)}`,
      );
    }
}

/** Twenty readers at addresses of their own, each as fast as a good phone: 5 MB a second. */
export async function besidePages({ origin, web_pid }: Wide, { say, bar }: Reports): Promise<void> {
  const ratios: number[] = [];
  const answered = new Map<number, number>();
  let bytes = 0;
  const [, memory] = await memoryWhile(web_pid, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const idle = await measureRate(origin, PAGES, PAGES_S);
      const stop = new AbortController();
      const readers = Array.from({ length: AT_ONCE }, async (_, i) => {
        const format = ['csv', 'ndjson', 'parquet', 'xlsx'][i % 4];
        while (!stop.signal.aborted) {
          const found = await read(`${origin}/data/requests.${format}`, `127.0.1.${i + 1}`, stop.signal);
          answered.set(found.status, (answered.get(found.status) ?? 0) + 1);
          bytes += found.bytes;
          if (found.status !== 200) await sleep(500);
        }
      });
      await sleep(1500);
      const busy = await measureRate(origin, PAGES, PAGES_S);
      stop.abort();
      await Promise.allSettled(readers);
      say(
        `      round ${round}: p99 of pages ${idle.p99_ms.toFixed(1)} ms alone, ${busy.p99_ms.toFixed(1)} ms beside ${AT_ONCE} downloads`,
      );
      ratios.push(busy.p99_ms / idle.p99_ms);
      await sleep(1000);
    }
  });
  const statuses = [...answered].map(([status, many]) => `${status}: ${many}`).join(', ');
  say(`      answers to the downloads ${statuses}; ${(bytes / 1e6).toFixed(0)} MB; ${shownMemory(memory)}`);
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN;
  bar(`p99 of pages beside ${AT_ONCE} downloads, to alone`, middle, 'at most', 2);
}

const BYTES_PER_SECOND = 5_000_000;

/** `from`: the address of the client; null: that of everyone else, and read as fast as it comes. */
function read(
  address: string,
  from: string | null,
  signal: AbortSignal | null,
): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    let status = 0;
    const done = () => resolve({ status, bytes });
    const take = async (answer: IncomingMessage) => {
      status = answer.statusCode ?? 0;
      for await (const chunk of answer) {
        bytes += chunk.length;
        if (from !== null) await sleep((chunk.length / BYTES_PER_SECOND) * 1000);
      }
    };
    const request = get(
      address,
      { agent: false, ...(from !== null && { localAddress: from }), ...(signal && { signal }) },
      (answer) => {
        take(answer).then(done, (error) => (signal?.aborted ? done() : reject(error)));
      },
    );
    request.on('error', (error) => (signal?.aborted ? done() : reject(error)));
  });
}
