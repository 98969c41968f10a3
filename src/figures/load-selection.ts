/**
 * All that the page of one place, kind of report or office says about it.
 *
 * In:     the page's caller, the release in words, the filter that selects it
 * Out:    its figures, percentiles, how much of what is open is old, its curves and months
 */
import type { PortalRequest } from '../../api/portal.ts';
import type { Filters } from '../../api/schemas/common.ts';
import { dayBefore } from './day-before.ts';
import { figuresByPeriod, figuresOf, manyFigures, oneFigure } from './load-figures.ts';
import type { ReleaseWords } from './release-words.ts';

export async function loadSelection(
  api: PortalRequest['api'],
  { release, measures }: ReleaseWords,
  filters: Filters = {},
) {
  const answers = release.measures.includes('first_response');
  const solutions = release.measures.includes('resolution');
  // Received so that more than 30 whole days have passed since: as backlog_age counts them.
  const month = { ...filters, period: `..${dayBefore(release.label, 32)}` };
  const [figures, answeredP90, resolvedP90, old, received, answered, resolved] = await Promise.all([
    figuresOf(api, measures, filters),
    answers ? oneFigure(api, 'first_response_hours_p90', filters) : undefined,
    solutions ? oneFigure(api, 'resolution_hours_p90', filters) : undefined,
    oneFigure(api, 'requests_open', month),
    figuresByPeriod(api, 'requests_received', 'month', filters),
    answers ? manyFigures(api, 'answered_by_day', filters) : [],
    solutions ? manyFigures(api, 'resolved_by_day', filters) : [],
  ]);
  const since = received.find(
    ({ filters: { period }, value }) => period !== undefined && value !== null && value > 0,
  );
  return {
    figures,
    answeredP90,
    resolvedP90,
    /** still open after a month */
    old,
    received,
    answered,
    resolved,
    counts: { received: figures.received?.value ?? 0, open: figures.open?.value ?? 0, old: old?.value ?? 0 },
    /** first month with a report */
    since: since?.filters.period ?? null,
  };
}

export type Selection = Awaited<ReturnType<typeof loadSelection>>;
