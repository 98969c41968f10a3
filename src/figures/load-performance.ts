/**
 * What officials look at, for the jurisdiction, one office, one kind of report or one place.
 *
 * In:     the page, the release in words, what it is narrowed to and what the rows of its tables are, the names
 * Out:    its selection; promised times kept or missed; what became of reports; age of what is open; what came after
 *         the solution; its figures beside the whole jurisdiction's; the trend
 */
import type { Filters } from '../../api/schemas/common.ts';
import type { Figure, StatisticDefinition } from '../../api/schemas/statistics.ts';
import type { PageContext } from '../page-context.ts';
import { manyFigures, oneFigure } from './load-figures.ts';
import { loadSelection } from './load-selection.ts';
import { loadTrend } from './load-trend.ts';
import { MEASURES } from './measures.ts';
import { dimensions } from './page-dimensions.ts';
import { type By, isPromised, loadPromises, PROMISES } from './promises.ts';
import type { ReleaseWords } from './release-words.ts';
import { compared } from './verdict.ts';

/** The figures of one selection that stand beside those of the whole. */
const COMPARED = [
  'first_response_within_standard',
  'resolution_within_standard',
  'first_response_hours_median',
  'first_response_hours_p90',
  'resolution_hours_median',
  'resolution_hours_p90',
  'reopened',
  'confirmed',
  'disputed',
];

export interface Subject {
  readonly filters: Filters;
  readonly by: By;
}

export async function loadPerformance(page: PageContext, words: ReleaseWords, subject: Subject) {
  const { portal } = page;
  const { api } = portal;
  const { filters } = subject;
  const recorded = (which: 'first_response' | 'resolution') => words.release.measures.includes(which);
  const isPart = Object.keys(filters).length > 0;
  const of = (id: string) => oneFigure(api, id, filters);
  const names = await dimensions(api);
  const promised = PROMISES.filter((id) => recorded(MEASURES[id].records) && isPromised(names.services, id));
  const compare = async (id: string) => {
    const [part, whole] = await Promise.all([of(id), isPart ? oneFigure(api, id) : undefined]);
    return { id, part, whole, beside: compared(part, whole, portal.jurisdiction.ranked) };
  };
  const [{ data: definitions }, selection, promises, trend, ...rest] = await Promise.all([
    api.statistics.list(),
    loadSelection(api, words, filters),
    Promise.all(promised.map((id) => loadPromises(page, id, subject, names))),
    loadTrend(page, words, filters, promised),
    recorded('resolution') ? manyFigures(api, 'outcomes_by_day', filters) : [],
    manyFigures(api, 'backlog_age', filters),
    isPart ? manyFigures(api, recorded('first_response') ? 'answered_by_day' : 'resolved_by_day') : [],
  ]);
  const [outcomes, ages, whole] = rest;
  const beside = await Promise.all(COMPARED.map(compare));
  const figureOf = (id: string) => beside.find((row) => row.id === id)?.part;
  return {
    selection,
    promises,
    trend,
    outcomes,
    ages,
    whole,
    /** without what is not recorded or not promised anywhere in it */
    beside: beside.filter(({ part }) => isSaid(part)),
    isPart,
    unanswered: promised.includes('answered_in_time') ? await of('unanswered_over_standard') : undefined,
    reopened: figureOf('reopened'),
    confirmed: figureOf('confirmed'),
    disputed: figureOf('disputed'),
    coarser: selection.figures.received?.coarser ?? 0,
    names,
    computed: (...ids: readonly string[]): StatisticDefinition[] =>
      ids.flatMap((id) => definitions.filter((definition) => definition.id === id)),
  };
}

export type Performance = Awaited<ReturnType<typeof loadPerformance>>;

function isSaid(figure: Figure | undefined): boolean {
  return figure !== undefined && !['not_recorded', 'no_standard'].includes(figure.suppressed ?? '');
}
