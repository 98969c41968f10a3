/** Figures that can be cited, embeds and oEmbed, as the world sees them: over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText, wrongLinks } from '../setup/number-links.ts';
import { openSeededPortal, type SeededPortal } from '../setup/seeded-portal.ts';

let portal: SeededPortal;
beforeAll(async () => {
  portal = await openSeededPortal();
}, 180_000);
afterAll(() => portal?.stop());

const get = (path: string) => fetch(portal.url + path, { redirect: 'manual' });
const text = async (path: string) => (await get(path)).text();
const headline = (html: string) =>
  plainText(/<span class="figure-number">([\s\S]*?)<\/span>/.exec(html)?.[1] ?? '');
const json = async (path: string) => {
  const answer: unknown = await (await get(path)).json();
  return answer;
};

interface ApiFigures {
  readonly data: readonly { readonly value: number | null; readonly remainder: boolean }[];
}
const figures = async (path: string) => (await json(`/api/v1/statistics/${path}`)) as ApiFigures;

describe('the page of a figure', () => {
  it('says the number that the API gives for its release, and links to it', async () => {
    for (const release of [1, 2]) {
      const html = await text(`/figures/${release}/requests_received?area=chepkorio`);
      const { data } = await figures(`requests_received?area=chepkorio&release=${release}`);
      expect(headline(html)).toBe(String(data[0]?.value));
      const link = /href="(\/api\/v1\/statistics\/[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      expect(await json(link ?? '')).toEqual(
        await json(`/api/v1/statistics/requests_received?area=chepkorio&release=${release}`),
      );
    }
  });

  it('says it in a sentence of its language, with what it is narrowed to, n and definition', async () => {
    const en = plainText(await text('/figures/2/requests_received?area=chepkorio'));
    expect(en).toContain('published reports were received, whatever became of them.');
    expect(en).toContain('Chepkorio');
    expect(en).toContain('Counts the rows of the release');
    const sw = plainText(await text('/sw/figures/2/requests_received?area=chepkorio'));
    expect(sw).toContain('zilizochapishwa zilipokelewa');
  });

  it('tells what a later release says, by how much, and why it can', async () => {
    const [before, after] = await Promise.all(
      [1, 2].map(
        async (release) => (await figures(`requests_received?release=${release}`)).data[0]?.value ?? 0,
      ),
    );
    const old = plainText(await text('/figures/1/requests_received'));
    expect(old).toContain(
      `The newest, release 2 of 16 November 2026, says ${after}: ${(after ?? 0) - (before ?? 0)} more.`,
    );
    expect(old).toContain('reports were withdrawn because they could have exposed someone');
    expect(await text('/figures/1/requests_received')).toContain('href="/figures/2/requests_received"');
    expect(plainText(await text('/figures/2/requests_received'))).toContain('This is the newest release.');
  });

  it('of a statistic of several numbers shows them all, each with its address', async () => {
    const html = await text('/figures/2/answered_by_day');
    expect(html).toContain('<svg class="curve');
    expect(html).toContain('href="/figures/2/answered_by_day?member=7"');
    expect(await text('/figures/2/answered_by_day?member=7')).toMatch(/within <strong[^>]*>7.days</);
    expect((await get('/figures/2/answered_by_day?member=8')).status).toBe(400);
  });

  it('of what is published without its place is the sum of what the API has left over', async () => {
    const { data } = await figures('requests_received?release=2&group_by=area');
    const left = data.filter(({ remainder }) => remainder);
    expect(left.length).toBeGreaterThan(0);
    const sum = left.reduce((total, { value }) => total + (value ?? 0), 0);
    expect(headline(await text('/figures/2/requests_received?remainder=area'))).toBe(String(sum));
  });

  it('of "latest" leads to the number of the newest release', async () => {
    const answer = await get('/sw/figures/latest/requests_open?area=emsoo');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      '/sw/figures/2/requests_open?area=emsoo',
    ]);
  });

  it.each([
    ['/figures/99/requests_open', 404, 'There is no such release'],
    ['/figures/1e3/requests_open', 404, 'There is no such release'],
    ['/figures/2/average_days', 404, 'There is no such statistic'],
    ['/figures/2/requests_open?area=nowhere-ward', 400, 'there is no such area in this release'],
    ['/figures/2/requests_open?period=2026-13', 400, 'a year, month or day'],
    ['/figures/2/requests_open?zzsecret=zzvalue', 400, 'a name that is none of'],
    ['/figures/2/accounted_for?area=emsoo', 400, 'area'],
    ['/sw/figures/2/average_days', 404, 'Hakuna takwimu kama hiyo'],
  ])('%s is answered with %i and help', async (path, status, help) => {
    const answer = await get(path);
    const said = plainText(await answer.text());
    expect(answer.status).toBe(status);
    expect(said).toContain(help);
    expect(said).not.toMatch(/nowhere-ward|zzvalue|zzsecret|average_days/);
  });

  it('is indexed under one address, its filters included', async () => {
    const html = await text('/figures/2/requests_open?period=2026-10&area=emsoo');
    expect(html).toMatch(
      /rel="canonical" href="[^"]*\/figures\/2\/requests_open\?area=emsoo&amp;period=2026-10"/,
    );
  });

  it('may not be framed, and is kept as long as other pages of a release', async () => {
    const { headers } = await get('/figures/2/requests_open');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=86400');
    expect(headers.get('etag')).toMatch(/^"/);
  });

  it.each([
    ['bib', 'application/x-bibtex', /^@misc\{elgeyo-marakwet:2:requests_open:emsoo,\n/],
    ['ris', 'application/x-research-info-systems', /^TY {2}- DATA\r\n[\s\S]*ER {2}- \r\n$/],
    ['csl.json', 'application/vnd.citationstyles.csl+json', /^\[\n/],
  ])('can be cited as .%s', async (ending, type, shape) => {
    const answer = await get(`/figures/2/requests_open.${ending}?area=emsoo`);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.headers.get('content-disposition')).toContain(`requests_open-emsoo-release-2.${ending}`);
    const body = await answer.text();
    expect(body).toMatch(shape);
    expect(body).toContain('/figures/2/requests_open?area=emsoo');
    expect((await get(`/figures/2/average_days.${ending}`)).status).toBe(404);
  });
});

describe('every number', () => {
  const pages = [
    '/',
    '/areas',
    '/areas/emsoo',
    '/areas/keiyo-south',
    '/services',
    '/services/road-damage',
    '/performance',
    '/performance/roads',
    '/releases/1',
    '/releases/2',
  ];
  it.each(['', '/sw'])(
    'of pages below "%s" leads to its figure, which says that very number',
    async (prefix) => {
      const { seen, wrong } = await wrongLinks(
        portal.url,
        pages.map((page) => prefix + (page === '/' && prefix ? '/' : page)),
      );
      expect(wrong).toEqual([]);
      expect(seen).toBeGreaterThan(100);
    },
  );
});

describe('an embed', () => {
  const EMBEDS = [
    '/embed/figure/2/requests_open?area=emsoo',
    '/embed/figure/2/accounted_for',
    '/embed/chart/2/answered_by_day',
    '/embed/map/2/requests_received',
    '/sw/embed/map/2/answered_by_day?member=7',
  ];
  it.each(EMBEDS)('%s may be framed anywhere, runs nothing, and names release and source', async (path) => {
    const answer = await get(path);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("script-src 'none'");
    expect(policy).not.toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(html).not.toMatch(/<script|<form|<iframe| on\w+=/);
    const source = /href="([^"]*\/figures\/2\/[^"]*)" target="_blank" rel="noopener"/.exec(html)?.[1];
    expect(source).toContain(`${portal.url}${path.startsWith('/sw') ? '/sw' : ''}/figures/2/`);
    expect((await fetch(source?.replaceAll('&amp;', '&') ?? '')).status).toBe(200);
    expect(plainText(html)).toContain(path.startsWith('/sw') ? 'toleo la 2' : 'release 2 of');
  });

  it('of "latest" leads to the newest release', async () => {
    expect((await get('/embed/map/latest/requests_open')).headers.get('location')).toBe(
      '/embed/map/2/requests_open',
    );
  });

  it('that there is not says so in the frame', async () => {
    for (const [path, status] of [
      ['/embed/chart/2/requests_open', 400],
      ['/embed/map/2/answered_by_day', 400],
      ['/embed/figure/2/nope', 404],
      ['/embed/figure/9/requests_open', 404],
    ] as const)
      expect([path, (await get(path)).status]).toEqual([path, status]);
  });

  it('is the only thing that may be framed: no page, no redirect, no other address below /embed', async () => {
    for (const path of [
      '/',
      '/sw/',
      '/figures',
      '/areas/emsoo',
      '/embed',
      '/embed/page/2/x',
      '/embedded',
      '/i/x',
    ])
      expect((await get(path)).headers.get('content-security-policy'), path).toContain(
        "frame-ancestors 'none'",
      );
  });
});

describe('oEmbed', () => {
  const ask = (url: string, more = '') =>
    get(`/oembed?url=${encodeURIComponent(url.startsWith('/') ? portal.url + url : url)}${more}`);

  it.each([
    '/figures/2/requests_open?area=emsoo',
    '/areas/emsoo',
    '/sw/services/road-damage',
    '/figures/2/answered_by_day',
  ])('is announced by %s and gives a frame that is there', async (path) => {
    const html = await text(path);
    const [, announced = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
    const found = await fetch(announced.replaceAll('&amp;', '&'));
    expect(found.headers.get('content-type')).toContain('application/json');
    const answer = await found.json();
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: expect.stringMatching(/Elgeyo/),
    });
    const [, src = ''] = /src="([^"]+)"/.exec(answer.html) ?? [];
    const frame = await fetch(src.replaceAll('&amp;', '&'));
    expect([frame.status, frame.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining('frame-ancestors *'),
    ]);
    expect(src.includes('/sw/')).toBe(path.startsWith('/sw/'));
  });

  it('gives XML on asking, and no frame larger than asked for', async () => {
    const xml = await ask('/figures/2/requests_open', '&format=xml&maxwidth=320&maxheight=200');
    expect(xml.headers.get('content-type')).toContain('text/xml');
    const body = await xml.text();
    expect(body).toMatch(/^<\?xml[^>]+\?>\n<oembed>[\s\S]*<\/oembed>\n$/);
    expect(body).toContain('<width>320</width>');
    expect(body).toContain('<height>200</height>');
    expect(body).toContain('&lt;iframe src=');
  });

  it('may be asked by any site', async () => {
    expect((await ask('/areas/emsoo')).headers.get('access-control-allow-origin')).toBe('*');
  });

  it.each([
    ['https://other.example/figures/2/requests_open', '', 404],
    ['/figures/2/nope', '', 404],
    ['/i/AAA-AAA-AAAA', '', 404],
    ['javascript:alert(1)', '', 404],
    ['/areas/emsoo', '&format=yaml', 501],
    ['/areas/emsoo', '&maxwidth=wide', 400],
  ])('of %s%s is answered with %i', async (url, more, status) => {
    expect((await ask(url, more)).status).toBe(status);
  });

  it('needs an address', async () => {
    expect((await get('/oembed')).status).toBe(400);
  });
});
