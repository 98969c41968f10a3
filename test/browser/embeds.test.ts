/** Figures and embeds in a real browser: in frames of another site, on narrow screens, in light and dark. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';

let portal: SeededPortal;
let opened: TestBrowser;
/** another site, which frames what its address names */
let other: Server;

beforeAll(async () => {
  [portal, opened] = await Promise.all([openSeededPortal(), openBrowser()]);
  other = createServer((request, response) => {
    const framed = new URL(request.url ?? '/', 'http://other').searchParams.get('frame') ?? '';
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><title>A newspaper</title><iframe width="300" height="400" src="${framed}"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
}, 180_000);
afterAll(async () => {
  other?.close();
  await opened?.close();
  await portal?.stop();
});

async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await opened.browser.newContext(options);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const PAGES = [
  '/figures',
  '/figures/1/requests_received',
  '/figures/2/first_response_hours_median?area=emsoo',
  '/figures/2/answered_by_day',
  '/figures/2/accounted_for?member=published',
  '/figures/9/requests_open',
  '/figures/2/nope',
  '/figures/2/requests_open?area=nowhere',
];
const EMBEDS = [
  '/embed/figure/2/first_response_hours_median?area=emsoo',
  '/embed/figure/2/accounted_for',
  '/embed/chart/2/answered_by_day',
  '/embed/map/2/requests_received',
  '/embed/figure/2/nope',
];
const both = (paths: readonly string[]) => paths.flatMap((path) => [path, `/sw${path}`]);

async function complaintsOf(page: Page, path: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/^(error|warning)$/.test(message.type()) && !/Failed to load resource.*40[04]/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(portal.url + path);
  for (const summary of await page.locator('summary').all()) await summary.click();
  const aside = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (aside > 0) complaints.push(`scrolls sideways by ${aside}`);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return [
    ...complaints,
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3)}`),
  ];
}

describe.each([
  ['light', both],
  // the words are the same in the dark
  ['dark', (paths: readonly string[]) => paths],
] as const)('in %s', (colorScheme, of) => {
  it.each(of(PAGES))('%s on a phone: no complaint, nothing sideways, nothing that axe finds', (path) =>
    withPage({ viewport: { width: 360, height: 640 }, colorScheme }, async (page) => {
      expect(await complaintsOf(page, path)).toEqual([]);
    }),
  );

  it.each(of(EMBEDS))('%s at 300 pixels: legible, nothing that axe finds', (path) =>
    withPage({ viewport: { width: 300, height: 400 }, colorScheme }, async (page) => {
      expect(await complaintsOf(page, path)).toEqual([]);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((element) => element.childElementCount === 0 && element.textContent?.trim())
          .filter((element) => element.getClientRects().length > 0)
          .map((element) => {
            const svg = element.closest('svg');
            const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
            return Number.parseFloat(getComputedStyle(element).fontSize) * scale;
          })
          .filter((size) => size < 10.5),
      );
      expect(small, 'type that is too small').toEqual([]);
    }),
  );
});

describe('in the frame of another site', () => {
  const framed = (page: Page, path: string) => {
    const { port } = other.address() as AddressInfo;
    // Another host and another port: another origin, and another site.
    const address = portal.url.replace('127.0.0.1', 'localhost') + path;
    return page.goto(`http://127.0.0.1:${port}/?frame=${encodeURIComponent(address)}`, { waitUntil: 'load' });
  };

  it.each(EMBEDS.slice(0, 4))('%s is shown, and its source opens outside of the frame', (path) =>
    withPage({ javaScriptEnabled: false }, async (page) => {
      await framed(page, path);
      const frame = page.frameLocator('iframe');
      expect(await frame.locator('h1').innerText()).not.toBe('');
      const colour = await frame.locator('main').evaluate((main) => getComputedStyle(main).borderTopWidth);
      expect(colour, 'its style is there').toBe('4px');
      expect(await frame.locator('footer a').getAttribute('target')).toBe('_blank');
    }),
  );

  it.each(['/figures/2/requests_open', '/', '/areas/emsoo'])('%s is not', (path) =>
    withPage({}, async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await framed(page, path);
      await expect.poll(() => complaints.join(' '), { timeout: 5_000 }).toMatch(/frame-ancestors/);
      expect(page.frames().filter((frame) => frame.url().startsWith('http://localhost'))).toEqual([]);
    }),
  );
});

describe('a figure', () => {
  it('that a page states is one tap away', () =>
    withPage({ viewport: { width: 360, height: 640 } }, async (page) => {
      await page.goto(`${portal.url}/areas`);
      const number = page.locator('td.number a').first();
      const text = (await number.innerText()).trim();
      await number.click();
      await page.waitForURL('**/figures/2/**');
      expect(await page.locator('.figure-number').innerText()).toContain(text);
    }));
});
