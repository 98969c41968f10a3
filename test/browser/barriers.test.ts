/**
 * The status page in every state and both languages, as it is read by people whose eyes, hands, screens or browsers are
 * not those it was drawn with.
 *
 * Source: WCAG 2.2 AA
 */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { type EveryStatePortal, openEveryState } from '../setup/every-state-portal.ts';
import { crowding, doubleText, keyboardWalk, motion, sameNames, spaceText } from '../setup/reading.ts';

let portal: EveryStatePortal;
let opened: TestBrowser;

beforeAll(async () => {
  [portal, opened] = await Promise.all([openEveryState(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await portal?.stop();
});

async function withPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await opened.browser.newContext(options);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const narrow = { viewport: { width: 320, height: 640 } };
const LANGUAGES = ['en', 'sw'] as const;
const pagesIn = (lang: string) => portal.pages.filter(([name]) => name.startsWith(lang));
/** Pages that differ most in what stands on them, for what takes long. */
const SOME = [
  'the longest',
  'waiting, overdue',
  'merged into a public report',
  'sensitive, closed',
  'mistyped',
];
const someIn = (lang: string) => pagesIn(lang).filter(([name]) => SOME.some((each) => name.endsWith(each)));

describe.each(LANGUAGES)('every state, in %s', (lang) => {
  it('fits a screen of 320 px, with text twice as large and with letters, words and lines apart', async () => {
    await withPage(narrow, async (page) => {
      for (const [name, path] of pagesIn(lang)) {
        await page.goto(portal.url + path);
        expect(await crowding(page), name).toEqual([]);
        await spaceText(page);
        expect(await crowding(page), `${name}, spaced`).toEqual([]);
        await page.goto(portal.url + path);
        await page.setViewportSize({ width: 360, height: 640 });
        await doubleText(page);
        expect(await crowding(page), `${name}, twice as large`).toEqual([]);
        await page.setViewportSize(narrow.viewport);
      }
    });
  });

  it('is told in order without any style: one headline, no level left out, no word run into the next', async () => {
    await withPage({ ...narrow, javaScriptEnabled: false }, async (page) => {
      await page.route('**/i/*', async (route) => {
        const answer = await route.fetch();
        const bare = (await answer.text()).replace(/<style>[\s\S]*?<\/style>/g, '');
        await route.fulfill({ response: answer, body: bare });
      });
      for (const [name, path] of pagesIn(lang)) {
        await page.goto(portal.url + path);
        const headings = await page
          .locator('h1, h2, h3')
          .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
        expect(
          headings.filter((level) => level === 1),
          name,
        ).toHaveLength(1);
        // None is below another by more than a level.
        expect(
          headings.every((level, at) => level - (headings[at - 1] ?? 0) <= 1),
          name,
        ).toBe(true);
        // Nothing runs into the word before it where no style keeps them apart.
        const main = (await page.locator('main').innerText()).replaceAll('WhatsApp', '');
        expect(main, name).not.toMatch(/\d{4}[A-Z]|[a-z]{3}[A-Z][a-z]/);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name).toBe(
          true,
        );
      }
    });
  });

  it('is heard in order: skip link, county, languages, sections, the page, its first sentence', async () => {
    await withPage(narrow, async (page) => {
      for (const [name, path] of someIn(lang)) {
        await page.goto(portal.url + path);
        expect(await page.getAttribute('html', 'lang'), name).toBe(lang);
        const landmarks = await page.evaluate(() =>
          [
            ...document.querySelectorAll('body > a, header, header nav, main, main h1, footer, footer nav'),
          ].map((each) => `${each.tagName.toLowerCase()}${each.hasAttribute('aria-label') ? ', named' : ''}`),
        );
        expect(landmarks, name).toEqual(['a', 'header', 'nav, named', 'main', 'h1', 'footer', 'nav, named']);
        const other = page.locator('header a[hreflang]').last();
        expect(await other.getAttribute('lang'), name).toBe(await other.getAttribute('hreflang'));
        expect(await sameNames(page), name).toEqual([]);
        const times = await page
          .locator('time')
          .evaluateAll((all) =>
            all.filter((each) => each.textContent).map((each) => each.getAttribute('datetime') ?? 'none'),
          );
        expect(
          times.filter((time) => !/^\d{4}-\d\d(-\d\d)?$/.test(time)),
          name,
        ).toEqual([]);
      }
    });
  });

  it('is walked through by the Tab key, seen at each step, beginning with the way to the content', async () => {
    await withPage(narrow, async (page) => {
      for (const [name, path] of someIn(lang)) {
        await page.goto(portal.url + path, { waitUntil: 'networkidle' });
        const { stops, faults } = await keyboardWalk(page);
        expect(faults, name).toEqual([]);
        expect(stops.length, name).toBeGreaterThan(10);
        await page.reload();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        expect(
          await page.evaluate(() => document.activeElement?.closest('main, footer') !== null),
          name,
        ).toBe(true);
      }
    });
  });

  it('has targets that a thumb hits', async () => {
    await withPage(narrow, async (page) => {
      for (const [name, path] of someIn(lang)) {
        await page.goto(portal.url + path, { waitUntil: 'networkidle' });
        const { violations, passes } = await new AxeBuilder({ page }).withRules(['target-size']).analyze();
        expect(
          violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
          name,
        ).toEqual([]);
        expect(passes.length, name).toBe(1);
      }
    });
  });

  it('keeps its contrast in the dark, where more of it is asked for, and in both at once', async () => {
    for (const options of [
      { colorScheme: 'dark' },
      { contrast: 'more' },
      { colorScheme: 'dark', contrast: 'more' },
    ] as const)
      await withPage({ ...narrow, ...options }, async (page) => {
        for (const [name, path] of someIn(lang)) {
          await page.goto(portal.url + path);
          const rule = 'contrast' in options ? 'color-contrast-enhanced' : 'color-contrast';
          const { violations } = await new AxeBuilder({ page }).withRules([rule]).analyze();
          expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => `${name}: ${html}`))).toEqual([]);
        }
      });
  });
});

