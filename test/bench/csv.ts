/**
 * CSV of a large release: to psql's \copy of the same query, in turns; what it costs in memory, read fast, slowly and
 * compressed.
 *
 * In:     a portal that serves the release, its web process, the web role's address
 * Out:    lines and bars
 */
import { execFile } from 'node:child_process';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { copyStatement } from '../../api/datasets/copy-statement.ts';
import { requests } from '../../api/datasets/requests.ts';
import { csv } from '../../api/formats/csv.ts';
import { connectWeb } from '../../db/connect.ts';
import { asOf } from '../../db/queries/as-of.ts';
import { isInstalled } from './load.ts';
import { memoryWhile, shownMemory } from './memory.ts';
import type { Reports } from './reports.ts';

const run = promisify(execFile);
const ROUNDS = 5;
const MOST_MB = 200;
const SLOW_BYTES_PER_SECOND = 1_000_000;
const SLOW_SECONDS = 20;

export interface Wide {
  readonly origin: string;
  readonly web_pid: number;
  readonly web_url: string;
  readonly rows: number;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function csvToPsql(wide: Wide, reports: Reports): Promise<void> {
  const { say, skip } = reports;
  const address = `${wide.origin}/data/requests.csv`;
  say(`\nCSV of ${wide.rows.toLocaleString('en')} requests`);
  for (const program of ['psql', 'curl'])
    if (!(await isInstalled(program))) return skip('CSV to psql \\copy', `${program} is not installed`);
  const psql = ['-qXd', wide.web_url, '-c', await copyCommand(wide.web_url)];
  const curl = ['-s', '-o', '/dev/null', '-w', '%{size_download}', address];
  const [bytes] = [Number((await run('curl', curl)).stdout), await run('psql', psql)];
  const seconds: { portal: number; psql: number }[] = [];
  const [, memory] = await memoryWhile(wide.web_pid, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const portal_s = await time('curl', curl);
      const psql_s = await time('psql', psql);
      say(`      round ${round}: portal ${portal_s.toFixed(2)} s, psql ${psql_s.toFixed(2)} s`);
      seconds.push({ portal: portal_s, psql: psql_s });
    }
  });
  const portal_s = median(seconds.map(({ portal }) => portal));
  say(
    `      ${(bytes / 1e6).toFixed(0)} MB, ${Math.round(wide.rows / portal_s).toLocaleString('en')} rows/s; ${shownMemory(memory)}`,
  );
  const ratio = median(seconds.map((one) => one.psql / one.portal));
  reports.bar('CSV of all requests to psql \\copy', ratio, 'ratio', 0.9);
  reports.bar('memory of the web process meanwhile, MB', memory.peak_mb, 'at most', MOST_MB);

  const gzip = ['-s', '-o', '/dev/null', '-w', '%{size_download}', '-H', 'Accept-Encoding: gzip', address];
  const started = performance.now();
  const [{ stdout }, packed] = await memoryWhile(wide.web_pid, () => run('curl', gzip));
  const gzip_s = (performance.now() - started) / 1000;
  say(
    `      for a reader who takes gzip: ${(Number(stdout) / 1e6).toFixed(0)} MB in ${gzip_s.toFixed(2)} s, ${(gzip_s / portal_s).toFixed(1)} times as long; ${shownMemory(packed)}`,
  );
}

/** Buffers on the way fill up; then the database waits as well, and nothing grows. */
export async function slowReader(wide: Wide, { say, bar }: Reports): Promise<void> {
  const [bytes, memory] = await memoryWhile(wide.web_pid, () =>
    readSlowly(`${wide.origin}/data/requests.csv`, SLOW_SECONDS),
  );
  say(
    `      a reader of 1 MB/s: ${(bytes / 1e6).toFixed(0)} MB in ${SLOW_SECONDS} s; ${shownMemory(memory)}`,
  );
  bar('memory with a slow reader, MB', memory.peak_mb, 'at most', MOST_MB);
}

function readSlowly(address: string, seconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const request = get(address, async (answer) => {
      const until = performance.now() + seconds * 1000;
      for await (const chunk of answer) {
        bytes += chunk.length;
        if (performance.now() > until) break;
        await sleep((chunk.length / SLOW_BYTES_PER_SECOND) * 1000);
      }
      request.destroy();
      resolve(bytes);
    });
    request.on('error', reject);
  });
}

async function copyCommand(web_url: string): Promise<string> {
  const reader = connectWeb(web_url, 1);
  const { rows } = await reader.pool.query<{ release: number }>(
    'select max(release) as release from published.release',
  );
  await reader.close();
  const statement = copyStatement(csv.rows.copy(requests, asOf(rows[0]?.release ?? 1)));
  return `\\${statement.replace(/\s+/g, ' ')}`.replace(/to stdout/i, "to '/dev/null'");
}

async function time(program: string, args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  await run(program, args);
  return (performance.now() - startedAt) / 1000;
}
