/** Feeds as a feed reader gets them: over HTTP, read by parsers of three makes and held to RFC 4287, its schema too. */
import { parseFeed } from '@rowanmanning/feed-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomFaults } from '../setup/atom-rules.ts';
import { CODES, RELEASES, rowsOf } from '../setup/published-fixture.ts';
import { NASTY_SUMMARIES } from '../setup/published-rows.ts';
import { schemaFaults } from '../setup/schema-faults.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';
import { all, heldByXml, readXml, textOf, type Xml } from '../setup/xml.ts';

let portal: SeededPortal;
beforeAll(async () => {
  portal = await openSeededPortal();
}, 180_000);
afterAll(() => portal?.stop());

const get = (path: string, init?: RequestInit) =>
  fetch(path.startsWith('http') ? path : portal.url + path, init);
const read = async (path: string) => readXml(await (await get(path)).text());
const link = (feed: Xml, rel: string) =>
  all(feed, 'link').find((one) => one.attributes['rel'] === rel)?.attributes['href'];
const entry = (feed: Xml, part: string): Xml => {
  const found = all(feed, 'entry').find((one) => textOf(one, 'id')?.endsWith(part));
  if (found === undefined) throw new Error('there is no such entry');
  return found;
};
const codeOf = (one: Xml) => textOf(one, 'id')?.split('/').at(-1);

const FEEDS = [
  '/feeds/requests.atom',
  '/feeds/requests.atom?area=keiyo-south&status=open',
  '/feeds/requests.atom?period=2026-10..2026-11&lang=sw&limit=7',
  '/areas/tambach.atom',
  '/areas/elgeyo-marakwet.atom?lang=sw',
  '/services/water-point.atom',
  '/services/clinic-service.atom',
  '/releases.atom',
  '/releases.atom?lang=sw',
  ...Object.values(CODES).map((code) => `/i/${code}.atom`),
];

