/**
 * How many requests a second an address answers, asked on loopback by wrk where it is installed, else by
 * autocannon.
 *
 * In:     an address, or several of one server to be asked in turn; seconds
 * Out:    answers per second and the slowest hundredth in milliseconds
 * Errors: Error when anything but 200 came back: a refusal is fast and would look like speed
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

const run = promisify(execFile);
const CONNECTIONS = 64;

export interface Rate {
  readonly per_second: number;
  readonly p99_ms: number;
}

export async function isInstalled(program: string): Promise<boolean> {
  return run('sh', ['-c', `command -v ${program}`]).then(
    () => true,
    () => false,
  );
}

export async function measureRate(
  origin: string,
  targets: readonly string[],
  seconds: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Rate> {
  return (await isInstalled('wrk'))
    ? withWrk(origin, targets, seconds, headers)
    : withAutocannon(origin, targets, seconds, headers);
}

/** A body as it goes over the wire: `fetch` would decompress it. */
export function bytesOf(address: string, headers: Readonly<Record<string, string>>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(address, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve(Buffer.concat(chunks)));
    }).once('error', reject);
  });
}

async function withWrk(
  origin: string,
  targets: readonly string[],
  seconds: number,
  headers: Readonly<Record<string, string>>,
): Promise<Rate> {
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-wrk-'));
  const script = path.join(folder, 'targets.lua');
  // Requests are written out once: the generator shares the cores with what it measures.
  await writeFile(
    script,
    `local targets = { ${targets.map((target) => JSON.stringify(target)).join(', ')} }
local made, at = {}, 0
function init() for i, target in ipairs(targets) do made[i] = wrk.format('GET', target) end end
function request() at = at % #made + 1; return made[at] end
function done(summary, latency)
  io.write(string.format('RESULT %d %d %f %d\\n', summary.requests, summary.duration, latency:percentile(99), summary.errors.status))
end
`,
  );
  try {
    const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
    const { stdout } = await run('wrk', [
      '-t1',
      `-c${CONNECTIONS}`,
      `-d${seconds}s`,
      '-s',
      script,
      ...given,
      origin,
    ]);
    const [, requests = 0, duration_us = 1, p99_us = 0, refused = 0] =
      /RESULT (\d+) (\d+) ([\d.]+) (\d+)/.exec(stdout)?.map(Number) ?? [];
    if (requests === 0 || refused > 0)
      throw new Error(`${origin}: ${refused} of ${requests} answers were not 200`);
    return { per_second: requests / (duration_us / 1e6), p99_ms: p99_us / 1000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withAutocannon(
  origin: string,
  targets: readonly string[],
  seconds: number,
  headers: Readonly<Record<string, string>>,
): Promise<Rate> {
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { ...headers },
    requests: targets.map((target) => ({ path: target })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${origin}: ${result.non2xx} answers were not 200, ${result.errors} failed`);
  return { per_second: result.requests.average, p99_ms: result.latency.p99 };
}
