/**
 * The status page in every state and both languages, in a real browser: what a chat previews, what is printed, what it
 * weighs. `PICTURES=folder` keeps a picture of each state, to be looked at.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { codeOf, seedEveryState } from '../setup/every-state.ts';
import { startWeb, type WebProcess } from '../setup/portal-process.ts';
import { seedPublished } from '../setup/published-fixture.ts';
import { ensureSite } from '../setup/site.ts';
import { STATES } from '../src/status/status-fixtures.ts';

const PICTURES = process.env['PICTURES'] ?? null;
const PUBLIC_URL = 'https://majibu.example';
const LANGUAGES = [
  ['en', ''],
  ['sw', '/sw'],
] as const;
const NAMES = [...Object.keys(STATES), 'withdrawn', 'unknown', 'mistyped', 'malformed'];

let databases: TestDatabases;
let web: WebProcess;
let opened: TestBrowser;
const codes: Record<string, string> = {};

beforeAll(async () => {
  await ensureSite();
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  Object.assign(codes, await seedEveryState(databases.urls.publisher, new Date()));
  const unknown = codeOf(10_000);
  codes['unknown'] = unknown;
  codes['mistyped'] = unknown.slice(0, -1) + (unknown.endsWith('7') ? '8' : '7');
  codes['malformed'] = unknown.slice(0, 7);
  [web, opened] = await Promise.all([
    startWeb({
      DATABASE_URL: databases.urls.web,
      JURISDICTION: path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'),
      PUBLIC_URL,
    }),
    openBrowser(),
  ]);
  if (PICTURES) await mkdir(PICTURES, { recursive: true });
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await web?.stop();
  await databases?.drop();
});

const at = (name: string, prefix = '', ending = '') => `${web.url}${prefix}/i/${codes[name]}${ending}`;
const phone: BrowserContextOptions = { viewport: { width: 360, height: 640 } };

async function withPage<T>(
  options: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
  browser: Browser = opened.browser,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const keep = async (page: Page, name: string) => {
  if (PICTURES)
    await page.screenshot({ path: path.join(PICTURES, `${name.replace(/\W+/g, '-')}.png`), fullPage: true });
};

/** What a chat reads: the first 300 kB, no script, `property` and `content` of each `meta`. */
async function previewOf(url: string): Promise<Record<string, string>> {
  const html = (await (await fetch(url)).text()).slice(0, 300_000);
  const found: Record<string, string> = {};
  for (const [, name = '', content = ''] of html.matchAll(
    /<meta (?:property|name)="([^"]+)" content="([^"]*)"/g,
  ))
    found[name] ??= content.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
  return found;
}

/** Width and height as the PNG says them (W3C PNG, IHDR). */
async function picture(url: string): Promise<{ status: number; bytes: Buffer; size: [number, number] }> {
  const answer = await fetch(url);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return { status: answer.status, bytes, size: [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] };
}