describe('every feed', () => {
  it.each(FEEDS)('%s is a valid Atom feed', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ]);
    const text = await answer.text();
    expect(schemaFaults('atom', text)).toEqual([]);
    expect(atomFaults(readXml(text))).toEqual([]);
  });

  it.each(FEEDS)('%s says the same to a feed reader of another make', async (path) => {
    const text = await (await get(path)).text();
    const feed = readXml(text);
    const read = parseFeed(text);
    const date = (one: Xml) => Date.parse(textOf(one, 'updated') ?? '');
    expect(read).toMatchObject({
      meta: { type: 'atom', version: '1.0' },
      language: feed.attributes['xml:lang'],
      title: textOf(feed, 'title'),
      self: link(feed, 'self'),
      copyright: textOf(feed, 'rights'),
    });
    expect([read.updated?.getTime(), read.authors.length]).toEqual([date(feed), 1]);
    expect(read.items.map(({ id, title, updated, url }) => [id, title, updated?.getTime(), url])).toEqual(
      all(feed, 'entry').map((one) => [
        textOf(one, 'id'),
        textOf(one, 'title'),
        date(one),
        link(one, 'alternate'),
      ]),
    );
  });

  it.each(FEEDS)('%s is answered to HEAD, to any site, and with 304 where it is known', async (path) => {
    const [whole, head] = await Promise.all([get(path), get(path, { method: 'HEAD' })]);
    const etag = whole.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"/);
    expect([head.status, head.headers.get('content-length')]).toEqual([
      200,
      whole.headers.get('content-length'),
    ]);
    expect(whole.headers.get('access-control-allow-origin')).toBe('*');
    expect(whole.headers.get('cache-control')).toMatch(
      path.startsWith('/i/') ? /^public, max-age=15$/ : /^public, max-age=60/,
    );
    expect((await get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it.each(FEEDS)('%s leads to pages and feeds that there are', async (path) => {
    const feed = await read(path);
    const links = [feed, ...all(feed, 'entry').slice(0, 3)].flatMap((one) => all(one, 'link'));
    for (const { attributes } of links) {
      const answer = await get(attributes['href'] ?? '');
      expect([attributes['href'], answer.status]).toEqual([attributes['href'], 200]);
      if (attributes['rel'] !== 'related')
        expect(answer.headers.get('content-type')).toContain(attributes['type']);
    }
    expect(await (await get(link(feed, 'self') ?? '')).text()).toBe(await (await get(path)).text());
  });
});

describe('the feed of reports', () => {
  it('brings what the newest release changed first, dated by the release that changed it', async () => {
    const feed = await read('/feeds/requests.atom?limit=1000');
    const entries = all(feed, 'entry');
    expect(entries.map(codeOf).toSorted()).toEqual(
      rowsOf(2)
        .map((row) => row.service_request_id)
        .toSorted(),
    );
    const dates = entries.map((one) => textOf(one, 'updated') ?? '');
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(new Set(dates)).toEqual(new Set(RELEASES.map((release) => release.published_at)));
    for (const row of rowsOf(2))
      expect(textOf(entry(feed, row.service_request_id), 'updated')).toBe(
        RELEASES[row.from_release - 1]?.published_at,
      );
  });

  it('has each report on one page, whatever the length of pages, and the same feed id on all', async () => {
    const whole = await read('/feeds/requests.atom?limit=1000');
    const seen: (string | undefined)[] = [];
    let next: string | undefined = '/feeds/requests.atom?limit=4';
    while (next !== undefined) {
      const page = await read(next);
      expect(atomFaults(page)).toEqual([]);
      expect(textOf(page, 'id')).toBe(textOf(whole, 'id'));
      seen.push(...all(page, 'entry').map(codeOf));
      next = link(page, 'next');
    }
    expect(seen).toEqual(all(whole, 'entry').map(codeOf));
  });

  it('says in the language asked for what the report is about, with the same ids', async () => {
    const [en, sw] = await Promise.all([
      read('/feeds/requests.atom?area=tambach'),
      read('/feeds/requests.atom?area=tambach&lang=sw'),
    ]);
    expect(textOf(entry(en, CODES.resolved), 'title')).toBe('Broken water point, Tambach');
    expect(textOf(entry(sw, CODES.resolved), 'title')).toBe('Chanzo cha maji kimeharibika, Tambach');
    expect(textOf(entry(en, CODES.resolved), 'content')).toContain('the reporter agrees');
    expect(all(sw, 'entry').map(codeOf)).toEqual(all(en, 'entry').map(codeOf));
    expect(textOf(sw, 'id')).toBe(textOf(en, 'id'));
  });

  it('carries every summary whatever is in it, and the centre of the area', async () => {
    const summaries = all(await read('/feeds/requests.atom?limit=1000'), 'entry').map((one) =>
      textOf(one, 'summary'),
    );
    const written = NASTY_SUMMARIES.filter((text) => text !== '').map((text) => heldByXml(text));
    expect(summaries.filter((text) => text !== null).toSorted()).toEqual(written.toSorted());
    const one = entry(await read('/areas/tambach.atom'), CODES.resolved);
    expect(textOf(one, 'point')).toBe('0.625 35.75');
  });

  it('says of a guarded row nothing but what the row says', async () => {
    const one = entry(await read('/feeds/requests.atom?group=health'), CODES.record);
    expect(textOf(one, 'title')).toBe('Health services, Elgeyo Marakwet');
    expect(textOf(one, 'content')).toContain('October 2026');
    expect(JSON.stringify(one)).not.toMatch(/2026-10-\d\d/);
  });

  it.each([
    ['/feeds/requests.atom?area=nowhere', 400],
    ['/feeds/requests.atom?nonsense=1', 400],
    ['/feeds/requests.atom?cursor=x', 400],
    ['/feeds/requests.atom?lang=fr', 400],
    ['/areas/nowhere.atom', 404],
    ['/areas/tambach.atom?area=emsoo', 400],
    ['/services/nothing.atom', 404],
    ['/i/AAA-AAA-AAAA.atom', 404],
    ['/i/nothing.atom', 404],
    ['/sw/areas/tambach.atom', 404],
    ['/feeds/nothing.atom', 404],
  ])('%s is answered with %i, repeating nothing', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    if (answer.headers.get('content-type')?.includes('json'))
      expect(await answer.text()).not.toMatch(/nowhere|nonsense=|nothing\.atom/);
  });
});

describe('ids and dates', () => {
  it('of a report stay from release to release; its date only ever goes on', async () => {
    const ids = (feed: Xml) =>
      new Map(all(feed, 'entry').map((one) => [textOf(one, 'id'), textOf(one, 'updated')]));
    // The same rows by other ways: the feed of its place and of its kind have the entry under the same id.
    const whole = ids(await read('/feeds/requests.atom?limit=1000'));
    for (const path of [
      '/areas/keiyo-south.atom?limit=1000',
      '/services/water-point.atom?limit=1000&lang=sw',
    ])
      for (const [id, updated] of ids(await read(path))) expect([id, whole.get(id)]).toEqual([id, updated]);
    for (const row of rowsOf(2)) {
      const id = [...whole.keys()].find((one) => one?.endsWith(`/requests/${row.service_request_id}`));
      expect(id).toMatch(/^tag:127\.0\.0\.1,2026:elgeyo-marakwet\/requests\//);
      // What changed in release 2 had an older date in release 1, and what did not keeps it.
      const before = rowsOf(1).find((one) => one.service_request_id === row.service_request_id);
      const date = (release: number) => RELEASES[release - 1]?.published_at ?? '';
      if (before) expect((whole.get(id ?? null) ?? '') >= date(before.from_release)).toBe(true);
    }
  });

  it('of feeds are those of what they are about, whatever the order, language and page', async () => {
    const id = async (path: string) => textOf(await read(path), 'id');
    const narrowed = await id('/feeds/requests.atom?status=open&area=tambach');
    expect(await id('/feeds/requests.atom?area=tambach&status=open&lang=sw&limit=2')).toBe(narrowed);
    expect(await id('/areas/tambach.atom?status=open')).toBe(narrowed);
    expect(await id('/feeds/requests.atom?area=tambach')).not.toBe(narrowed);
  });
});

describe('the feed of one report', () => {
  it('has an entry for all that happened, the last first, dated by its day', async () => {
    const feed = await read(`/i/${CODES.resolved}.atom`);
    expect(
      all(feed, 'entry').map((one) => [textOf(one, 'title'), textOf(one, 'updated')?.slice(10)]),
    ).toEqual([
      ['The person who reported it said: solved', 'T00:00:00+03:00'],
      ['The office said: solved', 'T00:00:00+03:00'],
      ['The office said that it has it', 'T00:00:00+03:00'],
      ['Your report came in', 'T00:00:00+03:00'],
    ]);
    expect(textOf(entry(feed, '/resolved'), 'content')).toBe('Repaired by the ward team');
  });

  it.each(['sensitive', 'withheld', 'pending', 'guarded', 'record'] as const)(
    'dates nothing of what is %s, and says no more than its page',
    async (what) => {
      const text = await (await get(`/i/${CODES[what]}.atom`)).text();
      expect([...text.matchAll(/<updated>([^<]*)</g)].map(([, date]) => date)).toEqual([
        '2026-01-01T00:00:00Z',
        '2026-01-01T00:00:00Z',
      ]);
      expect(text.match(/2026-1\d(-\d\d)?/g)).toBeNull();
      if (what === 'sensitive' || what === 'withheld')
        expect(text).not.toMatch(/georss:point|Health|Conduct/);
    },
  );

  it('is found at any way to write its code', async () => {
    const lower = await read(`/i/${CODES.resolved.toLowerCase().replaceAll('-', '')}.atom`);
    expect(link(lower, 'self')).toBe(`${portal.url}/i/${CODES.resolved}.atom`);
  });
});

describe('the feed of releases', () => {
  it('has each release, the newest first, when it was published', async () => {
    const feed = await read('/releases.atom');
    const entries = all(feed, 'entry');
    expect(entries.map((one) => textOf(one, 'updated'))).toEqual(
      RELEASES.map((release) => release.published_at).toReversed(),
    );
    expect(textOf(entries[0] ?? feed, 'title')).toContain(
      'Release 2: reports that came in before 16 November 2026',
    );
  });
});

describe('pages', () => {
  it.each([
    ['/areas/tambach', '/areas/tambach.atom'],
    ['/services/water-point', '/services/water-point.atom'],
    ['/requests?area=tambach&status=open', '/feeds/requests.atom?area=tambach&status=open'],
    ['/releases', '/releases.atom'],
    [`/i/${CODES.resolved}`, `/i/${CODES.resolved}.atom`],
  ])('%s tells feed readers of its feed, and people too, in their language', async (path, feed) => {
    for (const lang of ['en', 'sw']) {
      const html = (await (await get(lang === 'sw' ? `/sw${path}` : path)).text())
        .replaceAll('&amp;', '&')
        .replaceAll('&#38;', '&');
      const address = lang === 'sw' ? `${feed}${feed.includes('?') ? '&' : '?'}lang=sw` : feed;
      const head = html.slice(0, html.indexOf('</head>'));
      expect(head).toContain(`type="application/atom+xml" hreflang="${lang}" href="${portal.url}${address}"`);
      expect(html.slice(head.length)).toContain(`<a href="${address}" type="application/atom+xml">`);
      expect((await get(address)).status).toBe(200);
    }
  });
});
