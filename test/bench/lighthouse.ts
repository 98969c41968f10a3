/**
 * Lighthouse, under slow 3G (a round trip of 400 ms, 400 kbit/s) and a processor four times slower: status pages in both
 * languages, and the pages that most people see. It comes from npm for the run alone: as a dependency it would bring 114
 * packages and 176 MB to everyone who installs the portal.
 *
 * The network is slowed down in the browser itself; beside it stands what Lighthouse's own model makes of an unslowed
 * visit (it adds a round trip for the name and one for the connection), and an empty page by the same model, since that
 * says what this machine leaves to be reached. Whoever else runs on it can only take points away, so the best of up to
 * three runs counts.
 *
 * In:     a portal that serves, the web role's address
 * Out:    a table with what each page lost, and bars
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { QUIET, systemBrowser } from '../setup/browser.ts';
import type { Reports } from './reports.ts';
import { statusCodes } from './status-codes.ts';

const run = promisify(execFile);
const LIGHTHOUSE = 'lighthouse@13.5.0';
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const SLOW_3G = [
  '--form-factor=mobile',
  '--throttling.rttMs=400',
  '--throttling.throughputKbps=400',
  '--throttling.requestLatencyMs=400',
  '--throttling.downloadThroughputKbps=400',
  '--throttling.uploadThroughputKbps=400',
  '--throttling.cpuSlowdownMultiplier=4',
];
const PAGES = ['/', '/areas', '/requests', '/data'];

type Method = 'devtools' | 'simulate';
interface Audit {
  readonly score: number | null;
  readonly displayValue?: string;
}
interface Result {
  readonly categories: Readonly<
    Record<string, { score: number; auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

export async function lighthouse(origin: string, web: string, { say, bar, skip }: Reports): Promise<void> {
  const browser = systemBrowser();
  if (browser === null) return skip('Lighthouse', 'no Chromium is installed; CHROMIUM_PATH names one');
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-lighthouse-'));
  const visit = async (address: string, method: Method): Promise<Result> => {
    const file = path.join(folder, 'result.json');
    await run(
      'npx',
      [
        '--yes',
        LIGHTHOUSE,
        address,
        '--quiet',
        '--no-enable-error-reporting',
        '--output=json',
        `--output-path=${file}`,
        `--chrome-flags=--headless=new ${QUIET.join(' ')}`,
        `--throttling-method=${method}`,
        ...SLOW_3G,
      ],
      { env: { ...process.env, CHROME_PATH: browser } },
    );
    return JSON.parse(await readFile(file, 'utf8'));
  };
  const best = async (address: string, method: Method): Promise<Result> => {
    // A page that nobody has asked for since the start is made by code that has not run yet.
    await (await fetch(address)).arrayBuffer();
    let found: Result | null = null;
    let failed = '';
    for (let again = 0; again < RUNS && (found === null || scoreOf(found, 'performance') < 100); again++)
      try {
        const next = await visit(address, method);
        if (found === null || scoreOf(next, 'performance') > scoreOf(found, 'performance')) found = next;
      } catch (failure) {
        failed = String(failure).trim().split('\n').at(-1) ?? '';
      }
    if (found === null) throw new Error(failed);
    return found;
  };
  const told = (result: Result) =>
    ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time']
      .map((id) => result.audits[id]?.displayValue ?? '?')
      .join(', ');
  try {
    say(
      '\nLighthouse: performance, accessibility, best practices, SEO; first and largest paint, speed index, blocked',
    );
    const lowest = { status: [100, 100, 100, 100], modelled: 100 };
    const codes = await statusCodes(web);
    const pages = [
      ...codes.flatMap(({ state, code }) => [
        { name: `${state}, en`, path: `/i/${code}`, status: true },
        { name: `${state}, sw`, path: `/sw/i/${code}`, status: true },
      ]),
      ...PAGES.map((each) => ({ name: each, path: each, status: false })),
    ];
    for (const { name, path: at, status } of pages) {
      const result = await best(origin + at, 'devtools');
      const scores = CATEGORIES.map((category) => scoreOf(result, category));
      say(`      ${name}: ${scores.join(' ')} (${told(result)})`);
      for (const line of lost(result)) say(`            ${line}`);
      if (!status) continue;
      lowest.status = lowest.status.map((score, index) => Math.min(score, scores[index] ?? 0));
      if (!at.startsWith('/sw')) {
        const model = await best(origin + at, 'simulate');
        lowest.modelled = Math.min(lowest.modelled, scoreOf(model, 'performance'));
        say(`            by the model: ${scoreOf(model, 'performance')} (${told(model)})`);
      }
    }
    const nothing = await emptyPage();
    const floor = await best(nothing.address, 'simulate');
    nothing.close();
    say(`      an empty page, by the model: ${scoreOf(floor, 'performance')} (${told(floor)})`);
    for (const [index, category] of CATEGORIES.entries())
      bar(`status pages, Lighthouse, ${category}`, lowest.status[index] ?? 0, 'ratio', 100);
    bar(
      'status pages, performance by the model, to that of an empty page',
      lowest.modelled / scoreOf(floor, 'performance'),
      'ratio',
      0.99,
    );
  } catch (failure) {
    skip('Lighthouse', `it could not be run to its end: ${String(failure)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const scoreOf = (result: Result, category: string): number =>
  Math.round((result.categories[category]?.score ?? 0) * 100);

/** What took points away. */
function lost({ categories, audits }: Result): string[] {
  return CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const { score = null, displayValue = '' } = audits[id] ?? {};
      return weight > 0 && score !== null && score < 0.995 ? [`${category}: ${id} ${displayValue}`] : [];
    }),
  );
}

async function emptyPage(): Promise<{ address: string; close: () => void }> {
  const html =
    '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Empty</title><h1>Empty</h1>';
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
