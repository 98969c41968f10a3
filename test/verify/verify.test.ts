/** Verifying a portal from outside: all is recomputed, and what stands in the way is said in words. */
import { cp, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { statistics } from '../../api/statistics/registry.ts';
import { runCommandLine } from '../../src/server/command-line.ts';
import { STATEMENTS } from '../../src/verify/sql/statements.ts';
import { forge, type PublishedDemonstration, publishedDemonstration } from './published-demonstration.ts';

let demonstration: PublishedDemonstration;
let release: string;
beforeAll(async () => {
  demonstration = await publishedDemonstration();
  release = path.join(demonstration.folder, String(demonstration.newest));
}, 300_000);
afterAll(() => demonstration.stop());
afterEach(() => {
  demonstration.portal.answer = () => null;
});

async function run(args: readonly string[], { isTTY = false, env = {} } = {}) {
  let printed = '';
  const code = await runCommandLine({
    args: ['verify', ...args],
    env,
    out: (text) => {
      printed += text;
    },
    error: (text) => {
      printed += text;
    },
    terminal: { isTTY, columns: 100 },
    signal: new AbortController().signal,
  });
  return { code, printed };
}

describe('a portal that publishes what follows from its rows', () => {
  it('is said to, with every figure recomputed', async () => {
    const { code, printed } = await run([demonstration.portal.url, '--json']);
    const [verdict] = JSON.parse(printed).releases;
    expect([code, verdict.findings, verdict.differences, verdict.unknown, verdict.missing]).toEqual([
      0,
      [],
      0,
      [],
      [],
    ]);
    const published = JSON.parse(await readFile(path.join(release, 'manifest.json'), 'utf8')).files;
    const rows = (dataset: string) =>
      published.find(
        (file: { dataset: string; format: string }) => file.dataset === dataset && file.format === 'csv',
      ).rows;
    expect(verdict.figures).toBe(rows('statistics'));
    expect(verdict.figures).toBeGreaterThan(5_000);
    expect(verdict.rows).toBe(rows('requests'));
    expect(verdict.cells).toBe(rows('response_times'));
    expect(verdict.files).toBe(published.length);
  });

  it('publishes no statistic of which there is no second way to compute it', () => {
    const published = statistics.map(({ definition: { id, version } }) => `${id} ${version}`);
    const recomputed = [...Object.keys(STATEMENTS), 'accounted_for 1'];
    expect(recomputed.toSorted()).toEqual(published.toSorted());
  });

  it('is verified release after release from what was downloaded, with no server', async () => {
    const { code, printed } = await run([demonstration.folder, '--release', 'all']);
    expect(code, printed).toBe(0);
    for (const back of [0, 1, 2])
      expect(printed).toMatch(
        new RegExp(`Release ${demonstration.newest - back} .*figures recomputed: all as published`),
      );
  });

  it('can be verified by one that has no settings, or wrong ones, and shows how far it is', async () => {
    const { code, printed } = await run([release], { isTTY: true, env: { PORT: 'none', DATABASE_URL: 'x' } });
    expect(code, printed).toBe(0);
    expect(printed).toMatch(/\[#+-*\] \d+ %/);
  });

  it('is one of many formats, of which a folder need not hold all', async () => {
    const folder = await copyOfRelease();
    await rm(path.join(folder, 'requests.json'));
    const { code, printed } = await run([folder]);
    expect(code, printed).toBe(0);
    expect(printed).toContain('not checked: requests.json');
  });
});

describe('what differs', () => {
  it('is listed with statistic, filters, published and recomputed, and ends with 1', async () => {
    const folder = await copyOfRelease();
    const file = path.join(folder, 'statistics.csv');
    const text = await readFile(file, 'utf8');
    const forged = text.replace(
      /^(requests_open,.*?,area,147,.*?,count,)(\d+)/m,
      (_, before, n) => `${before}${Number(n) + 1}`,
    );
    expect(forged).not.toBe(text);
    await forge(folder, 'statistics.csv', Buffer.from(forged));
    await rm(path.join(folder, 'statistics.ndjson'));
    await rm(path.join(folder, 'statistics.json'));
    const { code, printed } = await run([folder]);
    expect(code).toBe(1);
    expect(printed).toMatch(
      /figure requests_open \(group_by area, area_code 147\): published value \d+\.0, found value \d+\.0/,
    );
    expect(printed).toMatch(/1 difference\./);
  });

  it('is told even where a file can no longer be read', async () => {
    const folder = await copyOfRelease();
    const file = path.join(folder, 'areas.csv');
    await writeFile(file, `${await readFile(file, 'utf8')}"unended, and more\n`);
    const { code, printed } = await run([folder]);
    expect(code).toBe(1);
    expect(printed).toContain('areas.csv (SHA-256)');
  });

  it('is not confused with a version of a statistic that this program does not know', async () => {
    const folder = await copyOfRelease();
    const file = path.join(folder, 'statistics.csv');
    const text = await readFile(file, 'utf8');
    await forge(folder, 'statistics.csv', Buffer.from(text.replace(/^reopened,1,/gm, 'reopened,2,')));
    await rm(path.join(folder, 'statistics.ndjson'));
    await rm(path.join(folder, 'statistics.json'));
    const { code, printed } = await run([folder]);
    expect([code, printed]).toEqual([2, expect.stringMatching(/figures of reopened 2 were not checked/)]);
  });
});

describe('what cannot be checked is said in words, and ends with 2', () => {
  const refused = async (args: readonly string[], words: RegExp) => {
    const { code, printed } = await run(args);
    expect(printed).toMatch(words);
    expect(printed).not.toMatch(/not expected|at .*\.ts:/);
    expect(code).toBe(2);
  };

  it('a folder or an address that is none', async () => {
    await refused([path.join(demonstration.folder, 'nowhere')], /There is no folder .*nowhere/);
    await refused([await demonstration.scratch()], /holds no release\.json/);
    await refused(['http://127.0.0.1:9'], /cannot be reached/);
    await refused(['http://'], /is not an address/);
    await refused([], /takes ADDRESS\|FOLDER/);
    await refused([release, '--release', 'newest'], /the number of a release, or all/);
  });

  it('a server that is no portal', async () => {
    demonstration.portal.answer = () =>
      new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } });
    await refused([demonstration.portal.url], /is not JSON: is this the address of a portal/);
    demonstration.portal.answer = () => new Response('{"hello":"world"}');
    await refused([demonstration.portal.url], /is not what a portal says of a release/);
    demonstration.portal.answer = () => new Response('not here', { status: 404 });
    await refused([demonstration.portal.url], /answers 404\. Is this the address of a portal/);
  });

  it('a portal without a release, or without the one asked for', async () => {
    demonstration.portal.answer = (asked) =>
      asked.startsWith('/api/v1/releases?') ? Response.json({ data: [], next: null, total: 0 }) : null;
    await refused([demonstration.portal.url, '--release', 'all'], /has no release yet/);
    await refused([demonstration.portal.url, '--release', '4711'], /answers 404: .*release/);
    await refused([demonstration.folder, '--release', '1'], /Release 1 is not in .*There is: \d+/);
  });

  it('errors of the server', async () => {
    demonstration.portal.answer = (asked) =>
      asked.startsWith('/data/') ? new Response('', { status: 500 }) : null;
    await refused([demonstration.portal.url], /manifest\.json answers 500/);
  });

  it('a download that breaks off, or is shorter than the manifest says', async () => {
    demonstration.portal.answer = (asked) => {
      if (!asked.endsWith('/requests.csv')) return null;
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(Buffer.from('service_request_id,'));
          setTimeout(() => controller.error(new Error('cut')), 50);
        },
      });
      return new Response(body, { headers: { 'content-length': '90000' } });
    };
    await refused([demonstration.portal.url], /download of .*requests\.csv broke off/);
    const folder = await copyOfRelease();
    await truncate(path.join(folder, 'requests.csv'), 1_000);
    await refused([folder], /requests\.csv of release \d+ is cut off: 1,000 of [\d,]+ bytes/);
  });

  it('a missing file', async () => {
    for (const file of ['statistics.csv', 'requests.csv', 'manifest.json']) {
      const folder = await copyOfRelease();
      await rm(path.join(folder, file));
      await refused([folder], new RegExp(`${file.replace('.', '\\.')}.* is missing`));
    }
  });

  it('a release that an earlier version cut, without the dataset of its figures', async () => {
    const folder = await copyOfRelease();
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
    manifest.files = manifest.files.filter((file: { dataset: string }) => file.dataset !== 'statistics');
    await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
    await refused([folder], /has no statistics\.csv: it was cut by an earlier version/);
  });

  it('and a portal that asks to wait is waited for', async () => {
    let turns = 2;
    demonstration.portal.answer = () =>
      turns-- > 0 ? new Response('', { status: 429, headers: { 'retry-after': '0' } }) : null;
    const { code, printed } = await run([demonstration.portal.url]);
    expect(code, printed).toBe(0);
  });
});

async function copyOfRelease(): Promise<string> {
  const folder = path.join(await demonstration.scratch(), 'release');
  await mkdir(folder);
  await cp(release, folder, { recursive: true });
  return folder;
}
