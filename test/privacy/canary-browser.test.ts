/**
 * Planted secrets in what a real browser gets and keeps: every byte of every answer, the page as scripts have made
 * it, its accessibility tree's text, the console, cookies and storage; and every address that it asks for.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { NOW, plantCanaries, SECRETS } from './plant-canaries.ts';

let portal: TestPortal;
let web: WebProcess;
let opened: TestBrowser;
/** where, and everything that was there */
const seen: { where: string; text: string }[] = [];
const foreign: string[] = [];
let hidden: readonly string[] = [];
let guarded: readonly string[] = [];

beforeAll(async () => {
  portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  ({ guarded, hidden } = await plantCanaries(portal.databases.urls.importer));
  await portal.publishLive(NOW);
  await portal.publishReleases(NOW);
  [web, opened] = await Promise.all([portal.serve(), openBrowser()]);
  const pages = [
    '/',
    '/areas',
    '/areas/0739',
    '/services/clinic-service',
    '/requests',
    '/performance',
    '/figures',
    '/data/requests',
    '/releases/1',
    '/about/privacy',
    ...guarded.slice(0, 3).map((code) => `/i/${code}`),
    ...hidden.slice(0, 3).map((code) => `/sw/i/${code}`),
  ];
  for (const path of pages) await look(path);
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await portal?.stop();
});

async function look(path: string): Promise<void> {
  const context = await opened.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const answers: Promise<void>[] = [];
  page.on('response', (answer) => {
    answers.push(
      (async () => {
        const { date: _date, ...headers } = await answer.allHeaders();
        const body = await answer.body().catch(() => Buffer.alloc(0));
        seen.push({ where: answer.url(), text: `${JSON.stringify(headers)}\n${body.toString('latin1')}` });
      })(),
    );
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(web.url) && !/^(data|blob):/.test(request.url()))
      foreign.push(request.url());
  });
  page.on('console', (message) => seen.push({ where: `${path} (console)`, text: message.text() }));
  await page.goto(web.url + path, { waitUntil: 'load' });
  await drawEverything(page);
  await Promise.all(answers);
  seen.push({ where: `${path} (page)`, text: await page.content() });
  seen.push({
    where: `${path} (kept)`,
    text: JSON.stringify([
      await context.storageState({ indexedDB: true }),
      await page.evaluate(() => ({ ...sessionStorage })),
    ]),
  });
  await context.close();
}

/** Charts and maps are drawn by script when they come near or are asked for. */
async function drawEverything(page: Page): Promise<void> {
  for (const button of await page.locator('main button:visible').all())
    await button.click({ timeout: 2_000 }).catch(() => {});
  for (const summary of await page.locator('main summary:visible').all())
    await summary.click({ timeout: 2_000 }).catch(() => {});
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      window.scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  });
  await page.waitForTimeout(200);
}

describe('what a browser gets and keeps', () => {
  it('is looked at in earnest: scripts ran, charts and maps were drawn', () => {
    expect(seen.filter((one) => one.where.endsWith('(page)'))).toHaveLength(16);
    expect(seen.filter((one) => one.where.endsWith('.js')).length).toBeGreaterThan(2);
    expect(seen.find((one) => one.where === '/performance (page)')?.text).toContain('<canvas');
    expect(seen.find((one) => one.where === '/requests (page)')?.text).toContain('class="code"');
  });

  it.each(Object.entries(SECRETS))('%s is nowhere', (_what, secret) => {
    expect(seen.filter((one) => one.text.includes(secret)).map((one) => one.where)).toEqual([]);
  });

  it('has the code of a guarded, a sensitive or a withheld report on its own page alone', () => {
    for (const code of [...guarded, ...hidden])
      expect(
        seen.filter((one) => one.text.includes(code) && !one.where.includes(code)).map((one) => one.where),
      ).toEqual([]);
  });

  it('comes from the portal itself: no other site learns who looks at what', () => {
    expect(foreign).toEqual([]);
  });
});
