/**
 * Shares handled in time by received period: within the promised time, or where none is promised within fixed days.
 *
 * In:     the page, the release in words, filters, which promises there are
 * Out:    one series per measure, by month where months hold enough reports, else by quarter; a period with too few,
 *         or too young for an interval, has no value
 */
import type { Filters } from '../../api/schemas/common.ts';
import type { Figure } from '../../api/schemas/statistics.ts';
import type { PageContext } from '../page-context.ts';
import { figuresByPeriod } from './load-figures.ts';
import { MEASURES } from './measures.ts';
import type { PromiseId } from './promises.ts';
import type { ReleaseWords } from './release-words.ts';

/** What the trend shows where nothing is promised. */
export const FIXED = {
  answered_in_time: { curve: 'answered_by_day', days: 7 },
  resolved_in_time: { curve: 'resolved_by_day', days: 30 },
} as const;

export interface Trend {
  readonly unit: 'month' | 'quarter';
  /** null: within the promised times */
  readonly fixed: typeof FIXED | null;
  readonly answered: readonly Figure[];
  readonly resolved: readonly Figure[];
}

export async function loadTrend(
  { portal: { api, jurisdiction } }: PageContext,
  { release }: ReleaseWords,
  filters: Filters,
  promised: readonly PromiseId[],
): Promise<Trend> {
  const series = async (id: PromiseId, unit: Trend['unit']) => {
    const { records, statistic } = MEASURES[id];
    if (!release.measures.includes(records)) return [];
    if (promised.length > 0)
      return promised.includes(id) ? figuresByPeriod(api, statistic, unit, filters) : [];
    const { curve, days } = FIXED[id];
    const figures = await figuresByPeriod(api, curve, unit, filters);
    return figures.filter(({ member }) => member === String(days));
  };
  const both = async (unit: Trend['unit']) =>
    Promise.all([series('answered_in_time', unit), series('resolved_in_time', unit)]);
  const monthly = await both('month');
  const unit = hasEnough(monthly.flat(), jurisdiction.ranked) ? 'month' : 'quarter';
  const [answered, resolved] = unit === 'month' ? monthly : await both('quarter');
  return {
    unit,
    fixed: promised.length > 0 ? null : FIXED,
    answered: answered.map((figure) => spoken(figure, jurisdiction.ranked)),
    resolved: resolved.map((figure) => spoken(figure, jurisdiction.ranked)),
  };
}

/** Whether nearly all periods that are over have enough reports to be told. */
function hasEnough(figures: readonly Figure[], enough: number): boolean {
  const over = figures.filter(({ complete, remainder }) => complete && !remainder);
  return over.length > 0 && over.filter(({ n }) => n >= enough).length >= 0.9 * over.length;
}

function spoken(figure: Figure, enough: number): Figure {
  if (figure.value === null) return figure;
  if (figure.n < enough)
    return { ...figure, value: null, ci_low: null, ci_high: null, suppressed: 'too_few' };
  if (figure.complete || figure.ci_low !== null) return figure;
  return { ...figure, value: null, suppressed: 'too_early' };
}
