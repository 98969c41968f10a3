/**
 * Figures of many areas, services or offices at once, for a table or a map.
 *
 * In:     the request's caller, what to group by, which measures, further filters
 * Out:    per code of a member, its figure of each measure; a member without reports is missing; the same of what is
 *         published more coarsely than that, by the code under which it is ('' where it has none); and how many
 *         reports that is, where the measures count those received
 */
import type { PortalRequest } from '../../api/portal.ts';
import type { Filters } from '../../api/schemas/common.ts';
import type { Figure } from '../../api/schemas/statistics.ts';
import { type Coarser, coarserThan } from './coarser.ts';
import { MEASURES, type MeasureId } from './measures.ts';

export type FigureRow = Partial<Record<MeasureId, Figure>>;
type Api = PortalRequest['api'];

export interface FiguresBy {
  readonly of: ReadonlyMap<string, FigureRow>;
  readonly remainders: ReadonlyMap<string, FigureRow>;
  readonly coarser: Coarser | null;
}

export async function figuresBy(
  api: Api,
  group_by: 'area' | 'service' | 'agency' | 'group',
  measures: readonly MeasureId[],
  options: Filters & { area_level?: string } = {},
): Promise<FiguresBy> {
  const answers = await Promise.all(
    measures.map((id) => api.statistics.get({ ...options, id: MEASURES[id].statistic, group_by })),
  );
  const rows = new Map<string, FigureRow>();
  const remainders = new Map<string, FigureRow>();
  const coarser: Figure[] = [];
  answers.forEach(({ data }, index) => {
    const id = measures[index];
    for (const figure of data) {
      if (id === undefined) continue;
      const code = figure.filters[group_by];
      if (figure.remainder && id === 'received') coarser.push(figure);
      if (figure.remainder) remainders.set(code ?? '', { ...remainders.get(code ?? ''), [id]: figure });
      else if (code !== undefined) rows.set(code, { ...rows.get(code), [id]: figure });
    }
  });
  return { of: rows, remainders, coarser: coarserThan(group_by, coarser, options) };
}

/** The same measures of one selection as a whole: the jurisdiction, one ward, one office. */
export async function figuresOf(
  api: Api,
  measures: readonly MeasureId[],
  filters: Filters = {},
): Promise<FigureRow> {
  const row: FigureRow = {};
  await Promise.all(
    measures.map(async (id) => {
      row[id] = await oneFigure(api, MEASURES[id].statistic, filters);
    }),
  );
  return row;
}

export async function oneFigure(api: Api, id: string, filters: Filters = {}): Promise<Figure | undefined> {
  return (await api.statistics.get({ ...filters, id })).data[0];
}

/** A statistic of several numbers: the curve, the ages of the backlog. */
export async function manyFigures(api: Api, id: string, filters: Filters = {}): Promise<readonly Figure[]> {
  return (await api.statistics.get({ ...filters, id })).data;
}

export async function figuresByPeriod(
  api: Api,
  id: string,
  period_unit: 'month' | 'quarter' | 'year',
  filters: Filters = {},
): Promise<readonly Figure[]> {
  return (await api.statistics.get({ ...filters, id, group_by: 'period', period_unit })).data;
}
