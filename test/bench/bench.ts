/**
 * npm run bench: ratios, measured in one run on one machine, against what a reader can check them with: nginx
 * serving the same bytes, a bare `node:http`, psql. What is not installed is skipped, visibly.
 *
 * Contenders take turns in short rounds, so that a machine that gets busy slows all of them; a ratio is the
 * median over the rounds.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectPublisher, connectWeb } from '../../db/connect.ts';
import { startEmbedded } from '../../db/embedded/embedded.ts';
import { csvToPsql, slowReader } from './csv.ts';
import { measureDetector } from './detector.ts';
import { besidePages, heavyFormats } from './downloads.ts';
import { givenUp, killedInTheMiddle } from './given-up.ts';
import { groupedStatistics } from './grouped-statistics.ts';
import { lighthouse } from './lighthouse.ts';
import { liveChanges } from './live.ts';
import { bytesOf, isInstalled, measureRate, type Rate } from './load.ts';
import { webProcess } from './memory.ts';
import { pageWeight } from './page-weight.ts';
import { type Served, startBare, startNginx, startPortal } from './processes.ts';
import { digestWide, widen } from './widen.ts';

const ROUNDS = 3;
const SECONDS = 4;
const WIDE_ROWS = 1_000_000;
const DEMONSTRATION_TIME_ZONE = 'Africa/Nairobi';
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const data_dir = await mkdtemp(path.join(tmpdir(), 'majibu-bench-'));
const web_folder = await mkdtemp(path.join(tmpdir(), 'majibu-bench-web-'));
let portal: Served | null = null;

let missed = 0;
/** `npm run bench -- page csv` runs these alone; what there is: page, status, live, weight, lighthouse, statistics, csv, detector. */
const asked = process.argv.slice(2);
const wanted = (part: string) => asked.length === 0 || asked.includes(part);

/** One bar: measured against its target, which it must reach or, for times, not pass. */
function bar(what: string, value: number, unit: 'ratio' | 's' | 'ms' | 'at most', target: number): void {
  const passed = unit === 'ratio' ? value >= target : value <= target;
  if (!passed) missed += 1;
  const time = unit === 's' || unit === 'ms' ? ` ${unit}` : '';
  const shown = time === '' ? value.toFixed(2) : `${value.toFixed(1)}${time}`;
  const bound = `${target}${time} or ${unit === 'ratio' ? 'more' : 'less'}`;
  say(`${passed ? 'PASS' : 'MISS'}  ${what}: ${shown} (target ${bound})`);
}
/** A share of 1, and the least or the most that it may be. */
function share(what: string, value: number, target: { least: number } | { most: number }): void {
  const passed = 'least' in target ? value >= target.least : value <= target.most;
  if (!passed) missed += 1;
  const bound = 'least' in target ? `${target.least} or more` : `${target.most} or less`;
  say(`${passed ? 'PASS' : 'MISS'}  ${what}: ${value.toFixed(3)} (target ${bound})`);
}
function skip(what: string, why: string): void {
  say(`SKIP  ${what}: ${why}`);
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const shownRate = ({ per_second, p99_ms }: Rate) =>
  `${Math.round(per_second).toLocaleString('en')}/s, p99 ${p99_ms.toFixed(0)} ms`;

interface Contender {
  readonly name: string;
  readonly origin: string;
  readonly targets: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** asked under another address in each round, so that nothing is there from the one before */
  readonly anew?: boolean;
}

const targetsIn = (round: number, { targets, anew }: Contender) =>
  anew ? targets.map((target) => `${target}?round=${round}`) : targets;

/** Rates of each contender, round by round. */
async function compete(contenders: readonly Contender[]): Promise<ReadonlyMap<string, number[]>> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (const one of contenders) await measureRate(one.origin, targetsIn(0, one), 2, one.headers);
  for (let round = 1; round <= ROUNDS; round++)
    for (const one of contenders) {
      const { name, origin, headers } = one;
      const rate = await measureRate(origin, targetsIn(round, one), SECONDS, headers);
      say(`      round ${round}, ${name}: ${shownRate(rate)}`);
      rates.get(name)?.push(rate.per_second);
    }
  return rates;
}

function ratio(rates: ReadonlyMap<string, number[]>, of: string, to: string): number {
  return median((rates.get(of) ?? []).map((rate, round) => rate / (rates.get(to)?.[round] ?? Number.NaN)));
}

/** As a program asks for it, and as a browser does: nginx serves the very bytes of each copy. */
async function cachedPage(served: Served, folder: string): Promise<void> {
  for (const encoding of ['identity', 'br']) {
    const headers = { 'accept-encoding': encoding };
    const page = await bytesOf(`${served.origin}/`, headers);
    const what = `a cached page, ${encoding === 'br' ? 'brotli' : 'plain'}`;
    const file = path.join(folder, 'index.html');
    await writeFile(file, page);
    say(`\n${what}, ${page.length.toLocaleString('en')} bytes`);
    const bare = await startBare(['bytes', file]);
    const nginx = (await isInstalled('nginx')) ? await startNginx(folder) : null;
    const rates = await compete([
      { name: 'portal', origin: served.origin, targets: ['/'], headers },
      { name: 'node:http', origin: bare.origin, targets: ['/'] },
      ...(nginx ? [{ name: 'nginx', origin: nginx.origin, targets: ['/'] }] : []),
    ]);
    await Promise.all([bare.stop(), nginx?.stop()]);
    bar(`${what}, to a bare node:http`, ratio(rates, 'portal', 'node:http'), 'ratio', 0.8);
    if (nginx) bar(`${what}, to nginx serving the same bytes`, ratio(rates, 'portal', 'nginx'), 'ratio', 0.7);
    else skip(`${what}, to nginx`, 'nginx is not installed');
  }
}

