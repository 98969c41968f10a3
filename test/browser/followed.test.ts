/** Keeping reports on a phone: listed on that phone alone, readable without a connection, gone when taken off. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { keepPicture } from '../setup/pictures.ts';
import { CODES } from '../setup/published-fixture.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';

let portal: SeededPortal;
let opened: TestBrowser;

beforeAll(async () => {
  [portal, opened] = await Promise.all([openSeededPortal(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await portal?.stop();
});

async function onPhone(work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await opened.browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  try {
    await work(page, context);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const waiting = () => `${portal.url}/sw/i/${CODES.waiting}`;
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });
const keep = async (page: Page) => {
  await page.goto(waiting());
  await page.locator('[data-follow] button').click();
  await expect.poll(() => keptPaths(page), { timeout: 30_000 }).toContain('/sw/find');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};

it('keeps nothing on a phone whose reader has not asked for it', () =>
  onPhone(async (page) => {
    await page.goto(waiting());
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-follow] button').getAttribute('aria-pressed')).toBe('false');
    expect(await keptPaths(page)).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, document.cookie.length])).toEqual([0, 0]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
  }));

it(
  'lists a kept report on /find and shows it without a connection, with the day',
  () =>
    onPhone(async (page, context) => {
      await keep(page);
      const headline = await page.locator('h1').innerText();
      await page.goto(`${portal.url}/sw/find`);
      expect(await page.locator('[data-followed] a').innerText()).toBe(CODES.waiting);
      expect(await page.locator('[data-offline]').isVisible()).toBe(false);
      await keepPicture(page, 'sw followed');
      // For fifteen seconds the browser itself would show the page again without asking.
      await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
      await context.setOffline(true);
      await page.goto(`${portal.url}/sw/find`);
      await page.locator('[data-followed] a').click();
      await page.waitForURL('**/sw/i/*');
      expect(await page.locator('h1').innerText()).toBe(headline);
      expect(await page.locator('.offline').isVisible()).toBe(true);
      expect(await page.locator('.offline').innerText()).toMatch(/^Sasa huna mtandao.*\d{4}/);
      await keepPicture(page, 'sw offline');
      expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontWeight)).not.toBe('400');
      await expect(page.goto(`${portal.url}/sw/i/${CODES.resolved}`)).rejects.toThrow(
        /ERR_INTERNET_DISCONNECTED|ERR_FAILED/,
      );
    }),
  120_000,
);

it(
  'keeps pages and their files alone, never what a private link opens',
  () =>
    onPhone(async (page) => {
      await keep(page);
      await page.goto(`${waiting()}#k=${'A'.repeat(43)}`);
      await page.waitForLoadState('networkidle');
      const kept = await keptPaths(page);
      expect(kept).toContain(`/sw/i/${CODES.waiting}`);
      expect(
        kept.filter(
          (path) => !/^\/sw\/(i\/[\w-]+|find)$|^\/assets\/|^\/theme\.css$|^\/favicon\.svg$/.test(path),
        ),
      ).toEqual([]);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('AAAAA');
    }),
  120_000,
);

it(
  'leaves nothing behind when the last report is taken off',
  () =>
    onPhone(async (page) => {
      await keep(page);
      await page.goto(`${portal.url}/sw/find`);
      await page.locator('[data-followed] button').click();
      await page.waitForFunction(
        async () =>
          (await caches.keys()).length === 0 &&
          (await navigator.serviceWorker.getRegistrations()).length === 0,
      );
      expect(await page.locator('[data-followed]').isVisible()).toBe(false);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    }),
  120_000,
);

it('can be put on the start screen, in the jurisdiction’s colours', async () => {
  const html = await (await fetch(`${portal.url}/sw/find`)).text();
  const address = /<link rel="manifest" href="([^"]+)"/.exec(html)?.[1] ?? '';
  const manifest: { start_url: string; icons: { src: string; sizes: string; purpose: string }[] } = await (
    await fetch(portal.url + address)
  ).json();
  expect(manifest.start_url).toBe('/sw/find');
  expect(manifest.icons.map(({ purpose }) => purpose)).toEqual(['any', 'any', 'maskable']);
  for (const { src, sizes } of manifest.icons) {
    const png = Buffer.from(await (await fetch(portal.url + src)).arrayBuffer());
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect((await fetch(`${portal.url}/icon-9.png`)).status).toBe(404);
});
