/**
 * The private view in a real browser: what it shows, what it keeps, what becomes of the secret, and the reporter's
 * word up to the public page.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import vm from 'node:vm';
import AxeBuilder from '@axe-core/playwright';
import pg from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reporterToken, secretText } from '../../db/anonymise/sealed-box.ts';
import { projectRoot } from '../../db/config.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { addRequest } from '../setup/triage-fixture.ts';

interface Reported {
  readonly id: number;
  readonly code: string;
  readonly secret: Buffer;
  /** as it stands in the link */
  readonly key: string;
}

let portal: TestPortal;
let web: WebProcess;
let metricsAt: string;
let opened: TestBrowser;
let triage: pg.Client;
const received_at = new Date(Date.now() - 20 * 86_400_000);
const resolved_at = new Date(Date.now() - 2 * 86_400_000);

async function report(service: string, resolved = true): Promise<Reported> {
  const { id, code } = await addRequest(triage, {
    service,
    area: '0739',
    received_at,
    reporters: [1],
    events: resolved ? [{ kind: 'resolved', at: resolved_at, note: 'Filled on Monday', approved: true }] : [],
  });
  const { rows } = await triage.query('select secret from triage.request where id = $1', [id]);
  return { id, code, secret: rows[0].secret, key: secretText(rows[0].secret) };
}
const publish = () => portal.publishLive(new Date(Date.now() + 2_000));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  triage = new pg.Client({ connectionString: portal.databases.urls.importer });
  await triage.connect();
  await report('road-damage');
  await publish();
  await portal.publishReleases(new Date());
  const METRICS_PORT = await freePort();
  metricsAt = `http://127.0.0.1:${METRICS_PORT}/metrics`;
  [web, opened] = await Promise.all([
    portal.serve({ METRICS_PORT: String(METRICS_PORT), LOG: 'requests', DEBUG: '1' }),
    openBrowser(),
  ]);
}, 300_000);
afterAll(async () => {
  await triage?.end();
  await opened?.close();
  await portal?.stop();
});

async function phone<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await opened.browser.newContext({ viewport: { width: 360, height: 640 } });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
const link = ({ code, key }: Pick<Reported, 'code' | 'key'>, prefix = '') =>
  `${web.url}${prefix}/i/${code}#k=${key}`;
async function openLink(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}
/** What is said once all has been tried. */
async function said(page: Page): Promise<string> {
  const line = page.locator('[data-private] > .private-said');
  await line.filter({ hasNotText: '…' }).waitFor();
  return (await line.textContent()) ?? '';
}