it('nothing moves, whoever asks for less of it or not', async () => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const)
    await withPage({ ...narrow, reducedMotion }, async (page) => {
      for (const [name, path] of someIn('en')) {
        await page.goto(portal.url + path, { waitUntil: 'networkidle' });
        expect(await motion(page), name).toEqual([]);
      }
    });
});

it('in high contrast the newest step and the current section are still told by their shape', async () => {
  await withPage({ ...narrow, forcedColors: 'active' }, async (page) => {
    await page.goto(`${portal.url}/i/${portal.codes['the longest']}`);
    const dots = await page
      .locator('.timeline li')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each, '::before').backgroundColor));
    expect(dots.at(-1)).not.toBe(dots[0]);
    await page.goto(`${portal.url}/requests`);
    const lines = await page
      .locator('.menu a')
      .evaluateAll((all) =>
        all.map(
          (each) => [each.hasAttribute('aria-current'), getComputedStyle(each).borderBottomColor] as const,
        ),
      );
    const shown = new Set(lines.filter(([current]) => !current).map(([, colour]) => colour));
    expect(shown.size).toBe(1);
    expect([...shown][0]).not.toBe(lines.find(([current]) => current)?.[1]);
    const marks = await page
      .locator('.mark-full')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor));
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(marks.every((mark) => mark !== paper)).toBe(true);
  });
});

it('what these tests look for is found where it is', async () => {
  await withPage(narrow, async (page) => {
    await page.setContent(
      `<style>a{outline:none}@keyframes turn{to{rotate:1turn}}i{animation:turn 1s infinite}</style>
       <main><p style="width:500px">wide</p><p style="height:8px;overflow:hidden">cut off</p><i>turns</i>
       <p>one</p><p style="margin-top:-2em">over it</p><a href="/a">more</a> <a href="/b">more</a></main>`,
    );
    const faults = (await crowding(page)).join('\n');
    for (const fault of ['sideways', 'cut off: p. "cut off"', 'lies on each other'])
      expect(faults).toContain(fault);
    expect(await motion(page)).toContain('moves: i.');
    expect((await keyboardWalk(page)).faults[0]).toContain('not seen to have the focus');
    expect(await sameNames(page)).toHaveLength(1);
  });
});
