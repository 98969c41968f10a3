/** What the running portal says of itself: structured data in pages, sitemap, robots, catalogues over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasets } from '../../../api/datasets/registry.ts';
import { CODES } from '../../setup/published-fixture.ts';
import { openSeededPortal, type SeededPortal } from '../../setup/seeded-portal.ts';

let portal: SeededPortal;
beforeAll(async () => {
  portal = await openSeededPortal();
}, 300_000);
afterAll(() => portal?.stop());

const ask = (path: string, init: RequestInit = {}) => fetch(portal.url + path, init);

const structured = z.looseObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.string(),
  name: z.string(),
  license: z.url(),
  inLanguage: z.array(z.string()),
});

async function structuredAt(path: string) {
  const answer = await ask(path);
  const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await answer.text()) ?? [];
  return structured.parse(JSON.parse(text ?? 'null'));
}

describe('pages about data', () => {
  it.each(datasets.flatMap(({ id }) => [`/data/${id}`, `/sw/data/${id}`]))(
    'say what %s is, with every column and file',
    async (path) => {
      const found = await structuredAt(path);
      const dataset = datasets.find(({ id }) => path.endsWith(`/${id}`));
      const described = z
        .looseObject({
          description: z.string().min(50).max(5_000),
          variableMeasured: z.array(z.looseObject({ name: z.string(), description: z.string() })),
          distribution: z.array(z.looseObject({ contentUrl: z.url(), encodingFormat: z.string() })).min(5),
        })
        .parse(found);
      expect(found['@type']).toBe('Dataset');
      expect(described.variableMeasured.map(({ name }) => name)).toEqual(
        dataset?.columns.map(({ name }) => name),
      );
      const language = path.startsWith('/sw/') ? 'sw' : 'en';
      expect(found.name.startsWith(dataset?.title[language] ?? '-')).toBe(true);
    },
  );

  it('are 404 for a dataset that is none, and say so without structured data', async () => {
    for (const path of ['/data/nothing', '/sw/data/nothing', '/fr/data/areas']) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).not.toContain('ld+json');
    }
  });

  it('say what all of them are', async () => {
    const found = await structuredAt('/data');
    expect([found['@type'], z.array(z.unknown()).parse(found['dataset']).length]).toEqual([
      'DataCatalog',
      datasets.length,
    ]);
  });
});

describe('for crawlers', () => {
  it('the sitemap lists pages that answer, in every language, and no page of a report', async () => {
    const answer = await ask('/sitemap.xml');
    expect(answer.headers.get('content-type')).toMatch(/^application\/xml/);
    const text = await answer.text();
    const pages = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, address = '']) => new URL(address).pathname,
    );
    expect(new Set(pages).size).toBe(pages.length);
    for (const page of [
      '/',
      '/sw',
      '/data/requests',
      '/sw/areas/tambach',
      '/releases/2',
      '/performance/roads',
    ])
      expect(pages).toContain(page);
    expect(text).not.toMatch(/\/i\//);
    for (const code of Object.values(CODES)) expect(text).not.toContain(code);
    const statuses = new Map<string, number>();
    for (const page of pages.filter((path) => !path.startsWith('/sw'))) {
      const found = await ask(page, { method: 'HEAD' });
      if (found.status !== 200) statuses.set(page, found.status);
    }
    expect([...statuses]).toEqual([]);
  });

  it('robots.txt names the sitemap and closes no page about data', async () => {
    const text = await (await ask('/robots.txt')).text();
    expect(text).toContain(`/sitemap.xml`);
    expect(text).not.toMatch(/Disallow: \/data|Disallow: \/$/m);
  });
});

describe('catalogues over HTTP', () => {
  it.each([
    '/data.json',
    '/catalog.jsonld',
    '/catalog.ttl',
    '/data/requests.metadata.json',
    '/data/requests.csv-metadata.json',
  ])('%s is for any site, is kept, and answers HEAD and conditions', async (path) => {
    const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })]);
    expect([get.status, head.status, await head.text()]).toEqual([200, 200, '']);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    expect(get.headers.get('access-control-allow-origin')).toBe('*');
    expect(get.headers.get('cache-control')).toMatch(/max-age=60/);
    const known = await ask(path, { headers: { 'if-none-match': get.headers.get('etag') ?? '' } });
    expect(known.status).toBe(304);
    const options = await ask(path, { method: 'OPTIONS' });
    expect(options.status).toBe(204);
    await get.body?.cancel();
  });
});