describe('the private view', () => {
  it('shows exact times, place, office and history in both languages, and no axe finds fault with it', async () => {
    const made = await report('road-damage');
    await publish();
    const at = (lang: string, instant: Date) =>
      new Intl.DateTimeFormat(lang, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: 'Africa/Nairobi',
      }).format(instant);
    for (const [prefix, lang, title, place, solved] of [
      ['', 'en-GB', 'Your private view', 'Place', 'The office says: solved'],
      ['/sw', 'sw', 'Mwonekano wako wa siri', 'Mahali', 'Ofisi inasema: limetatuliwa'],
    ] as const)
      await phone(async (context) => {
        const page = await openLink(context, link(made, prefix));
        const view = page.locator('section.private');
        await view.waitFor();
        const text = await view.innerText();
        for (const part of [
          title,
          place,
          solved,
          at(lang, received_at),
          at(lang, resolved_at),
          'Filled on Monday',
        ])
          expect(text).toContain(part);
        // Names, not codes.
        expect(text).not.toContain('road-damage');
        expect(text).not.toContain('0739');
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
          ),
        ).toBe(true);
      });
  });

  it('shows the place and time of a guarded report, which its page does not, and nothing to the public', async () => {
    const made = await report('clinic-service');
    await publish();
    await phone(async (context) => {
      const page = await openLink(context, link(made));
      await page.locator('section.private').waitFor();
      const text = await page.locator('section.private').innerText();
      expect(text).toContain('Not yet. It will be one row among others like it');
      expect(text).toContain('From next Monday your answer stands on the public page');
      expect(await (await fetch(`${web.url}/i/${made.code}`)).text()).not.toContain('Not yet. It will');
    });
  });

  it('takes the key out of the address, opens again on reload and in the other language, and nowhere else', async () => {
    const made = await report('road-damage');
    await publish();
    await phone(async (context) => {
      const page = await openLink(context, link(made));
      await page.locator('section.private').waitFor();
      expect(page.url()).toBe(`${web.url}/i/${made.code}`);
      expect(
        await page.evaluate(() => document.referrer + document.cookie + JSON.stringify({ ...localStorage })),
      ).not.toContain(made.key);
      expect(await page.content()).not.toContain(made.key);
      await page.reload();
      await page.locator('section.private').waitFor();
      await page.goto(`${web.url}/sw/i/${made.code}`);
      await page.getByRole('heading', { name: 'Mwonekano wako wa siri' }).waitFor();
      // A report beside it, and another tab, know nothing of it.
      const other = await report('road-damage');
      await publish();
      await page.goto(`${web.url}/i/${other.code}`);
      expect(await page.locator('section.private').count()).toBe(0);
      const tab = await openLink(context, `${web.url}/i/${made.code}`);
      expect(await tab.evaluate(() => sessionStorage.length)).toBe(0);
    });
  });

  it('is closed by its button, and then forgotten', async () => {
    const made = await report('road-damage');
    await publish();
    await phone(async (context) => {
      const page = await openLink(context, link(made));
      await page.getByRole('button', { name: 'Close the private view' }).click();
      expect(await said(page)).toContain('is closed');
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
      await page.reload();
      await page.waitForLoadState('networkidle');
      expect(await page.locator('section.private').count()).toBe(0);
    });
  });

  it('opens where the link is put into a page that is open already', async () => {
    const made = await report('road-damage');
    await publish();
    await phone(async (context) => {
      const page = await openLink(context, `${web.url}/i/${made.code}`);
      await page.evaluate((key) => {
        location.hash = `#k=${key}`;
      }, made.key);
      await page.locator('section.private').waitFor();
    });
  });

  it('costs whoever has no key the few lines that look for one', async () => {
    const made = await report('road-damage');
    await publish();
    await phone(async (context) => {
      const asked: string[] = [];
      context.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const page = await openLink(context, `${web.url}/i/${made.code}`);
      await page.waitForLoadState('networkidle');
      expect(asked.filter((path) => /private-view|names\.json|\/view$|private-link-old/.test(path))).toEqual(
        [],
      );
    });
  });
});

