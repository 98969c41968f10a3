/**
 * Figures as tables of charts: the rows a reader sees and the numbers that the browser draws.
 *
 * In:     figures of one statistic per series, the language's format and texts
 * Out:    ChartTable; a value that is suppressed is left out of the drawing and says why in the table
 */
import type { Figure } from '../../api/schemas/statistics.ts';
import type { figures } from '../i18n/en/figures.ts';
import type { Format } from '../i18n/format.ts';
import type { ChartCell, ChartTable } from './chart-data.ts';
import { figureAddress } from './figure-address.ts';
import { figureWords, valueText } from './figure-words.ts';

export interface ChartSeries {
  readonly label: string;
  readonly role: ChartTable['series'][number]['role'];
  readonly figures: readonly Figure[];
}

export interface ChartWords {
  readonly format: Format;
  readonly t: typeof figures;
  /** an address in the page's language */
  readonly path: (path: string) => string;
}

/** The share by each of the days; days that no series reached are left out. */
export function curveTable(series: readonly ChartSeries[], words: ChartWords): ChartTable {
  const days = series[0]?.figures.map(({ member }) => member ?? '') ?? [];
  const at = (one: ChartSeries, day: string) => one.figures.find(({ member }) => member === day);
  return {
    head: words.t.within,
    series,
    rows: days
      .filter((day) => series.some((one) => typeof at(one, day)?.value === 'number'))
      .map((day) => ({
        label: words.format.days(Number(day)),
        x: Number(day),
        cells: series.map((one) => cell(at(one, day), words)),
      })),
  };
}

/** One row per received period, in order; periods that a series lacks have no reports in it. */
export function periodTable(head: string, series: readonly ChartSeries[], words: ChartWords): ChartTable {
  const periods = new Map<string, boolean>();
  for (const figure of series.flatMap((one) => one.figures)) {
    const { period } = figure.filters;
    if (period !== undefined) periods.set(period, (periods.get(period) ?? true) && figure.complete);
  }
  return {
    head,
    series,
    rows: [...periods].toSorted(byPeriod).map(([period, complete]) => ({
      label: words.format.shortPeriod(period),
      incomplete: !complete,
      cells: series.map((one) =>
        cell(
          one.figures.find(({ filters }) => filters.period === period),
          words,
        ),
      ),
    })),
  };
}

/** Days at which the ways out are compared: a row is wide, and neighbouring days say nearly the same. */
const OUTCOME_DAYS = [3, 7, 14, 30, 60, 90, 180, 365];

/** A row per day, its parts the outcomes; together they are all reports. */
export function outcomesTable(
  head: string,
  outcomes: readonly (ChartTable['series'][number] & { readonly member: string })[],
  figures: readonly Figure[],
  words: ChartWords,
): ChartTable {
  const at = (member: string, day: number) => figures.find((figure) => figure.member === `${member}:${day}`);
  return {
    head,
    series: outcomes.map(({ label, role }) => ({ label, role })),
    rows: OUTCOME_DAYS.filter((day) =>
      outcomes.some(({ member }) => typeof at(member, day)?.value === 'number'),
    ).map((day) => ({
      label: words.format.days(day),
      cells: outcomes.map(({ member }) => cell(at(member, day), words)),
    })),
  };
}

/** A row per member of a statistic of several counts. */
export function membersTable(
  head: string,
  series: ChartSeries,
  label: (member: string) => string,
  words: ChartWords,
): ChartTable {
  return {
    head,
    series: [{ label: series.label, role: series.role }],
    rows: series.figures.map((figure) => ({
      label: label(figure.member ?? ''),
      cells: [cell(figure, words)],
    })),
  };
}

function byPeriod([one]: readonly [string, boolean], [other]: readonly [string, boolean]): number {
  return one < other ? -1 : 1;
}

function cell(figure: Figure | undefined, { format, t, path }: ChartWords): ChartCell {
  const { text } = figureWords(figure, { format, t, ranked: 0 });
  if (figure?.value === undefined || figure.value === null) return { text, value: null };
  const { value, ci_low: low, ci_high: high, unit } = figure;
  const range =
    low === null || high === null
      ? ''
      : ` (${t.between(valueText(unit, low, format), valueText(unit, high, format))})`;
  const link = { text, href: path(figureAddress(figure)) };
  return { text: `${text}${range}`, link, value, low, high };
}
