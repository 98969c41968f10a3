/**
 * All that the page of one area shows.
 *
 * In:     the page, the area's code
 * Out:    the area, those above it, figures, comparison, map, the open reports that wait longest, and the reports
 *         that are published only for an area above it, by that area; null when the release has no such area
 */

import type { Area } from '../../api/schemas/dimensions.ts';
import type { figures } from '../i18n/en/figures.ts';
import { localeOf } from '../i18n/index.ts';
import { drawWardMap } from '../map/ward-map.ts';
import type { PageContext } from '../page-context.ts';
import { remainderRows, type TableRow } from './compare-areas.ts';
import { figuresBy, figuresOf, manyFigures } from './load-figures.ts';
import { loadSelection } from './load-selection.ts';
import { longestWaiting } from './longest-waiting.ts';
import { releaseWords } from './release-words.ts';

export async function loadArea(page: PageContext, code: string, t: typeof figures) {
  const { api } = page.portal;
  const { data: areas } = await api.areas.list({ geometry: true });
  const area = areas.find(({ area_code }) => area_code === code);
  if (!area) return null;
  const above = areasAbove(area, areas);
  const depth = Math.max(...areas.map((one) => one.depth));
  const below = areas.filter((one) => one.depth === depth && one !== area && isInside(one, area, areas));
  const words = await releaseWords(page, t);
  const rowOf = async (one: Area): Promise<TableRow> => ({
    label: page.name(one.names),
    ...(one.depth > 0 && one !== area ? { href: page.path(`/areas/${one.area_code}`) } : {}),
    figures: await figuresOf(api, words.measures, one.depth === 0 ? {} : { area: one.area_code }),
    total: one === area,
  });
  const curve = words.release.measures.includes('first_response') ? 'answered_by_day' : 'resolved_by_day';
  const [selection, whole, compared, parts, waiting, all] = await Promise.all([
    loadSelection(api, words, { area: code }),
    manyFigures(api, curve),
    Promise.all([area, ...above.toReversed()].map(rowOf)),
    below.length > 0 ? figuresBy(api, 'area', words.measures, { area: code }) : null,
    longestWaiting(api, words.release, { area: code }),
    figuresBy(api, 'area', ['received'], { area_level: area.level }),
  ]);
  const names = new Intl.Collator(localeOf(page.lang), { numeric: true });
  return {
    area,
    above,
    words,
    selection,
    whole,
    compared,
    waiting,
    coarser: above.toReversed().flatMap((one) => {
      const received = all.remainders.get(one.area_code)?.received?.value ?? 0;
      return received > 0 ? [{ name: page.name(one.names), received }] : [];
    }),
    parts: [
      ...below
        .map((one) => ({
          label: page.name(one.names),
          href: page.path(`/areas/${one.area_code}`),
          figures: parts?.of.get(one.area_code),
        }))
        .toSorted((one, other) => names.compare(one.label, other.label)),
      ...(parts ? remainderRows(parts.remainders, areas, page.lang, {}) : []),
    ],
    inside: new Set([code, ...below.map(({ area_code }) => area_code)]),
    drawing: drawWardMap({
      areas: areas.filter((one) => one.depth === depth),
      outlines: areas.filter((one) => one.depth === depth - 1 && one.depth > 0),
      figureOf: () => undefined,
      ranked: page.portal.jurisdiction.ranked,
    }),
  };
}

/** From the jurisdiction down to the area's parent. */
function areasAbove(area: Area, areas: readonly Area[]): Area[] {
  const parent = areas.find(({ area_code }) => area_code === area.parent_code);
  return parent ? [...areasAbove(parent, areas), parent] : [];
}

function isInside(inner: Area, outer: Area, areas: readonly Area[]): boolean {
  return areasAbove(inner, areas).includes(outer);
}
