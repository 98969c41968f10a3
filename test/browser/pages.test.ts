/** Every page, in both languages, in a real browser, on the demonstration county. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { connectImporter } from '../../db/connect.ts';
import { loadDemonstration } from '../../db/demo/load.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { silent } from '../../db/progress.ts';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { crowding, doubleText, keyboardWalk, motion, spaceText } from '../setup/reading.ts';

const NOW = new Date('2026-11-22T09:00:00+03:00');

let portal: TestPortal;
let web: WebProcess;
let opened: TestBrowser;
/** a status page of each kind, by what it shows, and guarded rows of each precision by their own ids */
const codes: Record<string, string> = {};

beforeAll(async () => {
  portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  const importer = connectImporter(portal.databases.urls.importer);
  await loadDemonstration({ importer, pack: portal.pack, now: NOW, progress: silent });
  await importer.close();
  await portal.publishLive(NOW);
  await portal.publishReleases(NOW);
  [web, opened] = await Promise.all([portal.serve(), openBrowser()]);
  const publisher = connectImporter(portal.databases.urls.publisher);
  const { rows } = await publisher.pool.query<{ state: string; code: string }>(
    `select distinct on (state) state, service_request_id as code from (
       select service_request_id, case when tier <> 'open' then tier || case when tier = 'guarded' then case when detail ->> 'received_period' is null then ', not released' else ', released' end else '' end
              else 'open ' || (detail ->> 'outcome') end as state from published.request_live
       union all
       select service_request_id, 'record, ' || case when service_group is null then 'nothing' when service_code is null then 'group' else 'service' end || ' known'
         from published.request_version where disclosure = 'guarded' and to_release is null) states
      order by state, code`,
  );
  for (const { state, code } of rows) codes[state] = code;
  await publisher.close();
}, 600_000);
afterAll(async () => {
  await opened?.close();
  await portal?.stop();
});

const PAGES = [
  '/',
  '/find',
  '/areas',
  '/areas/0739',
  '/areas/149',
  '/services',
  '/services/road-damage',
  '/services/clinic-service',
  '/requests',
  '/requests?area=0739&status=open&sort=-waiting',
  '/performance',
  '/performance/roads-transport',
  '/performance/health',
  '/performance/area/0739',
  '/performance/service/road-damage',
  '/figures',
  '/figures/20/resolution_hours_p90?area=0739',
  '/figures/20/outcomes_by_day',
  '/data',
  '/data/requests',
  '/data/response_times',
  '/developers',
  '/releases',
  '/releases/1',
  '/releases/20',
  '/about',
  '/about/method',
  '/about/privacy',
  '/about/languages',
  '/no-such-page',
  '/i/AAA-AAA-AAAA',
];
const FOUND = PAGES.slice(0, -2);
const LANGUAGES = [
  ['en', ''],
  ['sw', '/sw'],
] as const;
const each = LANGUAGES.flatMap(([lang, prefix]) =>
  PAGES.map((page) => [lang, prefix + (page === '/' && prefix ? '/' : page)] as const),
);

interface Visit {
  readonly page: Page;
  readonly complaints: string[];
}

async function visit(context: BrowserContext, path: string): Promise<Visit> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser itself reports that a page was not found; that is what was asked for.
    if (/^(error|warning)$/.test(message.type()) && !/Failed to load resource.*40[04]/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(web.url) && !request.url().startsWith('data:'))
      complaints.push(`asks another site: ${request.url()}`);
  });
  await page.goto(web.url + path, { waitUntil: 'load' });
  return { page, complaints };
}

