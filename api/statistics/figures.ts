/**
 * The figures of one statistic at one release, for any filters and grouping.
 *
 * In:     the statistic, the release with its packed cells and dimensions, the question
 * Out:    figures, each with its own address; group by group in the order of the axes
 * Errors: Refusal when there would be more than MAX_FIGURES
 */
import type { ReleaseRow } from '../../db/queries/releases.ts';
import { localTime } from '../../db/schema/local-time.ts';
import { parsePeriodRange } from '../../db/schema/period.ts';
import { badParameter } from '../refusal.ts';
import type { Filters } from '../schemas/common.ts';
import type { Figure } from '../schemas/statistics.ts';
import type { Dimensions } from '../stores.ts';
import type { CellStore } from './cell-store.ts';
import { axes, type Question } from './grouping.ts';
import type { CellStatistic, MemberFigure, Statistic } from './statistic.ts';
import { withoutValue } from './statistic.ts';
import { type GroupTally, groupCount, tally } from './tally.ts';

/** What statistics know of a release. */
export interface ReleaseCells {
  readonly release: ReleaseRow;
  readonly time_zone: string;
  readonly dimensions: Dimensions;
  readonly cells: CellStore;
}

export const MAX_FIGURES = 20_000;
/** Combinations looked through, most of them empty: a bound on memory. */
const MAX_GROUPS = 2_000_000;

export function figures(statistic: Statistic, at: ReleaseCells, question: Question): Figure[] {
  const address =
    (filters: Filters, remainder: boolean) =>
    (figure: MemberFigure): Figure => ({
      statistic: statistic.definition.id,
      version: statistic.definition.version,
      release: at.release.release,
      filters,
      remainder,
      unit: statistic.definition.unit,
      ...figure,
    });
  if (statistic.source === 'release') return statistic.figures(at.release).map(address({}, false));
  const grouping = axes(at.cells, question, at.dimensions);
  if (groupCount(grouping) > MAX_GROUPS) throw tooMany();
  const all: Figure[] = [];
  const followUp = periodFollowUp(at);
  tally(at.cells, grouping, statistic.measure, (group) => {
    const filters = Object.assign({}, ...group.members.map((member) => member.filters));
    const remainder = group.members.some((member) => member.remainder);
    const found = groupFigures(statistic, at.release, group, followUp(filters.period));
    all.push(...found.map(address(filters, remainder)));
    if (all.length > MAX_FIGURES) throw tooMany();
  });
  return all;
}

function groupFigures(
  statistic: CellStatistic,
  release: ReleaseRow,
  group: GroupTally,
  period_follow_up: number | null,
): readonly MemberFigure[] {
  const without = (reason: 'not_recorded' | 'no_requests') =>
    statistic.members.map((member) => withoutValue(reason, group.n, member));
  if (statistic.measure !== null) {
    if (!release.measures.includes(statistic.measure)) return without('not_recorded');
    if (group.n === 0) return without('no_requests');
  }
  return statistic.figures({ n: group.n, open: group.open, life: group.life, period_follow_up });
}

/** Hours from the end of a period to the cut-off; a range that is open at its end is never over. */
function periodFollowUp({ release, time_zone }: ReleaseCells) {
  const local = localTime(time_zone);
  const known = new Map<string, number>();
  return (period: string | undefined): number | null => {
    if (period === undefined) return null;
    const found = known.get(period);
    if (found !== undefined) return found;
    const end_day = parsePeriodRange(period)?.end_day ?? null;
    const hours =
      end_day === null
        ? Number.NEGATIVE_INFINITY
        : (release.cut_off.getTime() - local.start(end_day).getTime()) / 3_600_000;
    known.set(period, hours);
    return hours;
  };
}

function tooMany(): Error {
  return badParameter(
    'group_by',
    `gives more than ${MAX_FIGURES} figures`,
    'Fewer groupings, a larger period_unit, or filters',
  );
}
