/** Finding a report in a real browser; above all what becomes of a private link that is pasted into the box. */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { keepPicture } from '../setup/pictures.ts';
import { CODES } from '../setup/published-fixture.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';

const KEY = 'q3Jt0vXy-aB_cDeFgHiJkL';
let portal: SeededPortal;
let opened: TestBrowser;
beforeAll(async () => {
  [portal, opened] = await Promise.all([openSeededPortal(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await portal?.stop();
});

/** Everything that leaves the browser while `work` is done: addresses and bodies. */
async function sent(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<string> {
  const context = await opened.browser.newContext({ viewport: { width: 360, height: 640 }, ...options });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url().replace(/#.*/, ''), request.postData() ?? ''));
  try {
    await work(await context.newPage());
    return asked.join('\n');
  } finally {
    await context.close();
  }
}
const link = (code: string) => `${portal.url}/sw/i/${code}#k=${KEY}`;
const find = async (page: Page, text: string) => {
  await page.locator('#find-code').fill(text);
  await page.locator('#find-code + button').click();
};
const passesAxe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};

describe('a private link in the box', () => {
  it.each(['/sw/find', '/sw', '/sw/i/AAA-AAA-AAAA'])(
    'of %s is opened as if it had been tapped, and its secret stays here',
    async (address) => {
      const asked = await sent({}, async (page) => {
        await page.goto(portal.url + address);
        await find(page, `Ripoti yako: ${link(CODES.waiting)} Usimwonyeshe mtu.`);
        await page.waitForURL(`${portal.url}/sw/i/${CODES.waiting}`);
        // The private view is asked for with a token made of the secret.
        await page.locator('.private-said').filter({ hasNotText: '…' }).waitFor();
        expect(await page.content()).not.toContain(KEY);
      });
      expect(asked).toContain(`/i/${CODES.waiting}/view`);
      expect(asked).not.toContain(KEY);
    },
  );

  it('is not sent without script either, and its owner is told', async () => {
    const asked = await sent({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${portal.url}/sw/find`);
      await find(page, link(CODES.waiting));
      expect(page.url()).toBe(`${portal.url}/sw/find`);
      const box = page.locator('#find-code');
      expect(await box.evaluate((input) => input.matches(':invalid'))).toBe(true);
      expect(await box.getAttribute('title')).toMatch(/^Hiki ni kiungo chako cha siri/);
    });
    expect(asked).not.toContain(KEY);
  });

  it('that was sent all the same leaves the address, and its owner is told', async () => {
    for (const [prefix, said] of [
      ['', 'Keep your private link to yourself'],
      ['/sw', 'Kiungo chako cha siri kiwe chako peke yako'],
    ] as const)
      await sent({}, async (page) => {
        await page.goto(`${portal.url}${prefix}/find?code=${encodeURIComponent(link(CODES.waiting))}`);
        expect(page.url()).not.toContain(KEY);
        expect(await page.content()).not.toContain(KEY);
        expect(await page.locator('h1').innerText()).toBe(said);
        await passesAxe(page);
        await keepPicture(page, `find private link ${prefix.slice(1) || 'en'}`);
        await page.locator('main a.button').click();
        await page.waitForURL(`${portal.url}${prefix}/i/${CODES.waiting}`);
      });
  });
});

describe('what is typed', () => {
  it.each([
    ['in small letters with spaces', (code: string) => code.toLowerCase().replaceAll('-', ' ')],
    ['without hyphens', (code: string) => code.replaceAll('-', '')],
    ['with the hyphens of a word processor', (code: string) => code.replaceAll('-', '‑')],
    ['with O for zero and I for one', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'I')],
    ['as a link', (code: string) => `${portal.url}/i/${code}`],
    ['in a message', (code: string) => `Habari, ripoti ${code}: imefikia wapi?`],
  ])('%s leads to the report, with script and without', async (_, written) => {
    for (const javaScriptEnabled of [true, false])
      await sent({ javaScriptEnabled }, async (page) => {
        await page.goto(`${portal.url}/sw/find`);
        await find(page, written(CODES.waiting));
        await page.waitForURL(`${portal.url}/sw/i/${CODES.waiting}`);
      });
  });

  it('holds no code: that is said, with what a code looks like', async () => {
    for (const prefix of ['', '/sw'])
      await sent({}, async (page) => {
        await page.goto(`${portal.url}${prefix}/find`);
        await keepPicture(page, `find ${prefix.slice(1) || 'en'}`);
        await find(page, 'barabara ya shule');
        await page.locator('.lead .code').waitFor();
        await passesAxe(page);
        await keepPicture(page, `find nothing ${prefix.slice(1) || 'en'}`);
        await page.goto(`${portal.url}${prefix}/i/${CODES.record}`);
        expect(await page.locator('link[type="application/atom+xml"]').count()).toBe(2);
        await passesAxe(page);
        await keepPicture(page, `record ${prefix.slice(1) || 'en'}`);
      });
  });
});
