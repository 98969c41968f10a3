/** A portal that has published nothing yet, and one whose database is away: what people read then. */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { headerPolicy } from '../../src/server/http/headers.ts';
import { OwnAnswers } from '../../src/server/http/own-answers.ts';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { seedEveryState } from '../setup/every-state.ts';
import { keepPicture } from '../setup/pictures.ts';
import { startWeb, type WebProcess } from '../setup/portal-process.ts';
import { ensureSite } from '../setup/site.ts';

let databases: TestDatabases;
let web: WebProcess;
let opened: TestBrowser;
let codes: Record<string, string>;

beforeAll(async () => {
  await ensureSite();
  databases = await createTestDatabases();
  codes = await seedEveryState(databases.urls.publisher, new Date());
  [web, opened] = await Promise.all([
    startWeb(
      {
        DATABASE_URL: databases.urls.web,
        JURISDICTION: path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'),
      },
      undefined,
      { published: false },
    ),
    openBrowser(),
  ]);
  // It listens before it has looked at its database.
  while ((await fetch(web.url)).status !== 200) await sleep(100);
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await web?.stop();
  await databases?.drop();
});

async function onPhone(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await opened.browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  try {
    await work(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

async function isWhole(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.locator('h1').count(), name).toBe(1);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    name,
  ).toBe(0);
  await keepPicture(page, name);
}

describe.each([
  ['en', '', 'Nothing is published yet', 'The office has your report.'],
  ['sw', '/sw', 'Bado hakuna kilichochapishwa', 'Ofisi imepata ripoti yako.'],
] as const)('a portal without data, in %s', (lang, prefix, title, headline) => {
  it.each(['/', '/areas', '/requests', '/services', '/releases'])(
    'says so at %s, and what to do',
    async (address) => {
      await onPhone(async (page) => {
        await page.goto(web.url + (prefix + address).replace(/(?<=.)\/$/, ''));
        expect(await page.locator('h1').innerText()).toBe(title);
        expect(await page.locator('main a').count()).toBeGreaterThan(0);
        if (address === '/') await isWhole(page, `${lang} without data`);
      });
    },
  );

  it('still says how each report stands', async () => {
    await onPhone(async (page) => {
      for (const name of ['waiting, overdue', 'guarded, not released', 'sensitive, closed', 'disputed']) {
        const answer = await page.goto(`${web.url}${prefix}/i/${codes[name]}`);
        expect(answer?.status(), name).toBe(200);
        await isWhole(page, `${lang} without data ${name}`);
      }
      await page.goto(`${web.url}${prefix}/i/${codes['waiting, overdue']}`);
      expect(await page.locator('h1').innerText()).toContain(headline);
    });
  });
});

describe.each(['en', 'sw'])('an answer that the site itself cannot give, in %s', (lang) => {
  it.each([400, 404, 429, 500, 503])('%i is a page of its own, in plain words', async (status) => {
    const answers = new OwnAnswers(headerPolicy('https://majibu.example'));
    const { headers: flat, body } = await answers
      .get(status, 'page', 'page', lang, { retryAfter: 30 })
      .variant('identity');
    const headers: Record<string, string> = {};
    for (let at = 0; at < flat.length; at += 2) headers[flat[at] ?? ''] = flat[at + 1] ?? '';
    await onPhone(async (page) => {
      await page.route('**/*', (route) => route.fulfill({ status, headers, body }));
      await page.goto('https://majibu.example/sw/i/K7Q-M2F-9XH4');
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await page.locator('h1').innerText()).not.toMatch(/\d/);
      expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontSize)).toBe('28px');
      expect(await page.getByRole('link').count()).toBe(status >= 429 ? 2 : 1);
      await isWhole(page, `${lang} own ${status}`);
    });
  });
});
