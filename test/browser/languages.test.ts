/** A page is offered in the language that the browser prefers; the link that was followed decides. */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
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

async function withPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await opened.browser.newContext({ viewport: { width: 320, height: 640 }, ...options });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const offer = (page: Page) => page.locator('.suggestion a');

describe('a reader whose browser prefers Swahili', () => {
  it.each([true, false])('is offered an English page in it, with script: %s', async (javaScriptEnabled) => {
    await withPage({ locale: 'sw-KE', javaScriptEnabled }, async (page) => {
      await page.goto(`${portal.url}/requests?status=open`);
      expect(page.url()).toBe(`${portal.url}/requests?status=open`);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.locator('.suggestion').getAttribute('lang')).toBe('sw');
      expect(await offer(page).getAttribute('hreflang')).toBe('sw');
      expect(await offer(page).textContent()).toBe('Soma ukurasa huu kwa Kiswahili');
      await offer(page).click();
      expect(page.url()).toBe(`${portal.url}/sw/requests?status=open`);
      expect(await page.locator('html').getAttribute('lang')).toBe('sw');
      expect(await offer(page).count()).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
    });
  });

  it('is offered it on a status page and where a code leads nowhere, without anything scrolling sideways', async () => {
    await withPage({ locale: 'sw' }, async (page) => {
      for (const code of [CODES.waiting, '222-222-2222']) {
        await page.goto(`${portal.url}/i/${code}`);
        expect(await offer(page).getAttribute('href'), code).toMatch(/^\/sw\/i\//);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    });
  });

  it('is offered nothing on a Swahili page', async () => {
    await withPage({ locale: 'sw' }, async (page) => {
      await page.goto(`${portal.url}/sw/i/${CODES.waiting}`);
      expect(await offer(page).count()).toBe(0);
    });
  });
});

describe('a reader of another language', () => {
  it.each([
    ['en-GB', '/sw', 'Read this page in English'],
    ['fr', '/', null],
    ['en-US', '/', null],
  ])('with a browser in %s is offered at %s: %s', async (locale, address, text) => {
    await withPage({ locale }, async (page) => {
      await page.goto(portal.url + address);
      expect(await offer(page).count()).toBe(text === null ? 0 : 1);
      if (text !== null) expect(await offer(page).textContent()).toBe(text);
    });
  });
});

describe('what machines are told of languages', () => {
  const alternates = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g)].map(([, tag, href]) => [
        tag,
        href,
      ]),
    );

  it('is on every page the same in each language, the first one for whoever speaks none of them', async () => {
    for (const path of ['/', '/areas', '/about/languages', '/data/requests', `/i/${CODES.waiting}`]) {
      const plain = path === '/' ? '' : path;
      const expected = {
        en: `${portal.url}${path}`,
        sw: `${portal.url}/sw${plain}`,
        'x-default': `${portal.url}${path}`,
      };
      for (const address of [path, `/sw${plain}`]) {
        const text = await (await fetch(portal.url + address)).text();
        expect(alternates(text), address).toEqual(expected);
      }
    }
  });

  it('is in the sitemap alike', async () => {
    const text = await (await fetch(`${portal.url}/sitemap.xml`)).text();
    const entries = text.match(/<url>.*?<\/url>/g) ?? [];
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries)
      expect([...entry.matchAll(/hreflang="([\w-]+)"/g)].map(([, tag]) => tag)).toEqual([
        'en',
        'sw',
        'x-default',
      ]);
    expect(text).toContain(`<loc>${portal.url}/sw/about/languages</loc>`);
  });

  it('costs a status page next to nothing: under 14 kB with the line in it', async () => {
    const weigh = async (language: string) => {
      const answer = await fetch(`${portal.url}/i/${CODES.waiting}`, {
        headers: { 'accept-language': language, 'accept-encoding': 'br' },
      });
      await answer.arrayBuffer();
      return Number(answer.headers.get('content-length'));
    };
    const [offered, plain] = [await weigh('sw'), await weigh('en')];
    expect(offered).toBeGreaterThan(plain);
    expect(offered - plain).toBeLessThan(200);
    expect(offered).toBeLessThan(14_000);
  });
});
