/**
 * A newsroom's walk, as someone new to the site takes it: a question, the reports that answer it, a file of exactly
 * those, its meaning, a figure to cite, and the check that all of it is what was published.
 * `PICTURES=folder` keeps a picture of each step, to be looked at.
 */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { connectImporter } from '../../db/connect.ts';
import { loadDemonstration } from '../../db/demo/load.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { silent } from '../../db/progress.ts';
import { runCommandLine } from '../../src/server/command-line.ts';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { parseCsv } from '../setup/parse-csv.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { readWorkbook } from '../setup/read-files.ts';

const run = promisify(execFile);
const NOW = new Date('2026-11-22T09:00:00+03:00');
const PICTURES = process.env['PICTURES'] ?? null;
let portal: TestPortal;
let web: WebProcess;
let opened: TestBrowser;
let context: BrowserContext;
let page: Page;
/** what one step leaves to the next */
const found: {
  total: number;
  file: string;
  columns: string[];
  saved: Buffer;
  name: string;
  release: number;
  cited: string;
} = {
  total: 0,
  file: '',
  columns: [],
  saved: Buffer.alloc(0),
  name: '',
  release: 0,
  cited: '',
};

beforeAll(async () => {
  portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  const importer = connectImporter(portal.databases.urls.importer);
  await loadDemonstration({ importer, pack: portal.pack, now: NOW, progress: silent, requests: 1_200 });
  await importer.close();
  await portal.publishLive(NOW);
  await portal.publishReleases(NOW);
  [web, opened] = await Promise.all([portal.serve(), openBrowser()]);
  context = await opened.browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  if (PICTURES) await mkdir(PICTURES, { recursive: true });
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await portal?.stop();
});

