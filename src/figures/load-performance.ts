/**
 * What officials look at, for the jurisdiction or one office.
 *
 * In:     the page, the release in words, the filter of an office
 * Out:    its selection, what is open by month of receipt, and by quarter of receipt the shares handled within
 *         the service's own standard, or where that is not known within fixed days
 */
import type { Filters } from '../../api/schemas/common.ts';
import type { PageContext } from '../page-context.ts';
import { figuresByPeriod } from './load-figures.ts';
import { loadSelection } from './load-selection.ts';
import { MEASURES } from './measures.ts';
import type { ReleaseWords } from './release-words.ts';

/** What the trend shows where shares within the standards are not known. */
export const FIXED = {
  answered_in_time: { curve: 'answered_by_day', days: 7 },
  resolved_in_time: { curve: 'resolved_by_day', days: 30 },
} as const;

export async function loadPerformance(page: PageContext, words: ReleaseWords, filters: Filters = {}) {
  const { api } = page.portal;
  const standards =
    words.measures.includes('answered_in_time') || words.measures.includes('resolved_in_time');
  const byQuarter = async (id: 'answered_in_time' | 'resolved_in_time') => {
    const { records, statistic } = MEASURES[id];
    if (!words.release.measures.includes(records)) return [];
    if (standards)
      return words.measures.includes(id) ? figuresByPeriod(api, statistic, 'quarter', filters) : [];
    const { curve, days } = FIXED[id];
    const figures = await figuresByPeriod(api, curve, 'quarter', filters);
    return figures.filter(({ member }) => member === String(days));
  };
  const [selection, backlog, answered, resolved] = await Promise.all([
    loadSelection(api, words, filters),
    figuresByPeriod(api, 'requests_open', 'month', filters),
    byQuarter('answered_in_time'),
    byQuarter('resolved_in_time'),
  ]);
  return { selection, backlog, trend: { answered, resolved, standards } };
}