async function withContext<T>(
  options: Parameters<TestBrowser['browser']['newContext']>[0],
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await opened.browser.newContext(options);
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

const phone = { viewport: { width: 360, height: 640 } };
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function check(path: string, lang: string): Promise<void> {
  await withContext(phone, async (context) => {
    const { page, complaints } = await visit(context, path);
    expect(await page.getAttribute('html', 'lang')).toBe(lang);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await overflow(page), 'scrolls sideways').toBe(0);
    // To the end of the page, so that what is drawn only when seen is drawn.
    await page.evaluate(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += 300) {
        window.scrollTo(0, y);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    });
    await page.waitForTimeout(150);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(
      violations.map(
        (found) =>
          `${found.id}: ${found.nodes
            .map((node) => node.html)
            .slice(0, 3)
            .join(' ')}`,
      ),
    ).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

describe('every page, on a phone', () => {
  it.each(each)('%s %s: no complaint, nothing sideways, nothing that axe finds', (lang, path) =>
    check(path, lang),
  );

  it('the demonstration has a status page of every kind', () => {
    expect(Object.keys(codes)).toEqual(
      expect.arrayContaining([
        'open waiting',
        'open in_progress',
        'open resolved',
        'open reopened',
        'open declined',
        'open merged',
        'guarded, released',
        'guarded, not released',
        'record, service known',
        'record, group known',
        'record, nothing known',
        'sensitive',
        'withheld',
      ]),
    );
  });

  it.each(LANGUAGES)('status pages of every kind in %s', async (lang, prefix) => {
    for (const code of Object.values(codes)) await check(`${prefix}/i/${code}`, lang);
  });

  it('in the dark, text keeps its contrast', async () => {
    await withContext({ ...phone, colorScheme: 'dark' }, async (context) => {
      for (const path of ['/', '/areas', '/performance', '/requests', `/i/${codes['open waiting']}`]) {
        const { page } = await visit(context, path);
        const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
        expect(violations.flatMap((found) => found.nodes.map((node) => `${path} ${node.html}`))).toEqual([]);
        await page.close();
      }
    });
  });
});

describe('every page for whoever reads in another way', () => {
  it.each(each)('%s %s: narrow, large, spaced, by keyboard, without motion', async (lang, path) => {
    await withContext({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' }, async (context) => {
      const { page } = await visit(context, path);
      expect(await crowding(page), '320 px').toEqual([]);
      // Other words need other room; what is focused and what moves is the same in each language.
      if (lang === 'en') {
        expect(await motion(page)).toEqual([]);
        const { stops, faults } = await keyboardWalk(page);
        expect(faults).toEqual([]);
        expect(stops.length).toBeGreaterThan(10);
        await page.reload();
      }
      await spaceText(page);
      expect(await crowding(page), 'spaced').toEqual([]);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        await page.reload();
        await doubleText(page);
        expect(await crowding(page), `twice as large at ${width} px`).toEqual([]);
      }
    });
  });
});

describe('without script', () => {
  it('every page says what it says with it', async () => {
    await withContext({ ...phone, javaScriptEnabled: false }, async (context) => {
      for (const path of FOUND) {
        const page = await context.newPage();
        const answer = await page.goto(web.url + path);
        expect(answer?.status(), path).toBe(200);
        expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(100);
        await page.close();
      }
    });
  });

  it('the map is a picture with links and the charts are tables', async () => {
    await withContext({ ...phone, javaScriptEnabled: false }, async (context) => {
      const page = await context.newPage();
      await page.goto(`${web.url}/areas`);
      expect(await page.locator('h1').innerText()).toBe('The 20 wards, side by side');
      expect(await page.locator('main svg a').count()).toBe(20);
      expect(await page.locator('main table tbody tr').count()).toBeGreaterThanOrEqual(20);
      await page.goto(`${web.url}/performance`);
      expect(await page.locator('main table').count()).toBeGreaterThan(0);
    });
  });

  it('no script of a status page holds up its drawing, and none stands in the page itself', async () => {
    const html = await (await fetch(`${web.url}/i/${codes['open waiting']}`)).text();
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) {
      expect(tag).toMatch(/ type="module"| defer| type="application\/ld\+json"/);
      expect(tag).toMatch(/ src="\/| type="application\/ld\+json"/);
    }
  });
});

describe('with script', () => {
  it('the map can be moved with Leaflet and its areas reached by keyboard', async () => {
    await withContext({ viewport: { width: 1280, height: 900 } }, async (context) => {
      const { page, complaints } = await visit(context, '/areas');
      const names = new Set<string>();
      for (let i = 0; i < 60 && names.size < 3; i++) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(() =>
          document.activeElement?.closest('svg')
            ? (document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent)
            : null,
        );
        if (name) names.add(name);
      }
      expect(names.size).toBe(3);
      const button = page.locator('main button', { hasText: /map/i }).first();
      if (await button.count()) await button.click();
      await page.locator('.leaflet-container').first().waitFor({ timeout: 10_000 });
      expect(
        await page.locator('.leaflet-container path, .leaflet-container svg a').count(),
      ).toBeGreaterThanOrEqual(20);
      expect(complaints).toEqual([]);
    });
  });

  it('charts are drawn from their tables', async () => {
    await withContext({ viewport: { width: 1280, height: 900 } }, async (context) => {
      const { page, complaints } = await visit(context, '/performance');
      await page.evaluate(() => document.querySelector('[data-chart], figure table')?.scrollIntoView());
      await page.locator('canvas').first().waitFor({ timeout: 10_000 });
      const inked = await page
        .locator('canvas')
        .first()
        .evaluate(async (canvas) => {
          await new Promise((resolve) => setTimeout(resolve, 500));
          const { data } = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 200, 200) ?? {
            data: [],
          };
          return Array.from(data).some((value) => value !== 0);
        });
      expect(inked).toBe(true);
      expect(complaints).toEqual([]);
    });
  });
});

