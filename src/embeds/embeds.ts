/**
 * Which embeds there are of a figure, and their addresses: a figure, its curve, the map of all places.
 *
 * In:     a loaded figure
 * Out:    address without the language, size in pixels; embeds load no script and name release and source
 */
import { asked, type FigureKey, figureQuery } from '../figures/figure-address.ts';
import { isDay } from '../figures/figure-scope.ts';
import type { LoadedFigure } from '../figures/load-figure.ts';

const EMBED_KINDS = ['figure', 'chart', 'map'] as const;
export type EmbedKind = (typeof EMBED_KINDS)[number];

export interface Embed {
  readonly kind: EmbedKind;
  readonly address: string;
  readonly height: number;
}

/** Frames are as wide as the page that holds them allows, up to this. */
export const MOST_WIDTH = 640;

const HEIGHTS: Readonly<Record<EmbedKind, number>> = { figure: 320, chart: 530, map: 880 };
/** of each line of a statistic of several numbers */
const LINE = 48;

/** `lines`: how many numbers a figure of several shows in its table. */
export function embed(kind: EmbedKind, key: FigureKey, lines = 0): Embed {
  const { area: _area, ...elsewhere } = key.filters;
  const shown =
    kind === 'map' ? { ...key, filters: elsewhere } : kind === 'chart' ? { ...key, member: null } : key;
  return {
    kind,
    address: `/embed/${kind}/${key.release}/${key.statistic}${asked(figureQuery(shown))}`,
    height: HEIGHTS[kind] + (kind === 'figure' ? lines * LINE : 0),
  };
}

export function embedsOf(loaded: LoadedFigure): Embed[] {
  return EMBED_KINDS.filter((kind) => has(kind, loaded)).map((kind) =>
    embed(kind, loaded.key, linesOf(loaded)),
  );
}

/** Lines of the table that the embed of a figure shows. */
export function linesOf({ figure, all }: Pick<LoadedFigure, 'all' | 'figure'>): number {
  return figure === null ? all.length : 0;
}

export function has(
  kind: EmbedKind,
  loaded: Pick<LoadedFigure, 'all' | 'figure' | 'definition' | 'key'>,
): boolean {
  if (kind === 'chart') return isCurve(loaded) && !loaded.key.coarser_than;
  if (kind === 'map')
    return loaded.figure !== null && !loaded.key.coarser_than && loaded.definition.group_by.includes('area');
  return true;
}

/** A statistic of shares by days. */
export function isCurve({ all, definition }: Pick<LoadedFigure, 'all' | 'definition'>): boolean {
  return definition.unit === 'share' && all.length > 1 && all.every(({ member }) => isDay(member));
}

/** The frame as HTML, to be copied into another site. */
export function iframe(address: string, title: string, height: number, width = MOST_WIDTH): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" style="border:0;max-width:${width}px"></iframe>`;
}