async function statusPages(served: Served, web: string): Promise<void> {
  const reader = connectWeb(web, 1);
  const { rows } = await reader.pool.query<{ code: string }>(
    `select service_request_id as code from published.request_live where tier = 'open' order by md5(service_request_id)`,
  );
  const { rows: newest } = await reader.pool.query<{ release: number }>(
    'select max(release) as release from published.release',
  );
  await reader.close();
  const targets = rows.map(({ code }) => `/i/${code}`);
  say(`\nStatus pages, each rendered: ${targets.length.toLocaleString('en')} codes asked in turn`);
  const bare = await startBare(['query', String(newest[0]?.release)], { DATABASE_URL: web });
  const rates = await compete([
    { name: 'portal', origin: served.origin, targets, anew: true },
    { name: 'node:http with the same query', origin: bare.origin, targets },
  ]);
  await bare.stop();
  bar(
    'a status page to a bare node:http with the same query',
    ratio(rates, 'portal', 'node:http with the same query'),
    'ratio',
    0.25,
  );
}

async function statistics(served: Served): Promise<void> {
  say('\nStatistics that nobody asked for before, in milliseconds');
  for (const target of [
    '/api/v1/statistics/resolution_hours_median',
    '/api/v1/statistics/resolution_hours_median?group_by=area',
    '/api/v1/statistics/resolution_hours_p90?group_by=service,period',
  ]) {
    const times: number[] = [];
    for (let year = 0; year < 5; year++) {
      const startedAt = performance.now();
      const response = await fetch(
        `${served.origin}${target}${target.includes('?') ? '&' : '?'}period=..2026-0${year + 1}`,
      );
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${target} answered ${response.status}`);
      times.push(performance.now() - startedAt);
    }
    say(`      ${target}: ${median(times).toFixed(1)}`);
  }
}

// Told to stop, it leaves nothing running and nothing behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await cleanUp();
    process.exit(130);
  });
/** What needs a portal; the detector needs none. */
async function measurePortal(): Promise<void> {
  say(`${(await isInstalled('wrk')) ? 'wrk' : 'autocannon'} on the same machine, one thread, 64 connections`);
  portal = await startPortal(data_dir, (text) => process.stdout.write(text));
  say(`      first start served after ${portal.after_s.toFixed(1)} s`);
  await portal.stop();
  portal = await startPortal(data_dir, () => undefined);
  bar('second start serves after', portal.after_s, 's', 5);
  const web = await webAddress();
  if (wanted('page')) await cachedPage(portal, web_folder);
  if (wanted('status')) await statusPages(portal, web);
  if (wanted('live')) {
    const { urls } = await startEmbedded(data_dir);
    await liveChanges(portal, urls, { say, bar });
  }
  if (wanted('weight')) await pageWeight(portal.origin, web, { say, bar });
  if (wanted('lighthouse')) await lighthouse(portal.origin, web, { say, bar, skip });
  if (wanted('statistics')) {
    await statistics(portal);
    await portal.stop();
    const embedded = await startEmbedded(data_dir);
    await groupedStatistics(embedded.urls.publisher, { say, bar });
    await embedded.stop();
    portal = await startPortal(data_dir, () => undefined);
  }
  if (wanted('csv')) {
    await portal.stop();
    await makeWide();
    portal = await startPortal(data_dir, () => undefined);
    const wide = {
      origin: portal.origin,
      web_pid: await webProcess(portal.pid),
      web_url: await webAddress(),
      rows: WIDE_ROWS,
    };
    const reports = { say, skip, bar };
    await csvToPsql(wide, reports);
    await slowReader(wide, reports);
    say('\nOther downloads of it');
    await heavyFormats(wide, reports);
    await besidePages(wide, reports);
    await givenUp(wide, reports);
    await killedInTheMiddle(wide, reports);
  }
}

try {
  if (wanted('detector')) measureDetector({ say, skip, share });
  if (asked.some((part) => part !== 'detector') || asked.length === 0) await measurePortal();
} finally {
  await cleanUp();
}
say(missed === 0 ? '\nEvery bar was reached.' : `\n${missed} missed.`);
process.exitCode = missed === 0 ? 0 : 1;

/** The embedded database is running, so this joins it. */
async function webAddress(): Promise<string> {
  return (await startEmbedded(data_dir)).urls.web;
}

async function makeWide(): Promise<void> {
  const embedded = await startEmbedded(data_dir);
  const publisher = connectPublisher(embedded.urls.publisher);
  await widen(publisher, WIDE_ROWS);
  const seconds = await digestWide(publisher, DEMONSTRATION_TIME_ZONE);
  say(
    `\nA release of ${WIDE_ROWS.toLocaleString('en')} requests: figures and digests in ${seconds.toFixed(1)} s`,
  );
  await publisher.close();
  await embedded.stop();
}

async function cleanUp(): Promise<void> {
  await portal?.stop();
  await rm(data_dir, { recursive: true, force: true });
  await rm(web_folder, { recursive: true, force: true });
}
