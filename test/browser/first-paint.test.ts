/**
 * A status page is drawn from one answer: nothing that a phone has to ask for stands between that answer and the
 * reader, and the answer fits into what a server may send before it hears from the phone again. No clock is needed to
 * show either.
 */
import { get } from 'node:http';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { type EveryStatePortal, openEveryState } from '../setup/every-state-portal.ts';

/** Ten segments of 1,460 bytes: TCP's first flight (RFC 6928). */
const FIRST_FLIGHT_BYTES = 14_600;

let portal: EveryStatePortal;
let opened: TestBrowser;

beforeAll(async () => {
  [portal, opened] = await Promise.all([openEveryState(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await portal?.stop();
});

const pageOf = (name: string) => portal.url + (portal.pages.find(([each]) => each === name)?.[1] ?? '');
/** How the first screen looks: what stands where, and in which type. */
const firstScreen = (page: Page) =>
  page.evaluate(() => {
    const rectangle = (each: Element) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join(' ');
    };
    const looks = (each: Element) => {
      const { color, fontSize, fontWeight } = getComputedStyle(each);
      return [each.tagName, rectangle(each), color, fontSize, fontWeight].join(' ');
    };
    return [...document.querySelectorAll('header a, h1, h2, main p, main li')]
      .filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().top < innerHeight)
      .map(looks);
  });

describe('what is drawn', () => {
  it.each([
    ['en: waiting, overdue', 1],
    ['sw: disputed', 1],
    // A box for codes has a script of its own, which keeps the key of a pasted link from being sent.
    ['sw: unknown', 2],
  ])('is all there while every other request is held back: %s', async (name, scripts) => {
    const context = await opened.browser.newContext({ viewport: { width: 360, height: 640 } });
    try {
      const page = await context.newPage();
      const held: Route[] = [];
      await page.route('**/*', (route) => {
        if (!route.request().isNavigationRequest()) held.push(route);
        else void route.continue();
      });
      await page.goto(pageOf(name), { waitUntil: 'commit' });
      await page.waitForFunction(
        () =>
          performance.getEntriesByName('first-contentful-paint').length > 0 &&
          document.querySelector('footer'),
      );
      // Told of it by another way than the drawing, and not always before it.
      await expect.poll(() => held.length).toBe(scripts);
      const before = await firstScreen(page);
      expect(before.length).toBeGreaterThan(10);
      for (const route of held) expect(new URL(route.request().url()).pathname).toMatch(/^\/assets\/.*\.js$/);
      await Promise.all(held.map((route) => route.continue()));
      await page.unrouteAll();
      await page.waitForLoadState('networkidle');
      // What needs script is added below it.
      expect(await firstScreen(page)).toEqual(before);
    } finally {
      await context.close();
    }
  });

  it('needs one answer without script, and one script with it; a report that is kept brings the rest', async () => {
    const context = await opened.browser.newContext({ viewport: { width: 360, height: 640 } });
    try {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      const asked: string[] = [];
      session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
      await page.goto(pageOf('en: waiting, overdue'), { waitUntil: 'networkidle' });
      const other = asked.filter((url) => !url.startsWith('data:')).slice(1);
      expect(other.map((url) => new URL(url).pathname)).toEqual([expect.stringMatching(/\.js$/)]);
      expect(await page.locator('link[rel=manifest]').count()).toBe(0);
      await page.locator('[data-follow] button').click();
      const manifest = await page.locator('link[rel=manifest]').getAttribute('href');
      expect((await fetch(portal.url + manifest)).status).toBe(200);
    } finally {
      await context.close();
    }
  });

  it('has an icon that was not asked for', async () => {
    const context = await opened.browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(pageOf('sw: resolved'));
      const width = await page.evaluate(async () => {
        const picture = new Image();
        picture.src = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '';
        await picture.decode();
        return picture.src.startsWith('data:') ? picture.naturalWidth : 0;
      });
      expect(width).toBeGreaterThan(0);
    } finally {
      await context.close();
    }
  });
});

/** Head and body as they come over the wire. */
const bytesOverTheWire = (path: string, encoding: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(portal.url + path, { agent: false, headers: { 'accept-encoding': encoding } }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.socket.bytesRead));
    }).once('error', reject);
  });

describe('the first flight of TCP', () => {
  it.each(['br', 'gzip'])(
    'holds the whole answer in every state and both languages: %s',
    async (encoding) => {
      const weights = await Promise.all(
        portal.pages.map(async ([name, path]) => ({ name, bytes: await bytesOverTheWire(path, encoding) })),
      );
      expect(weights.length).toBeGreaterThan(70);
      expect(weights.filter(({ bytes }) => bytes > FIRST_FLIGHT_BYTES || bytes < 1000)).toEqual([]);
      const heaviest = weights.toSorted((a, b) => b.bytes - a.bytes)[0];
      // What the README states: there is room for words yet.
      expect(heaviest?.bytes).toBeLessThan(10_240);
    },
  );
});
