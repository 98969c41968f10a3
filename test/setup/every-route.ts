/**
 * Every kind of address that a portal answers, each with what may be expected of its headers.
 *
 * In:     the folder of pages, the router, the registries of datasets, formats and citations
 * Out:    routes with sample addresses; `unlisted`: files of pages that have none here
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { forEachOpenApiProcedure } from 'trpc-to-openapi';
import { datasets } from '../../api/datasets/registry.ts';
import { formatsOf } from '../../api/formats/registry.ts';
import { appRouter } from '../../api/router.ts';
import { projectRoot } from '../../db/config.ts';
import { citationFormats } from '../../src/citations/registry.ts';
import { CODES } from './published-fixture.ts';

/** Who may use it: `page` this site alone, `embed` any site in a frame, `data` any program, `file` this site's pages. */
export type Kind = 'page' | 'embed' | 'data' | 'file';

export interface Sample {
  readonly address: string;
  readonly kind: Kind;
  /** of its answer; 200 where it is not said */
  readonly status?: number;
}

const page = (...addresses: string[]): Sample[] =>
  addresses.flatMap((address) => [
    { address, kind: 'page' },
    { address: `/sw${address === '/' ? '' : address}`, kind: 'page' },
  ]);
const of =
  (kind: Kind) =>
  (...addresses: (string | Omit<Sample, 'kind'>)[]): Sample[] =>
    addresses.map((one) => (typeof one === 'string' ? { address: one, kind } : { ...one, kind }));
const [data, file, embed] = [of('data'), of('file'), of('embed')];
const code = CODES.resolved;

const INPUT: Readonly<Record<string, object>> = {
  'requests.get': { code },
  'statistics.get': { id: 'requests_open', group_by: 'area' },
  'releases.get': { release: 2 },
};
const procedures: { readonly rest: string; readonly trpc: string }[] = [];
forEachOpenApiProcedure(appRouter._def.procedures, ({ path: name, meta }) => {
  const input = encodeURIComponent(JSON.stringify(INPUT[name] ?? {}));
  const rest = meta.openapi.path
    .replace('{code}', code)
    .replace('{id}', 'requests_open')
    .replace('{release}', '2');
  procedures.push({ rest: `/api/v1${rest}`, trpc: `/api/trpc/${name}?input=${input}` });
});