describe.each(LANGUAGES)('the preview in a chat, in %s', (lang, prefix) => {
  it('says status and days waiting, and shows a picture by its whole address', async () => {
    for (const name of Object.keys(STATES)) {
      const found = await previewOf(at(name, prefix));
      const code = codes[name];
      expect(found['og:title'], name).toContain(code);
      // In the words of the page: what is late comes first, and nothing is said that the page does not say.
      const said = found['og:description'] ?? '';
      expect(said.length, name).toBeGreaterThan(20);
      expect(found['description'], name).toBe(said);
      expect(found['og:image:alt']?.length, name).toBeGreaterThan(5);
      if (/^(sensitive|withheld)/.test(name))
        expect(said + found['og:image:alt'], name).not.toMatch(/\d|Tambach/);
      if (/^guarded, not/.test(name))
        expect(said, name).not.toMatch(/Tambach|\d{4}|\d+\s(days|hours)|(siku|saa)\s\d/);
      if (/overdue/.test(name))
        expect(said, name).toMatch(lang === 'sw' ? /Imechelewa kwa/ : /This is \d+\sdays? late/);
      expect(found['og:url'], name).toBe(`${PUBLIC_URL}${prefix}/i/${code}`);
      expect(found['og:locale'], name).toBe(`${lang}_KE`);
      expect(found['og:image'], name).toMatch(
        new RegExp(`^${PUBLIC_URL}${prefix}/i/${code}\\.png\\?v=[0-9a-f]{8}$`),
      );
      expect(found['og:image:type']).toBe('image/png');
      expect([found['og:image:width'], found['og:image:height']]).toEqual(['1200', '630']);
      expect(found['twitter:card']).toBe('summary_large_image');
    }
    const pages = await Promise.all(
      Object.keys(STATES).map(
        async (name) => [name, (await previewOf(at(name, prefix)))['og:description']] as const,
      ),
    );
    const saidBy = new Map(pages);
    for (const status of ['received', 'being handled', 'closed'])
      expect(saidBy.get(`withheld, ${status}`)).toBe(saidBy.get(`sensitive, ${status}`));
    const waiting = await previewOf(at('waiting, in time', prefix));
    expect(waiting['og:title']).toMatch(lang === 'sw' ? /siku\s10/ : /10\sdays/);
  });

  it('has a picture of less than 40 kB for every state', async () => {
    for (const name of NAMES) {
      const { bytes, size } = await picture(at(name, prefix, '.png'));
      expect(size, name).toEqual([1200, 630]);
      expect(bytes.length, name).toBeLessThan(40_960);
    }
  });

  it('tells reports whose content is not published apart by status alone', async () => {
    const [one, other] = await Promise.all(
      ['sensitive, closed', 'withheld, closed'].map((name) => picture(at(name, prefix, '.png'))),
    );
    expect(one?.bytes.equals(other?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  it('has one and the same picture for every code that leads to nothing', async () => {
    const found = await Promise.all(
      ['unknown', 'mistyped', 'malformed', 'withdrawn'].map((name) => picture(at(name, prefix, '.png'))),
    );
    expect(found.map(({ status }) => status)).toEqual([404, 404, 404, 410]);
    expect(new Set(found.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
  });
});

/** Bytes over the wire as the browser counts them, heads of answers included, and what was asked for. */
async function weigh(
  url: string,
  options: BrowserContextOptions,
): Promise<{ bytes: number; asked: string[] }> {
  return withPage(options, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    const asked: string[] = [];
    session.on('Network.loadingFinished', (event) => {
      bytes += event.encodedDataLength;
    });
    session.on('Network.requestWillBeSent', (event) => asked.push(new URL(event.request.url).pathname));
    await page.goto(url, { waitUntil: 'networkidle' });
    return { bytes, asked };
  });
}

describe('weight over the wire, counted by the browser', () => {
  it.each(LANGUAGES)(
    'is 14 kB at most in every state without script, in %s',
    async (_, prefix) => {
      const weights: Record<string, number> = {};
      for (const name of NAMES) {
        const { bytes } = await weigh(at(name, prefix), { ...phone, javaScriptEnabled: false });
        weights[name] = bytes;
        expect(bytes, name).toBeLessThanOrEqual(14_336);
      }
      if (PICTURES)
        await writeFile(
          path.join(PICTURES, `weights${prefix.replace('/', '-')}.json`),
          JSON.stringify(weights),
        );
    },
    180_000,
  );

  it('is one answer and no more before anything is seen: one round trip', async () => {
    const { asked, bytes } = await weigh(at('waiting, overdue', '/sw'), {
      ...phone,
      javaScriptEnabled: false,
    });
    expect(asked.filter((path) => !/\.(svg|png|webmanifest)$/.test(path))).toEqual([
      `/sw/i/${codes['waiting, overdue']}`,
    ]);
    expect(bytes).toBeLessThanOrEqual(10_240);
  });

  it('is little more with script, and asks for no picture', async () => {
    const { bytes, asked } = await weigh(at('waiting, overdue'), phone);
    if (PICTURES) await writeFile(path.join(PICTURES, 'with-script.json'), JSON.stringify({ bytes, asked }));
    expect(bytes).toBeLessThanOrEqual(12_288);
    expect(asked.filter((path) => /\.(png|qr\.svg)$/.test(path))).toEqual([]);
  });
});

describe('a code to scan', () => {
  it('is loaded by nobody who does not ask for it, and by those who do', async () => {
    await withPage(phone, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(at('waiting, in time'), { waitUntil: 'networkidle' });
      expect(asked.filter((path) => path.endsWith('.qr.svg'))).toEqual([]);
      await page.locator('.qr summary').click();
      await page.waitForFunction(
        () => document.querySelector<HTMLImageElement>('.qr img')?.naturalWidth === 328,
      );
      expect(asked.some((path) => path.endsWith('.qr.svg'))).toBe(true);
    });
  });

  it('is on paper', async () => {
    await withPage({ viewport: { width: 673, height: 1000 } }, async (page) => {
      await page.goto(at('waiting, in time'));
      for (const format of ['A4', 'A5']) {
        const pdf = await page.pdf({ format, preferCSSPageSize: false });
        expect(pdf.toString('latin1').match(/\/Type \/Page\b/g), format).toHaveLength(1);
        if (PICTURES) await writeFile(path.join(PICTURES, `print-${format}.pdf`), pdf);
      }
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.qr img').isVisible()).toBe(true);
      await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.qr img')?.complete);
      await keep(page, 'print');
    });
  });
});

describe.each(LANGUAGES)('every state in %s', (lang, prefix) => {
  it('says one plain sentence first, stays in a width of 320 px, and axe finds nothing', async () => {
    await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const name of NAMES) {
        await page.goto(at(name, prefix));
        expect(await page.locator('h1').count(), name).toBe(1);
        expect(await sideways(page), name).toBe(0);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map((found) => `${name}: ${found.id} ${found.nodes[0]?.html}`)).toEqual([]);
      }
    });
  }, 300_000);

  it('fits when text is twice as large', async () => {
    await withPage(phone, async (page) => {
      for (const name of ['waiting, overdue', 'disputed', 'guarded, released', 'unknown']) {
        await page.goto(at(name, prefix));
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
        expect(await sideways(page), name).toBe(0);
        await keep(page, `${lang} twice ${name}`);
      }
    });
  });

  it.runIf(PICTURES !== null)(
    'is pictured in light and dark',
    async () => {
      for (const colorScheme of ['light', 'dark'] as const)
        await withPage({ ...phone, colorScheme }, async (page) => {
          for (const name of NAMES) {
            await page.goto(at(name, prefix));
            await keep(page, `${lang} ${colorScheme} ${name}`);
          }
        });
      await withPage({ ...phone, forcedColors: 'active' }, async (page) => {
        await page.goto(at('waiting, overdue', prefix));
        await keep(page, `${lang} forced`);
      });
      for (const name of NAMES) {
        const answer = await fetch(at(name, prefix, '.png'));
        await writeFile(
          path.join(PICTURES ?? '', `preview ${lang} ${name}`.replace(/\W+/g, '-').concat('.png')),
          Buffer.from(await answer.arrayBuffer()),
        );
      }
    },
    300_000,
  );
});
