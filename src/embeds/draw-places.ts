/**
 * A figure of every area of the finest level: the map and its table.
 *
 * In:     the page, a loaded figure, whose filters and member hold for every place
 * Out:    the drawing (null where no area has a boundary) and a row per area, by name
 */

import type { Figure } from '../../api/schemas/statistics.ts';
import type { LoadedFigure } from '../figures/load-figure.ts';
import { sumOf } from '../figures/sum-of-figures.ts';
import { localeOf } from '../i18n/index.ts';
import { drawWardMap, type WardMapDrawing } from '../map/ward-map.ts';
import type { PageContext } from '../page-context.ts';

export interface Places {
  readonly drawing: WardMapDrawing | null;
  /** reports that are on no place, since they are known only for a larger area */
  readonly coarser: number;
  readonly rows: readonly { readonly label: string; readonly figure: Figure }[];
}

export async function drawPlaces(
  { portal, name, lang }: PageContext,
  { key, release }: Pick<LoadedFigure, 'key' | 'release'>,
): Promise<Places> {
  const { api } = portal;
  const at = { ...key.filters, release: release.release, group_by: 'area' };
  const [{ data: areas }, { data: figures }, { data: received }] = await Promise.all([
    api.areas.list({ geometry: true, release: release.release }),
    api.statistics.get({ ...at, id: key.statistic }),
    api.statistics.get({ ...at, id: 'requests_received' }),
  ]);
  const depth = Math.max(...areas.map((area) => area.depth));
  const finest = areas.filter((area) => area.depth === depth);
  const of = new Map(
    figures
      .filter(({ member, remainder }) => member === key.member && !remainder)
      .map((figure) => [figure.filters.area, figure]),
  );
  const names = new Intl.Collator(localeOf(lang), { numeric: true });
  return {
    coarser: sumOf(received.filter(({ remainder }) => remainder))?.value ?? 0,
    drawing: drawWardMap({
      areas: finest,
      outlines: areas.filter((area) => area.depth === depth - 1 && area.depth > 0),
      figureOf: (code) => of.get(code),
      ranked: portal.jurisdiction.ranked,
    }),
    rows: finest
      .flatMap(({ area_code, names: own }) => {
        const figure = of.get(area_code);
        return figure ? [{ label: name(own), figure }] : [];
      })
      .toSorted((one, other) => names.compare(one.label, other.label)),
  };
}