describe('the secret', () => {
  it('is in no request, answer, header, referrer, log line, metric or store of the browser but this tab', async () => {
    const made = await report('road-damage');
    await publish();
    const token = reporterToken(made.secret, made.code);
    const forms = (bytes: Buffer) => [
      bytes.toString('base64url'),
      bytes.toString('base64'),
      bytes.toString('hex'),
      encodeURIComponent(bytes.toString('base64')),
    ];
    const secrets = forms(made.secret);
    const seen: string[] = [];
    const bodies: string[] = [];
    const looking: Promise<unknown>[] = [];
    await phone(async (context) => {
      context.on('console', (message) => seen.push(message.text()));
      context.on('request', (request) => {
        seen.push(`${request.method()} ${request.url()}`);
        bodies.push(request.postData() ?? '');
        looking.push(request.allHeaders().then((headers) => seen.push(JSON.stringify(headers))));
      });
      context.on('response', (response) => {
        const gone = () => '';
        looking.push(response.allHeaders().then((headers) => seen.push(JSON.stringify(headers)), gone));
        looking.push(response.text().then((text) => seen.push(text), gone));
      });
      const page = await openLink(context, link(made));
      await page.getByRole('button', { name: 'No, it is not solved' }).click();
      await page.getByText('Thank you.').waitFor();
      // Onwards by every kind of link of the page, and to addresses that fail.
      await page.getByRole('link', { name: 'Privacy', exact: true }).first().click();
      await page.goBack();
      await page.locator('section.private').waitFor();
      await page.goto(`${web.url}/no-such-page`);
      await page.goto(link({ ...made, code: 'AAA-AAA-AAAA' }));
      await page.waitForLoadState('networkidle');
      const stores = await page.evaluate(async () => ({
        cookie: document.cookie,
        local: { ...localStorage },
        caches: await caches.keys(),
      }));
      seen.push(JSON.stringify(stores));
      await Promise.allSettled(looking);
    });
    seen.push(web.printed(), await (await fetch(metricsAt)).text());
    const everything = seen.join('\n');
    // It has been looked at in earnest: addresses, headers and bodies of both directions.
    for (const part of [`POST ${web.url}/i/${made.code}/view`, '/names.json', 'sec-fetch-site', 'no-store'])
      expect(everything).toContain(part);
    expect(everything).toContain('"sealed":"');
    expect(everything).toContain('POST reporter 200');
    expect(everything).toContain('route="reporter",status="200"');
    for (const secret of secrets) expect(everything + bodies.join('\n')).not.toContain(secret);
    // The token is shown in bodies alone, and comes back nowhere.
    expect(bodies.join('\n')).toContain(token.toString('base64url'));
    for (const form of forms(token)) expect(everything).not.toContain(form);
    expect(web.printed()).not.toContain(made.code);
  });
});

describe('what does not open', () => {
  it.each([
    [
      'a key of another report',
      (made: Reported) => ({ code: made.code, key: secretText(Buffer.alloc(16, 7)) }),
    ],
    ['a part of a key', (made: Reported) => ({ code: made.code, key: made.key.slice(0, 9) })],
    ['no key at all', (made: Reported) => ({ code: made.code, key: '' })],
  ])('%s is told in plain words, and forgotten', async (_, wrong) => {
    const made = await report('road-damage');
    await publish();
    await phone(async (context) => {
      const page = await openLink(context, link(wrong(made)));
      expect(await said(page)).toMatch(/^This private link does not open this report/);
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    });
    await phone(async (context) => {
      const page = await openLink(context, link(wrong(made), '/sw'));
      expect(await said(page)).toMatch(/^Kiungo hiki cha siri hakifungui ripoti hii/);
    });
  });

  it('a box that was changed, and the box of another report, are seen to be so', async () => {
    const made = await report('road-damage');
    const other = await report('road-damage');
    await publish();
    const box = async ({ code, secret }: Reported) => {
      const answer = await fetch(`${web.url}/i/${code}/view`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: reporterToken(secret, code).toString('base64url') }),
      });
      const { sealed } = await answer.json();
      return Buffer.from(sealed, 'base64url');
    };
    const own = await box(made);
    const flipped = Buffer.from(own);
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    for (const sealed of [flipped, own.subarray(0, 30), Buffer.alloc(0), await box(other)])
      await phone(async (context) => {
        await context.route('**/view', (route) =>
          route.fulfill({ json: { sealed: sealed.toString('base64url'), takes_words: true } }),
        );
        const page = await openLink(context, link(made));
        expect(await said(page)).toMatch(/^The private view could not be opened: what was sent is not what/);
      });
  });

  it('a browser without cryptography, a server that is away and too many attempts are told apart', async () => {
    const made = await report('road-damage');
    await publish();
    await phone(async (context) => {
      await context.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
      expect(await said(await openLink(context, link(made)))).toMatch(/^This browser is too old/);
    });
    await phone(async (context) => {
      await context.route('**/view', (route) => route.abort());
      expect(await said(await openLink(context, link(made)))).toMatch(
        /^The private view could not be loaded/,
      );
    });
    await phone(async (context) => {
      await context.route('**/view', (route) => route.fulfill({ status: 429, json: { reason: 'too_many' } }));
      expect(await said(await openLink(context, link(made)))).toMatch(/^This was asked for too often/);
    });
  });

  it('browsers that know no modules are told as well, and only those who came by a private link', async () => {
    const script = await readFile(`${projectRoot}/public/private-link-old.js`, 'utf8');
    for (const [hash, hidden] of [
      ['#k=abc', false],
      ['', true],
      ['#what', true],
    ] as const) {
      const line = { hidden: true };
      const document = { querySelector: (asked: string) => (asked === '[data-private-old]' ? line : null) };
      vm.runInNewContext(script, { location: { hash }, document });
      expect([hash, line.hidden]).toEqual([hash, hidden]);
    }
    const made = await report('road-damage');
    await publish();
    const html = await (await fetch(`${web.url}/sw/i/${made.code}`)).text();
    expect(html).toMatch(/<p data-private-old hidden>Kivinjari hiki ni cha zamani/);
    expect(html).toContain('<script src="/private-link-old.js" nomodule');
  });
});

