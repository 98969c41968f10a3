/**
 * One new file and one line: a language in pseudo-words is put into a copy of the program, which then serves pages in
 * it, and in the other languages as before.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { seedEveryState } from '../setup/every-state.ts';
import { startWeb, type WebProcess } from '../setup/portal-process.ts';
import { copyProject, type ProjectCopy } from '../setup/project-copy.ts';
import { seedPublished } from '../setup/published-fixture.ts';

const PACK = 'db/jurisdictions/elgeyo-marakwet/jurisdiction.json';
const language = readFileSync(path.join(import.meta.dirname, '../setup/pseudo-language.ts'), 'utf8');

let databases: TestDatabases;
let copy: ProjectCopy;
let web: WebProcess;
let opened: TestBrowser;
let codes: Record<string, string>;

beforeAll(async () => {
  [copy, databases, opened] = await Promise.all([
    copyProject(
      {
        'src/i18n/more/eyo.ts': () => language,
        'src/i18n/more/registry.ts': (text) =>
          `import { language as eyo } from './eyo.ts';\n${text.replace('= [];', '= [eyo];')}`,
        // One more that the site has no texts in at all.
        [PACK]: (text) =>
          text.replace(
            '"languages": ["en", "sw"],',
            '"languages": ["en", "sw"], "partial_languages": ["eyo", "luo"],',
          ),
      },
      { JURISDICTION: 'db/jurisdictions/elgeyo-marakwet' },
    ),
    createTestDatabases(),
    openBrowser(),
  ]);
  await seedPublished(databases.urls.publisher);
  codes = await seedEveryState(databases.urls.publisher, new Date());
  web = await startWeb(
    { DATABASE_URL: databases.urls.web, JURISDICTION: path.join(copy.folder, path.dirname(PACK)) },
    copy.folder,
  );
}, 240_000);
afterAll(async () => {
  await opened?.close();
  await web?.stop();
  await databases?.drop();
  await copy?.remove();
});

const page = async (address: string, accept = '') => {
  const answer = await fetch(web.url + address, { headers: { 'accept-language': accept } });
  return { status: answer.status, text: await answer.text() };
};
const headlineOf = (text: string) => /<h1[^>]*>([^<]*)/.exec(text)?.[1];
const languageOf = (text: string) => /<html lang="([\w-]+)"/.exec(text)?.[1];

describe('a portal with one more language', () => {
  it('shows a status page with the texts that are there, and the others in Swahili', async () => {
    const { status, text } = await page(`/eyo/i/${codes['waiting, in time']}`);
    expect([status, headlineOf(text)]).toEqual([200, 'Zoz qaqi xuxo vev.']);
    expect(text).toContain('Ofisi inayohusika');
    expect(text).not.toContain('Office responsible');
    // Most of it is Swahili, and that is what it says it is; numbers of days are in words of its own.
    expect(languageOf(text)).toBe('sw');
    expect(text).toMatch(/\d\u00a0quqaq/);
    expect(text).toContain('<a lang="en" hreflang="en"');
    expect(text).toContain('>Qiqaqo</span>');
  });

  it('says the language of a page that speaks it, and the frame’s where that is another', async () => {
    const { status, text } = await page('/eyo/nothing-here');
    expect([status, languageOf(text), headlineOf(text)]).toEqual([404, 'eyo', 'Qoq xax zuz']);
    expect(text).toContain('data-locale="sw-KE"');
    expect(text).toMatch(/<header class="page" lang="sw">/);
    expect(text).toMatch(/<footer class="page" lang="sw">/);
  });

  it('shows every page in it, with names that fall back too', async () => {
    for (const address of [
      '',
      '/find',
      '/areas',
      '/services',
      '/requests',
      '/performance',
      '/data',
      '/releases',
      '/about',
      '/about/languages',
      '/developers',
    ]) {
      const { status, text } = await page(`/eyo${address}`);
      expect([status, languageOf(text)], address).toEqual([200, 'sw']);
      expect(text, address).toContain('Kaunti ya Elgeyo Marakwet');
      expect(text, address).toContain('hreflang="x-default"');
    }
  });

  it('leaves the other languages as they were', async () => {
    const [english, swahili] = [
      await page(`/i/${codes['waiting, in time']}`),
      await page(`/sw/i/${codes['waiting, in time']}`),
    ];
    expect([languageOf(english.text), languageOf(swahili.text)]).toEqual(['en', 'sw']);
    for (const { text } of [english, swahili]) expect(text).not.toContain('Zoz');
    expect(headlineOf(english.text)).not.toBe(headlineOf(swahili.text));
  });

  it('offers a page in it to who prefers it, and in no language that it has no texts in', async () => {
    const { text } = await page('/about', 'eyo, en;q=0.5');
    expect(text).toContain(
      '<p class="suggestion no-print" lang="sw"><a hreflang="eyo" href="/eyo/about">Xexo Qiqaqo xux</a></p>',
    );
    expect((await page('/about', 'luo')).text).not.toContain('class="suggestion');
    expect((await page('/eyo/about', 'sw')).text).toContain('>Soma ukurasa huu kwa Kiswahili</a>');
  });

  it('says how far each language is: on a page, to the operator, and what is missing', async () => {
    const { text } = await page('/about/languages');
    const said = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(said).toMatch(
      /Qiqaqo 11 of [\d,]+ texts are there\. The others are shown in Kiswahili\. Not yet read over by a native speaker\./,
    );
    expect(said).toMatch(/Kiswahili All [\d,]+ texts are there\. Not yet read over by a native speaker\./);
    expect(said).toContain('There are no texts in this language yet.');
    const lines = await copy.run('languages');
    expect(lines).toMatch(
      /^Qiqaqo \(eyo\): 11 of [\d,]+ texts, the others in Kiswahili; 0 of \d+ names; not yet read over/m,
    );
    expect(lines).toMatch(/\(luo\): no texts, all are shown in English; 0 of \d+ names$/m);
    const missing = await copy.run('languages', 'eyo');
    expect(missing).toContain('text status.headline.resolved\n');
    expect(missing).not.toContain('text status.headline.received\n');
    expect(missing).toMatch(/^name of service \S+$/m);
  });

  it('opens the private view with the texts that are there', async () => {
    const context = await opened.browser.newContext();
    try {
      const view = await context.newPage();
      const asked: string[] = [];
      view.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await view.goto(`${web.url}/eyo/i/${codes['waiting, in time']}#k=notthekeyofanything`);
      await view.locator('.private-said').waitFor();
      expect(await view.locator('.private-said').textContent()).toMatch(
        /Kiungo hiki cha siri hakifungui ripoti hii/,
      );
      expect(asked.filter((file) => /\/assets\/eyo\./.test(file))).toHaveLength(1);
      await view.goto(`${web.url}/sw/i/${codes['waiting, in time']}#k=notthekeyofanything`);
      await view.locator('.private-said').waitFor();
      expect(asked.filter((file) => /\/assets\/eyo\./.test(file))).toHaveLength(1);
    } finally {
      await context.close();
    }
  });
});