describe('a chart', () => {
  const performance = async (context: BrowserContext) => {
    const visited = await visit(context, '/performance');
    const chart = visited.page.locator('#outcomes');
    await chart.scrollIntoViewIfNeeded();
    await visited.page.locator('#outcomes.chart-drawn').waitFor({ timeout: 10_000 });
    return { ...visited, chart };
  };

  it('is saved as picture, drawing and table, each with what it shows', async () => {
    await withContext({ viewport: { width: 1280, height: 900 } }, async (context) => {
      const { page, chart, complaints } = await performance(context);
      const save = async (kind: string) => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          chart.locator(`[data-save=${kind}]`).click(),
        ]);
        return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
      };
      const png = await save('png');
      expect([png.name, png.bytes.subarray(1, 4).toString()]).toEqual(['outcomes.png', 'PNG']);
      const svg = (await save('svg')).bytes.toString();
      expect(svg).toContain('still waiting');
      expect(svg).not.toMatch(/class=|var\(/);
      const csv = (await save('csv')).bytes.toString();
      expect(csv).toContain('Resolved,Resolved: low,Resolved: high');
      expect(complaints).toEqual([]);
    });
  });

  it('is printed as the server drew it, and no table is cut off on A4', async () => {
    await withContext({ viewport: { width: 673, height: 1000 } }, async (context) => {
      const { page } = await performance(context);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#outcomes canvas').isVisible()).toBe(false);
      expect(await page.locator('#outcomes .chart-still svg.curve-wide').isVisible()).toBe(true);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main table')]
          .filter((table) => table.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map((table) => table.querySelector('caption')?.textContent),
      );
      expect(cut).toEqual([]);
    });
  });
});

describe('a citizen', () => {
  it('types a code as people do, finds the report, and is told when a character is wrong', async () => {
    await withContext(phone, async (context) => {
      const code = codes['open waiting'] ?? '';
      const { page } = await visit(context, '/find');
      await page.locator('main input').first().fill(code.toLowerCase().replaceAll('-', ' '));
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/i/${code}`);
      const wrong = code.slice(0, -1) + (code.endsWith('7') ? '8' : '7');
      const answer = await page.goto(`${web.url}/i/${wrong}`);
      expect(answer?.status()).toBe(404);
      expect(await page.locator('main input').count()).toBeGreaterThan(0);
    });
  });

  it('reads on the first screen of a small phone what became of the report', async () => {
    await withContext({ ...phone, javaScriptEnabled: false }, async (context) => {
      for (const state of ['open waiting', 'open resolved', 'open declined', 'sensitive']) {
        const page = await context.newPage();
        await page.goto(`${web.url}/i/${codes[state]}`);
        const box = await page.locator('h1').boundingBox();
        expect(box && box.y + box.height, state).toBeLessThan(640);
        await page.close();
      }
    });
  });
});

describe('weight on the wire', () => {
  const bytes = async (path: string): Promise<number> => {
    let sum = 0;
    const get = async (at: string) => {
      const answer = await fetch(at, { headers: { 'accept-encoding': 'identity' } });
      const text = await answer.text();
      const { brotliCompressSync } = await import('node:zlib');
      sum += brotliCompressSync(text).length + 500;
      return text;
    };
    const html = await get(web.url + path);
    const parts = [
      ...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"|<script[^>]+src="([^"]+)"/g),
    ].map((match) => match[1] ?? match[2] ?? '');
    for (const part of parts) await get(new URL(part, web.url + path).href);
    return sum;
  };

  it('a status page is 14 kB at most, any page 60 kB before a map or a chart is asked for', async () => {
    expect(await bytes(`/i/${codes['open waiting']}`)).toBeLessThanOrEqual(14_336);
    for (const page of FOUND) expect(await bytes(page), page).toBeLessThanOrEqual(61_440);
  });
});
