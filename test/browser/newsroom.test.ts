/**
 * A newsroom's walk, as someone new to the site takes it: a question, the reports that answer it, a file of exactly
 * those, its meaning, a figure to cite, and the check that all of it is what was published.
 * `PICTURES=folder` keeps a picture of each step, to be looked at.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
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

const NOW = new Date('2026-11-22T09:00:00+03:00');
const PICTURES = process.env['PICTURES'] ?? null;
let portal: TestPortal;
let web: WebProcess;
let opened: TestBrowser;
let context: BrowserContext;
let page: Page;
/** what one step leaves to the next */
const found = { total: 0, file: '', columns: [] as string[] };

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
