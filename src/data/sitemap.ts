/**
 * Every page that search engines should know.
 *
 * In:     the portal of this HTTP request
 * Out:    XML: pages of places, kinds, offices, datasets and releases, with each language beside the others.
 *         Pages of single reports and records are left out: whoever has the link can find them, a search engine need
 *         not.
 * Source: Sitemaps XML 0.9; Google Search, "localized versions" (xhtml:link)
 */
import type { PortalRequest } from '../../api/portal.ts';
import { localPath } from '../i18n/index.ts';

const FIXED = [
  '/',
  '/find',
  '/areas',
  '/services',
  '/requests',
  '/performance',
  '/figures',
  '/data',
  '/releases',
  '/developers',
  '/about',
  '/about/method',
  '/about/privacy',
  '/about/languages',
];

export async function sitemap(portal: PortalRequest): Promise<string> {
  const { languages } = portal.jurisdiction;
  const urls = (await pages(portal)).flatMap((page) =>
    languages.map((language) => entry(page, language, portal)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

async function pages({ api, release }: PortalRequest): Promise<string[]> {
  const { data: datasets } = await api.datasets.list();
  const described = datasets.map(({ id }) => `/data/${id}`);
  if (release === null) return [...FIXED, ...described];
  const [areas, services, agencies] = await Promise.all([
    api.areas.list(),
    api.services.list(),
    api.agencies.list(),
  ]);
  return [
    ...FIXED,
    ...described,
    ...Array.from({ length: release }, (_, i) => `/releases/${release - i}`),
    ...areas.data.flatMap(({ area_code }) => [`/areas/${area_code}`, `/performance/area/${area_code}`]),
    ...services.data.flatMap(({ service_code, tier }) => [
      `/services/${service_code}`,
      // What is never published row by row has no figures.
      ...(tier === 'sensitive' ? [] : [`/performance/service/${service_code}`]),
    ]),
    ...agencies.data.map(({ agency_code }) => `/performance/${agency_code}`),
  ];
}

function entry(
  page: string,
  language: string,
  { public_url, jurisdiction: { languages } }: PortalRequest,
): string {
  const address = (one: string) => escaped(public_url + encodeURI(localPath(one, page, languages)));
  const others = [...languages.map((one) => [one, one]), ['x-default', languages[0] ?? language]]
    .map(
      ([tag = '', one = '']) =>
        `<xhtml:link rel="alternate" hreflang="${escaped(tag)}" href="${address(one)}"/>`,
    )
    .join('');
  return `<url><loc>${address(language)}</loc>${languages.length > 1 ? others : ''}</url>`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