/** By the file in src/pages that answers. */
const SAMPLES: Readonly<Record<string, readonly Sample[]>> = {
  '[...lang]/404.astro': [{ address: '/nowhere', kind: 'page', status: 404 }],
  '[...lang]/about/index.astro': page('/about'),
  '[...lang]/about/languages.astro': page('/about/languages'),
  '[...lang]/about/method.astro': page('/about/method'),
  '[...lang]/about/privacy.astro': page('/about/privacy'),
  '[...lang]/areas/[area_code].astro': page('/areas/keiyo-south', '/areas/tambach'),
  '[...lang]/areas/index.astro': page('/areas', '/areas?show=requests_open'),
  '[...lang]/data/[dataset].astro': page(...datasets.map(({ id }) => `/data/${id}`)),
  '[...lang]/data/index.astro': page('/data'),
  '[...lang]/developers.astro': page('/developers'),
  '[...lang]/embed/chart/[release]/[statistic].astro': embed('/embed/chart/2/answered_by_day'),
  '[...lang]/embed/figure/[release]/[statistic].astro': embed('/embed/figure/2/requests_open?area=tambach'),
  '[...lang]/embed/map/[release]/[statistic].astro': embed('/sw/embed/map/2/requests_open'),
  '[...lang]/figures/[release]/[statistic].[format].ts': file(
    ...citationFormats.map(({ ending }) => `/figures/2/requests_open.${ending}`),
  ),
  '[...lang]/figures/[release]/[statistic].astro': page(
    '/figures/2/requests_open?area=tambach',
    '/figures/1/answered_by_day',
  ),
  '[...lang]/figures/index.astro': page('/figures'),
  '[...lang]/find.astro': page('/find'),
  '[...lang]/i/[code].astro': page(...Object.values(CODES).map((one) => `/i/${one}`)),
  '[...lang]/i/[code].png.ts': file(`/i/${code}.png`, `/sw/i/${code}.png`),
  '[...lang]/i/[code].qr.svg.ts': file(`/i/${code}.qr.svg`),
  '[...lang]/index.astro': page('/'),
  '[...lang]/manifest.webmanifest.ts': file('/manifest.webmanifest', '/sw/manifest.webmanifest'),
  '[...lang]/performance/[agency].astro': page('/performance/roads'),
  '[...lang]/performance/area/[area_code].astro': page('/performance/area/tambach'),
  '[...lang]/performance/index.astro': page('/performance'),
  '[...lang]/performance/service/[service_code].astro': page('/performance/service/road-damage'),
  '[...lang]/releases/[release].astro': page('/releases/1', '/releases/2'),
  '[...lang]/releases/index.astro': page('/releases'),
  '[...lang]/requests.astro': page('/requests', '/requests?area=tambach&status=open'),
  '[...lang]/services/[service_code].astro': page('/services/water-point'),
  '[...lang]/services/index.astro': page('/services'),
  '[icon].png.ts': file('/icon-192.png'),
  '[lang]/data/areas.astro': [{ address: '/sw/data/areas', kind: 'page' }],
  'api/trpc/[...path].ts': data(...procedures.map(({ trpc }) => trpc), {
    address: '/api/trpc/nothing',
    status: 404,
  }),
  'api/v1/[...path].ts': data(
    '/api/v1/openapi.json',
    '/api/v1/majibu.ts',
    ...procedures.map(({ rest }) => rest),
    '/api/v1/requests?limit=3',
    '/api/v1/areas?geometry=true',
    { address: '/api/v1/nowhere', status: 404 },
    { address: '/api/v1/requests?limit=0', status: 400 },
  ),
  'areas/[area_code].atom.ts': data('/areas/tambach.atom', '/areas/keiyo-south.atom?lang=sw&limit=3'),
  'catalog.jsonld.ts': data('/catalog.jsonld'),
  'catalog.ttl.ts': data('/catalog.ttl'),
  'data.json.ts': data('/data.json'),
  'data/[dataset].[format].ts': data(
    ...datasets.flatMap((dataset) => [
      ...formatsOf(dataset).map(({ id }) => `/data/${dataset.id}.${id}`),
      `/data/${dataset.id}.metadata.json`,
      `/data/${dataset.id}.csv-metadata.json`,
    ]),
    '/data/requests.csv?area=keiyo-south&bom=true',
    '/data/requests/changes.csv?since=1',
    { address: '/data/nothing.csv', status: 404 },
    { address: '/data/requests.csv?ward=x', status: 400 },
  ),
  'data/[release]/[file].ts': data(
    ...datasets.flatMap((dataset) => formatsOf(dataset).map(({ id }) => `/data/1/${dataset.id}.${id}`)),
    '/data/1/manifest.json',
    '/data/2/datapackage.json',
    '/data/2/requests.csv-metadata.json',
    '/data/2/requests.metadata.json',
    { address: '/data/99/requests.csv', status: 404 },
  ),
  'data/areas.astro': [{ address: '/data/areas', kind: 'page' }],
  'favicon.svg.ts': file('/favicon.svg'),
  'feeds/requests.atom.ts': data('/feeds/requests.atom', '/feeds/requests.atom?status=open&limit=3', {
    address: '/feeds/requests.atom?status=perhaps',
    status: 400,
  }),
  'i/[code].atom.ts': data(`/i/${code}.atom`, `/i/${CODES.sensitive}.atom`),
  'names.json.ts': file('/names.json'),
  'oembed.ts': data(
    `/oembed?url=${encodeURIComponent('ORIGIN/areas')}`,
    `/oembed?format=xml&url=${encodeURIComponent('ORIGIN/areas/tambach')}`,
    { address: '/oembed', status: 400 },
  ),
  'offline.js.ts': file('/offline.js'),
  'open311/v2/[...path].ts': data(
    ...['xml', 'json'].flatMap((format) => [
      `/open311/v2/discovery.${format}`,
      `/open311/v2/services.${format}`,
      `/open311/v2/services/water-point.${format}`,
      `/open311/v2/requests.${format}`,
      `/open311/v2/requests.${format}?page_size=3&extensions=true`,
      `/open311/v2/requests/${code}.${format}`,
      { address: `/open311/v2/requests/nothing.${format}`, status: 404 },
    ]),
  ),
  'releases.atom.ts': data('/releases.atom', '/releases.atom?lang=sw'),
  'robots.txt.ts': file('/robots.txt'),
  'services/[service_code].atom.ts': data('/services/water-point.atom'),
  'sitemap.xml.ts': file('/sitemap.xml'),
  'theme.css.ts': file('/theme.css'),
  // Shown in the stead of a page that breaks.
  '500.astro': [],
};

/** `origin`: where the portal is; an address that names it is of its own pages. */
export function samples(origin: string): readonly Sample[] {
  return Object.values(SAMPLES)
    .flat()
    .map((one) => ({ ...one, address: one.address.replace('ORIGIN', encodeURIComponent(origin)) }));
}

export function unlisted(): { readonly without_sample: string[]; readonly without_file: string[] } {
  const files = globSync('**/*.{ts,astro}', { cwd: path.join(projectRoot, 'src/pages') });
  return {
    without_sample: files.filter((one) => !Object.hasOwn(SAMPLES, one)),
    without_file: Object.keys(SAMPLES).filter((one) => !files.includes(one)),
  };
}