describe("the reporter's word", () => {
  it('stands beside the office’s on the public page, and can be changed', async () => {
    const made = await report('road-damage');
    await publish();
    await phone(async (context) => {
      const page = await openLink(context, link(made));
      await page.getByRole('button', { name: 'No, it is not solved' }).click();
      await page.getByText('Thank you. Your answer is recorded. In a moment').waitFor();
      await page.getByText('You have said that it is not solved.').waitFor();
      expect(await page.getByRole('button', { name: 'No, it is not solved' }).count()).toBe(0);
      await publish();
      await page.getByRole('button', { name: 'Load the page again' }).click();
      await page
        .getByRole('heading', { name: 'The person who reported it says it is not.', exact: false })
        .waitFor();
      await page.locator('section.private').getByText('You said: not solved').waitFor();
      await page.getByRole('button', { name: 'Yes, it is solved' }).click();
      await page.getByText('You have said that it is solved.').waitFor();
    });
    await publish();
    expect(await (await fetch(`${web.url}/sw/i/${made.code}`)).text()).toContain('Aliyeripoti anakubali');
  });

  it('is not asked for while the office has not solved it, nor where nobody takes it', async () => {
    const waiting = await report('road-damage', false);
    const solved = await report('road-damage');
    await publish();
    await phone(async (context) => {
      const page = await openLink(context, link(waiting));
      await page.locator('section.private').waitFor();
      expect(await page.locator('.private-word').count()).toBe(0);
      await context.route('**/view', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ json: { ...(await answer.json()), takes_words: false } });
      });
      const quiet = await openLink(context, link(solved));
      await quiet.locator('section.private').waitFor();
      expect(await quiet.locator('.private-word').count()).toBe(0);
    });
  });

  it('of two tabs at once is one word', async () => {
    const made = await report('road-damage');
    await publish();
    const body = JSON.stringify({
      token: reporterToken(made.secret, made.code).toString('base64url'),
      word: 'disputed',
    });
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const answer = await fetch(`${web.url}/i/${made.code}/word`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        return (await answer.json()).outcome;
      }),
    );
    expect(answers.toSorted()).toEqual(['recorded', ...Array(5).fill('same')]);
  });

  it('of a sensitive report goes to the office, and leaves no trace on its public page', async () => {
    const made = await report('staff-conduct');
    await publish();
    const page = async () => (await fetch(`${web.url}/i/${made.code}`)).text();
    const before = await page();
    await phone(async (context) => {
      const open = await openLink(context, link(made));
      await open.getByText('Your answer goes to the office.').waitFor();
      await open.getByRole('button', { name: 'No, it is not solved' }).click();
      await open.getByText('Thank you. Your answer is recorded.', { exact: true }).waitFor();
    });
    await publish();
    expect(await page()).toBe(before);
  });
});
