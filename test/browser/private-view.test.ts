/** The private view in a real browser: what it shows and keeps, and what is said where it does not open. */

import { readFile } from 'node:fs/promises';
import vm from 'node:vm';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reporterToken, secretText } from '../../db/anonymise/sealed-box.ts';
import { projectRoot } from '../../db/config.ts';
import { keepPicture } from '../setup/pictures.ts';
import { openLink, openPrivateLinks, type PrivateLinks, type Reported, said } from './private-links.ts';

let links: PrivateLinks;
beforeAll(async () => {
  links = await openPrivateLinks();
}, 300_000);
afterAll(() => links?.close());

describe('the private view', () => {
  it('shows exact times, place, office and history in both languages, and no axe finds fault with it', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    const at = (lang: string, instant: Date) =>
      new Intl.DateTimeFormat(lang, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: 'Africa/Nairobi',
      }).format(instant);
    for (const [prefix, lang, title, place, solved] of [
      ['', 'en-GB', 'Your private view', 'Place', 'The office said: solved'],
      ['/sw', 'sw', 'Ukurasa wako wa siri', 'Mahali', 'Ofisi ilisema: limetatuliwa'],
    ] as const)
      await links.phone(async (context) => {
        const page = await openLink(context, links.link(made, prefix));
        const view = page.locator('section.private');
        await view.waitFor();
        const text = await view.innerText();
        for (const part of [
          title,
          place,
          solved,
          at(lang, links.received_at),
          at(lang, links.resolved_at),
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
        await keepPicture(page, `${lang} private open`);
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
          ),
        ).toBe(true);
      });
  });

  it('shows the place and time of a guarded report, which its page does not, and nothing to the public', async () => {
    const made = await links.report('clinic-service');
    await links.publish();
    await links.phone(async (context) => {
      const page = await openLink(context, links.link(made));
      await page.locator('section.private').waitFor();
      const text = await page.locator('section.private').innerText();
      expect(text).toContain('Not yet. When its month is over, it will be one row');
      expect(text).toContain('From next Monday everyone can see your answer');
      expect(await (await fetch(`${links.web.url}/i/${made.code}`)).text()).not.toContain(
        'Not yet. When its month',
      );
    });
  });

  it('takes the key out of the address, opens again on reload and in the other language, and nowhere else', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      const page = await openLink(context, links.link(made));
      await page.locator('section.private').waitFor();
      expect(page.url()).toBe(`${links.web.url}/i/${made.code}`);
      expect(
        await page.evaluate(() => document.referrer + document.cookie + JSON.stringify({ ...localStorage })),
      ).not.toContain(made.key);
      expect(await page.content()).not.toContain(made.key);
      await page.reload();
      await page.locator('section.private').waitFor();
      await page.goto(`${links.web.url}/sw/i/${made.code}`);
      await page.getByRole('heading', { name: 'Ukurasa wako wa siri' }).waitFor();
      // A report beside it, and another tab, know nothing of it.
      const other = await links.report('road-damage');
      await links.publish();
      await page.goto(`${links.web.url}/i/${other.code}`);
      expect(await page.locator('section.private').count()).toBe(0);
      const tab = await openLink(context, `${links.web.url}/i/${made.code}`);
      expect(await tab.evaluate(() => sessionStorage.length)).toBe(0);
    });
  });

  it('is closed by its button, and then forgotten', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      const page = await openLink(context, links.link(made));
      await page.getByRole('button', { name: 'Close the private view' }).click();
      expect(await said(page)).toContain('is closed');
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
      await page.reload();
      await page.waitForLoadState('networkidle');
      expect(await page.locator('section.private').count()).toBe(0);
    });
  });

  it('opens where the link is put into a page that is open already', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      const page = await openLink(context, `${links.web.url}/i/${made.code}`);
      await page.evaluate((key) => {
        location.hash = `#k=${key}`;
      }, made.key);
      await page.locator('section.private').waitFor();
    });
  });

  it('costs whoever has no key the few lines that look for one', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      const asked: string[] = [];
      context.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const page = await openLink(context, `${links.web.url}/i/${made.code}`);
      await page.waitForLoadState('networkidle');
      expect(asked.filter((path) => /private-view|names\.json|\/view$|private-link-old/.test(path))).toEqual(
        [],
      );
    });
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
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      const page = await openLink(context, links.link(wrong(made)));
      expect(await said(page)).toMatch(/^This private link does not open this report/);
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    });
    await links.phone(async (context) => {
      const page = await openLink(context, links.link(wrong(made), '/sw'));
      expect(await said(page)).toMatch(/^Kiungo hiki cha siri hakifungui ripoti hii/);
      await keepPicture(page, 'sw private wrong key');
    });
  });

  it('a box that was changed, and the box of another report, are seen to be so', async () => {
    const made = await links.report('road-damage');
    const other = await links.report('road-damage');
    await links.publish();
    const box = async ({ code, secret }: Reported) => {
      const answer = await fetch(`${links.web.url}/i/${code}/view`, {
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
      await links.phone(async (context) => {
        await context.route('**/view', (route) =>
          route.fulfill({ json: { sealed: sealed.toString('base64url'), takes_words: true } }),
        );
        const page = await openLink(context, links.link(made));
        expect(await said(page)).toMatch(/^The private view could not be opened\. What came is not what/);
      });
  });

  it('a browser without cryptography, a server that is away and too many attempts are told apart', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      await context.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
      expect(await said(await openLink(context, links.link(made)))).toMatch(/^This browser is too old/);
    });
    await links.phone(async (context) => {
      await context.route('**/view', (route) => route.abort());
      expect(await said(await openLink(context, links.link(made)))).toMatch(/^The private view did not load/);
    });
    await links.phone(async (context) => {
      await context.route('**/view', (route) => route.fulfill({ status: 429, json: { reason: 'too_many' } }));
      expect(await said(await openLink(context, links.link(made)))).toMatch(/^You have tried too often/);
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
    const made = await links.report('road-damage');
    await links.publish();
    const html = await (await fetch(`${links.web.url}/sw/i/${made.code}`)).text();
    expect(html).toMatch(/<p data-private-old hidden>Kivinjari hiki ni cha zamani/);
    expect(html).toContain('<script src="/private-link-old.js" nomodule');
  });
});
