/**
 * What another site shows for a link to one of our pages: a frame of its figure, curve or map.
 *
 * In:     the portal, an address as it was pasted, the most that the frame may measure
 * Out:    an oEmbed answer of type "rich"; null for an address that is not ours or shows nothing to embed
 * Source: oEmbed 1.0, oembed.com
 */
import type { PortalRequest } from '../../api/portal.ts';
import { figureText } from '../figures/figure-text.ts';
import { type LoadedFigure, loadFigure } from '../figures/load-figure.ts';
import { splitPath } from '../i18n/index.ts';
import { pageContext } from '../page-context.ts';
import { type EmbedKind, embed, has, iframe, linesOf, MOST_WIDTH } from './embeds.ts';

export interface Oembed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

export interface Most {
  readonly width: number | null;
  readonly height: number | null;
}

/** A page of the newest release shows another figure after the next one. */
const CACHE_AGE_SECONDS = 3_600;

export async function oembed(portal: PortalRequest, pasted: string, most: Most): Promise<Oembed | null> {
  const { public_url, jurisdiction } = portal;
  const url = URL.canParse(pasted) ? new URL(pasted) : null;
  if (!url || !`${url.origin}/`.startsWith(`${new URL(public_url).origin}/`)) return null;
  const { lang, path } = splitPath(url.pathname.replace(/(?<=.)\/$/, ''), jurisdiction.languages);
  if (lang === null || (portal.release === null && portal.available)) return null;
  const found = await shown(portal, path, url.searchParams);
  if (!found) return null;
  const page = pageContext({ locals: { portal, lang } });
  const { kind, loaded } = found;
  const { address, height } = embed(kind, loaded.key, linesOf(loaded));
  const { heading } = figureText(loaded, page);
  const width = Math.min(MOST_WIDTH, most.width ?? MOST_WIDTH);
  const tall = Math.min(height, most.height ?? height);
  return {
    version: '1.0',
    type: 'rich',
    title: heading,
    provider_name: page.jurisdiction,
    provider_url: public_url,
    cache_age: CACHE_AGE_SECONDS,
    width,
    height: tall,
    html: iframe(public_url + page.path(address), heading, tall, width),
  };
}

interface Shown {
  readonly kind: EmbedKind;
  readonly loaded: LoadedFigure;
}

async function shown(portal: PortalRequest, path: string, query: URLSearchParams): Promise<Shown | null> {
  const [, first = '', second = '', third, more] = path.split('/');
  if (more !== undefined) return null;
  if (first === 'figures' && third !== undefined) {
    const loaded = await load(portal, { release: second, statistic: third }, query);
    return loaded && { kind: loaded.figure === null && has('chart', loaded) ? 'chart' : 'figure', loaded };
  }
  if (third !== undefined) return null;
  if ((first === 'areas' || first === 'services') && second !== '')
    return selection(portal, new URLSearchParams({ [first === 'areas' ? 'area' : 'service']: second }));
  if (first === 'areas' || first === '') return everyPlace(portal, first === 'areas');
  return null;
}

/** How soon a place or a kind of report is answered; where that is not known, how many were received. */
async function selection(portal: PortalRequest, query: URLSearchParams): Promise<Shown | null> {
  for (const statistic of ['answered_by_day', 'resolved_by_day', 'requests_received']) {
    const loaded = await load(portal, { release: 'latest', statistic }, query);
    if (loaded?.all.some(({ value }) => value !== null))
      return { kind: has('chart', loaded) ? 'chart' : 'figure', loaded };
  }
  return null;
}

async function everyPlace(portal: PortalRequest, map: boolean): Promise<Shown | null> {
  if (!map) return selection(portal, new URLSearchParams());
  for (const statistic of ['first_response_hours_median', 'resolution_hours_median', 'requests_received']) {
    const loaded = await load(portal, { release: 'latest', statistic }, new URLSearchParams());
    if (loaded?.figure && loaded.figure.suppressed === null) return { kind: 'map', loaded };
  }
  return null;
}

async function load(
  portal: PortalRequest,
  { release, statistic }: { readonly release: string; readonly statistic: string },
  query: URLSearchParams,
): Promise<LoadedFigure | null> {
  const number = release === 'latest' ? String(portal.release) : release;
  const answer = await loadFigure(portal, { release: number, statistic }, query);
  return answer.kind === 'figure' ? answer : null;
}