async function keepPicture(name: string): Promise<void> {
  if (!PICTURES) return;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function save(click: () => Promise<void>): Promise<{ name: string; bytes: Buffer; url: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return {
    name: download.suggestedFilename(),
    bytes: await readFile(await download.path()),
    url: download.url(),
  };
}

describe('a newsroom', () => {
  it('asks: which ward waits longest for its roads? and reads it beside the others', async () => {
    await page.goto(web.url);
    await page.getByRole('link', { name: 'Kinds of report' }).first().click();
    await page.locator('main').getByRole('link', { name: 'Damaged road' }).first().click();
    const table = page.locator('section[aria-labelledby=where] table');
    expect(await table.locator('thead').textContent()).toMatch(/Ward.*Received.*Still open.*resolved/is);
    const rows = await table.locator('tbody tr').count();
    expect(rows).toBeGreaterThan(5);
    await keepPicture('0-question');
  });

  it('asks: which road reports still wait? and is told how many', async () => {
    await page.goto(web.url);
    await page.getByRole('link', { name: 'All reports' }).first().click();
    await page.locator('details.filters summary').click();
    await page.locator('#filter-group').selectOption('roads');
    await page.locator('#filter-status').selectOption('open');
    await page.locator('details.filters button[type=submit]').click();
    await page.waitForURL(/status=open/);
    found.total = Number(
      /[\d,]+/.exec((await page.locator('p.lead').textContent()) ?? '')?.[0].replace(',', ''),
    );
    expect(found.total).toBeGreaterThan(5);
    await keepPicture('1-question');
  });

  it('takes exactly these as a file, whose name says the release, and counts as many', async () => {
    const { name, bytes, url } = await save(() => page.getByRole('link', { name: /^CSV/ }).click());
    const rows = parseCsv(bytes.toString('utf8'));
    expect(rows).toHaveLength(found.total);
    expect(new Set(rows.map((row) => `${row['service_group']} ${row['status']}`))).toEqual(
      new Set(['roads open']),
    );
    expect(name).toMatch(/^elgeyo-marakwet-requests-release-\d+-filtered\.csv$/);
    found.columns = Object.keys(rows[0] ?? {});
    found.file = url;
    const api = await (await fetch(`${web.url}/api/v1/requests?group=roads&status=open`)).json();
    expect(api.total).toBe(found.total);
  });

  it('finds the meaning of every column on the page of the dataset', async () => {
    await page.locator('section[aria-labelledby=download] a[href="/data/requests"]').click();
    const text = (await page.locator('main').textContent()) ?? '';
    for (const column of found.columns) expect(text).toContain(column);
    await keepPicture('2-dataset');
  });

  it('sees there what it is, what it is not, and as many rows as the file has', async () => {
    const facts = (await page.locator('.at-a-glance').textContent()) ?? '';
    const order = await page.locator('main h2').evaluateAll((all) => all.map(({ id }) => id));
    expect(order).toEqual(['caveats', 'download', 'columns', 'load', 'cite', 'earlier', 'verify']);
    const { bytes, name } = await save(() =>
      page
        .locator('section[aria-labelledby=download]')
        .getByRole('link', { name: 'requests.csv', exact: true })
        .click(),
    );
    expect(facts).toContain(parseCsv(bytes.toString('utf8')).length.toLocaleString('en'));
    found.saved = bytes;
    found.name = name;
    found.release = Number(/release-(\d+)\.csv$/.exec(name)?.[1]);
    expect(found.release).toBeGreaterThan(1);
  });

  it('opens the same as a workbook: the same rows, what they mean, what codes are called, how it is cited', async () => {
    const { bytes, name } = await save(() =>
      page
        .locator('section[aria-labelledby=download]')
        .getByRole('link', { name: 'requests.xlsx', exact: true })
        .click(),
    );
    expect(name).toBe(found.name.replace('.csv', '.xlsx'));
    const rows = await readWorkbook(bytes);
    const csv = parseCsv(found.saved.toString('utf8'));
    expect(rows.map((row) => [row['service_request_id'], row['area_code']])).toEqual(
      csv.map((row) => [row['service_request_id'], row['area_code']]),
    );
    const codes = new Map((await readWorkbook(bytes, 'codes')).map((row) => [row['code'], row['name']]));
    for (const code of new Set(csv.map((row) => row['area_code']))) expect(codes.get(code)).toMatch(/^[A-Z]/);
    const about = await readWorkbook(bytes, 'about');
    found.cited = String(about.find((row) => row['about'] === 'cite')?.['English']);
  });

  it('cites it in the one way that page, workbook and metadata have', async () => {
    const shown = await page.locator('section[aria-labelledby=cite] p.citation').textContent();
    const metadata = await (await fetch(`${web.url}/data/requests.metadata.json`)).json();
    expect([shown, metadata.citation.en]).toEqual([found.cited, found.cited]);
    expect(found.cited).toContain(`release ${found.release} of`);
    const address = /https?:\/\/\S+$/.exec(found.cited)?.[0] ?? '';
    expect(Buffer.from(await (await fetch(address)).arrayBuffer()).equals(found.saved)).toBe(true);
  });

  it('checks the saved file with the line that the page gives, and a file with one letter more fails', async () => {
    const line = (await page.locator('section[aria-labelledby=verify] pre').first().textContent()) ?? '';
    const folder = await mkdtemp(path.join(tmpdir(), 'majibu-newsroom-'));
    try {
      await writeFile(path.join(folder, found.name), found.saved);
      const check = () => run('sh', ['-c', line], { cwd: folder });
      expect((await check()).stdout).toContain('OK');
      await writeFile(path.join(folder, found.name), Buffer.concat([found.saved, Buffer.from(' ')]));
      await expect(check()).rejects.toThrow();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('finds a figure with its citation, which names the release and an address that stays', async () => {
    await page.goto(`${web.url}/services/road-damage`);
    await page.locator('main a[href*="/figures/"]').first().click();
    const citation = (await page.locator('p.citation').textContent()) ?? '';
    expect(citation).toMatch(/elease \d+/);
    const address = /https?:\/\/\S+/.exec(citation)?.[0] ?? '';
    expect(new URL(address).pathname).toMatch(/^\/figures\/\d+\/\w+$/);
    await keepPicture('3-figure');
  });

  it('checks that the whole file is the one that was released', async () => {
    await page.goto(`${web.url}/releases`);
    await page.locator('main a[href*="/releases/"]').first().click();
    const entry = page
      .locator('li', { has: page.getByRole('link', { name: 'requests.csv', exact: true }) })
      .first();
    const { bytes } = await save(() => entry.getByRole('link').first().click());
    const checksum = await entry.locator('.checksum code').textContent();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(checksum);
    await keepPicture('4-release');
  });

  it('checks a release later that what it cited is still what was published', async () => {
    const later = await portal.publishReleases(new Date(NOW.getTime() + 8 * 86_400_000));
    expect(later.length).toBeGreaterThan(0);
    await expect
      .poll(async () => (await (await fetch(`${web.url}/api/v1/releases/latest`)).json()).release, {
        timeout: 20_000,
      })
      .toBe(found.release + later.length);
    await page.goto(`${web.url}/releases/${found.release}`);
    const entry = page
      .locator('li', { has: page.getByRole('link', { name: 'requests.csv', exact: true }) })
      .first();
    expect(await entry.locator('.checksum code').textContent()).toBe(
      createHash('sha256').update(found.saved).digest('hex'),
    );
    const address = /https?:\/\/\S+$/.exec(found.cited)?.[0] ?? '';
    expect(Buffer.from(await (await fetch(address)).arrayBuffer()).equals(found.saved)).toBe(true);
    await page.goto(`${web.url}/data/requests`);
    // The browser may keep the page that it saw for a minute.
    await page.reload();
    const earlier = await page.locator('section[aria-labelledby=earlier] li').allTextContents();
    expect(earlier[0]).toContain(`Release ${found.release + later.length}`);
    expect(
      earlier.some((text) => text.includes(createHash('sha256').update(found.saved).digest('hex'))),
    ).toBe(true);
    await keepPicture('4-a-release-later');
  });

  it('recomputes every figure from outside, and finds nothing that differs', {
    timeout: 240_000,
  }, async () => {
    let printed = '';
    const code = await runCommandLine({
      args: ['verify', web.url, '--json'],
      env: {},
      out: (text) => {
        printed += text;
      },
      error: (text) => {
        printed += text;
      },
      terminal: { isTTY: false, columns: 100 },
      signal: new AbortController().signal,
    });
    expect([code, code === 0 ? '' : printed.slice(0, 2_000)]).toEqual([0, '']);
  });
});

describe('the page for developers', () => {
  it.each([
    ['en', '/developers'],
    ['sw', '/sw/developers'],
  ])('in %s asks the API in the page and shows what it answers', async (lang, address) => {
    await page.goto(web.url + address);
    await page.locator('#try-status').selectOption('open');
    await page.locator('[data-try] button').click();
    await page.locator('[data-said]', { hasText: '200' }).waitFor();
    const asked = (await page.locator('[data-asked]').textContent()) ?? '';
    const shown = JSON.parse((await page.locator('[data-answer]').textContent()) ?? '');
    expect(shown.data).toHaveLength(3);
    expect(new URL(asked).search).toBe('?status=open&limit=3');
    await page.locator('.try-answers a').last().click();
    await page.locator('[data-said]', { hasText: '400' }).waitFor();
    expect(await page.locator('[data-answer]').textContent()).toContain('bad_parameter');
    expect(page.url()).toBe(web.url + address);
    await keepPicture(`5-developers-${lang}`);
  });

  it('is used by keyboard alone, and says what is wrong, aloud too', async () => {
    await page.goto(`${web.url}/developers`);
    const [period, said] = [page.locator('#try-period'), page.locator('[data-said]')];
    await period.focus();
    await page.keyboard.type('yesterday');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('1e2');
    await page.keyboard.press('Enter');
    await said.filter({ hasText: '400' }).waitFor();
    expect(await said.textContent()).toMatch(
      /period must be a year, .*limit must be a whole number from 1 to 1000/,
    );
    expect(await said.getAttribute('role')).toBe('status');
    expect(await page.locator('[aria-invalid]').count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('try-limit');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2');
    await period.fill('');
    await page.keyboard.press('Enter');
    await said.filter({ hasText: '200' }).waitFor();
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
    // Where nothing answers, that is said, and no old answer stays.
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.keyboard.press('Enter');
    await said.filter({ hasText: 'could not be reached' }).waitFor();
    expect(await page.locator('.try-answer').isVisible()).toBe(false);
    await page.unroute('**/api/v1/**');
  });

  it('works without script: form and links lead to the answers', async () => {
    const bare = await opened.browser.newContext({ javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(`${web.url}/developers`);
    for (const link of await plain.locator('.try-answers a').all()) {
      const address = (await link.getAttribute('href')) ?? '';
      expect([address, [200, 400]]).toEqual([
        address,
        expect.arrayContaining([(await fetch(web.url + address)).status]),
      ]);
    }
    await plain.locator('[data-try] button').click();
    await plain.waitForURL(/\/api\/v1\/requests\?/);
    expect(JSON.parse((await plain.locator('body').textContent()) ?? '').data).toHaveLength(3);
    await bare.close();
  });

  it('links and examples lead somewhere', async () => {
    await page.goto(`${web.url}/developers`);
    for (const link of await page.locator('main a[href^="/"]').all()) {
      const address = (await link.getAttribute('href')) ?? '';
      const { status } = await fetch(web.url + address);
      expect([address, status]).toEqual([address, address.includes('perhaps') ? 400 : 200]);
    }
  });
});
