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
import { sum } from './cell-counts.ts';
import type { CellStore, PackedCells } from './cell-store.ts';
import { groupCells, groupCount } from './group-cells.ts';
import { axes, type Question } from './grouping.ts';
import type { CellStatistic, GroupFigures, MemberFigure, Statistic } from './statistic.ts';
import { withoutValue } from './statistic.ts';

/** What statistics know of a release. */
export interface ReleaseCells {
  readonly release: ReleaseRow;
  readonly time_zone: string;
  readonly dimensions: Dimensions;
  readonly cells: PackedCells;
}

const MAX_FIGURES = 20_000;
/** Combinations looked through, most of them empty: a bound on memory. */
const MAX_GROUPS = 2_000_000;

export function figures(statistic: Statistic, at: ReleaseCells, question: Question): Figure[] {
  if (statistic.source === 'cells') return figuresOfGroups(statistic, at, groupsOf(at, question));
  return statistic.figures(at.release).map(addressed(statistic, at, {}, false, null));
}

/** The groups of a question, and the cells that they are groups of. */
export interface QuestionGroups {
  readonly store: CellStore;
  readonly groups: readonly QuestionGroup[];
}

/** A group of cells with what its figures are addressed by. */
export interface QuestionGroup {
  readonly filters: Filters;
  readonly remainder: boolean;
  readonly coarser: number | null;
  readonly cells: Uint32Array;
  readonly period_follow_up: number | null;
}

/** The groups that a question asks about, in order; one list serves every statistic. */
export function groupsOf(at: ReleaseCells, question: Question): QuestionGroups {
  const store = isOfMonths(question) ? at.cells.months : at.cells;
  const grouping = axes(store, question, at.dimensions);
  if (groupCount(grouping) > MAX_GROUPS) throw tooMany();
  const followUp = periodFollowUp(at);
  const serviceGroups = new Map(
    at.dimensions.services.map((service) => [service.service_code, service.service_group]),
  );
  const all: QuestionGroup[] = [];
  groupCells(store, grouping, serviceGroups, ({ members, cells, coarser }) => {
    const filters: Filters = Object.assign({}, ...members.map((member) => member.filters));
    const remainder = members.some((member) => member.remainder);
    const isWhole = remainder || Object.keys(filters).length === 0;
    const period_follow_up = followUp(filters.period);
    all.push({ filters, remainder, coarser: isWhole ? null : coarser, cells, period_follow_up });
    if (all.length > MAX_FIGURES) throw tooMany();
  });
  return { store, groups: all };
}

export function figuresOfGroups(
  statistic: CellStatistic,
  at: ReleaseCells,
  { store, groups }: QuestionGroups,
): Figure[] {
  const figuresOf = groupFigures(statistic, at.release, store);
  const all: Figure[] = [];
  for (const { filters, remainder, coarser, cells, period_follow_up } of groups) {
    const address = addressed(statistic, at, filters, remainder, coarser);
    for (const figure of figuresOf(cells, period_follow_up)) all.push(address(figure));
    if (all.length > MAX_FIGURES) throw tooMany();
  }
  return all;
}

function addressed(
  { definition: { id, version, unit } }: Statistic,
  { release: { release } }: ReleaseCells,
  filters: Filters,
  remainder: boolean,
  coarser: number | null,
): (figure: MemberFigure) => Figure {
  return (f) => ({
    statistic: id,
    version,
    release,
    filters,
    remainder,
    coarser,
    member: f.member,
    value: f.value,
    more_than: f.more_than,
    unit,
    n: f.n,
    censored: f.censored,
    ci_low: f.ci_low,
    ci_high: f.ci_high,
    complete: f.complete,
    suppressed: f.suppressed,
  });
}

function groupFigures(statistic: CellStatistic, release: ReleaseRow, store: CellStore): GroupFigures {
  if (statistic.isRecorded({ measures: release.measures, ...store.says })) return statistic.prepare(store);
  return (cells) => {
    const n = sum(store.counts.requests, cells);
    return statistic.members.map((member) => withoutValue('not_recorded', n, member));
  };
}

/** Whether no month is to be taken apart. */
function isOfMonths({ filters: { period }, group_by, period_unit }: Question): boolean {
  if (group_by.includes('period') && period_unit === 'day') return false;
  const range = period === undefined ? null : parsePeriodRange(period);
  const isFirst = (day: string | null | undefined) => day == null || day.endsWith('-01');
  return isFirst(range?.first_day) && isFirst(range?.end_day);
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
