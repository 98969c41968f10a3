/**
 * The finest areas side by side: rows of a table in alphabetical order, and the map in the colours of one
 * measure.
 *
 * In:     the page, the measures of the table, the measure of the map
 * Out:    rows (the jurisdiction as a whole first, what is known only more coarsely last: with these the rows add up
 *         to the whole), areas, drawing
 */
import type { Filters } from '../../api/schemas/common.ts';
import type { Area } from '../../api/schemas/dimensions.ts';
import { compare as en } from '../i18n/en/compare.ts';
import { localeOf, nameIn, texts } from '../i18n/index.ts';
import { compare as sw } from '../i18n/sw/compare.ts';
import { drawWardMap, type MapShape, type WardMapDrawing } from '../map/ward-map.ts';
import type { PageContext } from '../page-context.ts';
import type { Coarser } from './coarser.ts';
import type { FigureKey } from './figure-address.ts';
import { type FigureRow, figuresBy, figuresOf } from './load-figures.ts';
import type { MeasureId } from './measures.ts';

export interface TableRow {
  readonly label: string;
  readonly href?: string;
  readonly figures: FigureRow | undefined;
  /** the whole that the others are part of */
  readonly total?: boolean;
  /** said instead of figures */
  readonly instead?: string;
  /** the rows after it belong to it */
  readonly group?: boolean;
  readonly fill?: MapShape['fill'];
  /**
   * what is published more coarsely than the other rows, and what its counts are narrowed to; null: they have no
   * address of their own
   */
  readonly remainder?: Pick<FigureKey, 'filters' | 'coarser_than'> | null;
}

export interface AreaComparison {
  readonly rows: TableRow[];
  readonly areas: readonly Area[];
  readonly drawing: WardMapDrawing | null;
  /** reports that are published without an area this fine */
  readonly coarser: Coarser | null;
}

export async function compareAreas(
  { portal, lang, path, jurisdiction }: PageContext,
  measures: readonly MeasureId[],
  coloured: MeasureId,
  filters: Pick<Filters, 'service' | 'group' | 'agency'> = {},
): Promise<AreaComparison> {
  const { api } = portal;
  const [{ data: areas }, figures, whole] = await Promise.all([
    api.areas.list({ geometry: true }),
    figuresBy(api, 'area', measures, filters),
    figuresOf(api, measures, filters),
  ]);
  const depth = Math.max(...areas.map((area) => area.depth));
  const finest = areas.filter((area) => area.depth === depth && depth > 0);
  const drawing = drawWardMap({
    areas: finest,
    outlines: areas.filter((area) => area.depth === depth - 1 && area.depth > 0),
    figureOf: (code) => figures.of.get(code)?.[coloured],
    ranked: portal.jurisdiction.ranked,
  });
  const fills = new Map(drawing?.shapes.map(({ area, fill }) => [area.area_code, fill]));
  const names = new Intl.Collator(localeOf(lang), { numeric: true });
  const rows = finest
    .map((area) => ({
      label: nameIn(area.names, lang),
      href: path(`/areas/${area.area_code}`),
      figures: figures.of.get(area.area_code),
      fill: fills.get(area.area_code),
    }))
    .toSorted((one, other) => names.compare(one.label, other.label));
  return {
    areas,
    drawing,
    coarser: figures.coarser,
    rows: [
      { label: jurisdiction, figures: whole, total: true },
      ...rows,
      ...remainderRows(figures.remainders, areas, lang, filters),
    ],
  };
}

/**
 * What is known only for a larger area, the smaller of these first. The counts of one above another have no address
 * of their own: a figure of what is published more coarsely than wards holds all of it.
 */
export function remainderRows(
  remainders: ReadonlyMap<string, FigureRow>,
  areas: readonly Area[],
  lang: string,
  filters: Filters,
): TableRow[] {
  const t = texts(lang, { en, sw });
  const names = new Intl.Collator(localeOf(lang), { numeric: true });
  const among = areas.filter((area) => remainders.has(area.area_code));
  const deepest = Math.max(...among.map((area) => area.depth));
  return among
    .map((area) => ({ area, name: nameIn(area.names, lang) }))
    .toSorted((one, other) => other.area.depth - one.area.depth || names.compare(one.name, other.name))
    .map(({ area, name }) => ({
      label: t.rest_of_area(name),
      figures: remainders.get(area.area_code),
      remainder:
        area.depth === deepest
          ? { filters: { ...filters, area: area.area_code }, coarser_than: { by: 'area' as const } }
          : null,
    }));
}
