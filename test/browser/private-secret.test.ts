/** What becomes of the secret of a private link in a real browser, and of the token that is made of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reporterToken } from '../../db/anonymise/sealed-box.ts';
import { openLink, openPrivateLinks, type PrivateLinks } from './private-links.ts';

let links: PrivateLinks;
beforeAll(async () => {
  links = await openPrivateLinks();
}, 300_000);
afterAll(() => links?.close());

describe('the secret', () => {
  it('is in no request, answer, header, referrer, log line, metric or store of the browser but this tab', async () => {
    const made = await links.report('road-damage');
    await links.publish();
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
    await links.phone(async (context) => {
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
      const page = await openLink(context, links.link(made));
      await page.getByRole('button', { name: 'No, it is not solved' }).click();
      await page.getByText('Thank you.').waitFor();
      // Onwards by every kind of link of the page, and to addresses that fail.
      await page.getByRole('link', { name: 'Privacy', exact: true }).first().click();
      await page.goBack();
      await page.locator('section.private').waitFor();
      await page.goto(`${links.web.url}/no-such-page`);
      await page.goto(links.link({ ...made, code: 'AAA-AAA-AAAA' }));
      await page.waitForLoadState('networkidle');
      const stores = await page.evaluate(async () => ({
        cookie: document.cookie,
        local: { ...localStorage },
        caches: await caches.keys(),
      }));
      seen.push(JSON.stringify(stores));
      await Promise.allSettled(looking);
    });
    seen.push(links.web.printed(), await (await fetch(links.metrics_url)).text());
    const everything = seen.join('\n');
    // It has been looked at in earnest: addresses, headers and bodies of both directions.
    for (const part of [
      `POST ${links.web.url}/i/${made.code}/view`,
      '/names.json',
      'sec-fetch-site',
      'no-store',
    ])
      expect(everything).toContain(part);
    expect(everything).toContain('"sealed":"');
    expect(everything).toContain('POST reporter 200');
    expect(everything).toContain('route="reporter",status="200"');
    for (const secret of secrets) expect(everything + bodies.join('\n')).not.toContain(secret);
    // The token is shown in bodies alone, and comes back nowhere.
    expect(bodies.join('\n')).toContain(token.toString('base64url'));
    for (const form of forms(token)) expect(everything).not.toContain(form);
    expect(links.web.printed()).not.toContain(made.code);
  });
});

describe('the secret of a private link that is pasted into the box for codes', () => {
  it.each([
    ['the page to find reports', '/find', ''],
    ['the front page in the other language', '/sw', '/sw'],
    ['the page of a code that nobody has', '/i/AAA-AAA-AAAA', ''],
  ])('opens the report from %s, and is in no address that is asked for', async (_, at, prefix) => {
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      const asked: string[] = [];
      context.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
      const page = await openLink(context, links.web.url + at);
      await page.locator('#find-code').fill(links.link(made));
      await page.locator('#find-code').press('Enter');
      await page.locator('section.private').waitFor();
      expect(page.url()).toBe(`${links.web.url}${prefix}/i/${made.code}`);
      expect(asked.join('\n')).not.toContain(made.key);
      await page.goBack();
      expect(await page.locator('#find-code').inputValue()).not.toContain(made.key);
    });
  });

  it('is not sent where there is no script either', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (phone) => {
      const context = await phone.browser()?.newContext({ javaScriptEnabled: false });
      if (context === undefined) throw new Error('no browser');
      const page = await openLink(context, `${links.web.url}/sw/find`);
      await page.locator('#find-code').fill(links.link(made));
      await page.locator('#find-code').press('Enter');
      await page.waitForTimeout(300);
      expect(page.url()).toBe(`${links.web.url}/sw/find`);
      await page.locator('#find-code').fill(`${links.web.url}/i/${made.code}`);
      await page.locator('#find-code').press('Enter');
      await page.waitForURL(`${links.web.url}/sw/i/${made.code}`);
      await context.close();
    });
  });

  it('is taken out of what is no whole link before that is looked for', async () => {
    const made = await links.report('road-damage');
    await links.publish();
    await links.phone(async (context) => {
      const page = await openLink(context, `${links.web.url}/find`);
      await page.locator('#find-code').fill(`${made.code} #k=${made.key}`);
      await page.getByRole('button', { name: 'Find' }).click();
      await page.waitForURL(`${links.web.url}/i/${made.code}`);
      expect(await page.locator('section.private').count()).toBe(0);
    });
  });
});
