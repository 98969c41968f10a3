/** The reporter's word in a real browser, up to the public page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reporterToken } from '../../db/anonymise/sealed-box.ts';
import { keepPicture } from '../setup/pictures.ts';
import { openLink, openPrivateLinks, type PrivateLinks } from './private-links.ts';

let links: PrivateLinks;
beforeAll(async () => {
  links = await openPrivateLinks();
}, 300_000);
afterAll(() => links?.close());

describe("the reporter's word", () => {
  it('stands beside the office’s on the public page, and can be changed', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      const page = await openLink(context, links.link(made));
      await page.getByRole('button', { name: 'No, it is not solved' }).click();
      await page.getByText('Thank you. Your answer is recorded. In a moment').waitFor();
      await page.getByText('You have said that it is not solved.').waitFor();
      expect(await page.getByRole('button', { name: 'No, it is not solved' }).count()).toBe(0);
      await links.publish();
      await page.getByRole('button', { name: 'Load the page again' }).click();
      await page
        .getByRole('heading', { name: 'The person who reported it says it is not.', exact: false })
        .waitFor();
      await page.locator('section.private').getByText('You said: not solved').waitFor();
      await keepPicture(page, 'en private disputed');
      await page.getByRole('button', { name: 'Yes, it is solved' }).click();
      await page.getByText('You have said that it is solved.').waitFor();
    });
    await links.publish();
    expect(await (await fetch(`${links.web.url}/sw/i/${made.code}`)).text()).toContain(
      'Ofisi na aliyeripoti wanakubaliana',
    );
  });

  it('is not asked for while the office has not solved it, nor where nobody takes it', async () => {
    const waiting = await links.report('road-damage', false);
    const solved = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      const page = await openLink(context, links.link(waiting));
      await page.locator('section.private').waitFor();
      expect(await page.locator('.private-word').count()).toBe(0);
      await context.route('**/view', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ json: { ...(await answer.json()), takes_words: false } });
      });
      const quiet = await openLink(context, links.link(solved));
      await quiet.locator('section.private').waitFor();
      expect(await quiet.locator('.private-word').count()).toBe(0);
    });
  });

  it('of two tabs at once is one word', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    const body = JSON.stringify({
      token: reporterToken(made.secret, made.code).toString('base64url'),
      word: 'disputed',
    });
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const answer = await fetch(`${links.web.url}/i/${made.code}/word`, {
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
    const made = await links.report('staff-conduct');
    await links.publish();
    const page = async () => (await fetch(`${links.web.url}/i/${made.code}`)).text();
    const before = await page();
    await links.phone(async (context) => {
      const open = await openLink(context, links.link(made));
      await open.getByText('Your answer goes to the office.').waitFor();
      await open.getByRole('button', { name: 'No, it is not solved' }).click();
      await open.getByText('Thank you. Your answer is recorded.', { exact: true }).waitFor();
    });
    await links.publish();
    expect(await page()).toBe(before);
  });
});
