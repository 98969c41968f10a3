/** What a statistic is: a definition for people, and how its figures follow from cells or from a release. */
import type { ReleaseRow } from '../../db/queries/releases.ts';
import type { Measure } from '../../db/schema/published.ts';
import type { Figure, StatisticDefinition } from '../schemas/statistics.ts';
import type { CellStore } from './cell-store.ts';

/** A figure without its address (statistic, release, filters) and what that says (remainder, coarser, unit). */
export type MemberFigure = Omit<
  Figure,
  'statistic' | 'version' | 'release' | 'filters' | 'remainder' | 'coarser' | 'unit'
>;

/**
 * From the cells of a group to its figures.
 * In: indexes of cells; hours from the end of the period spoken of to the cut-off, below 0 before it ends, null: of
 * no period.
 */
export type GroupFigures = (cells: Uint32Array, period_follow_up: number | null) => readonly MemberFigure[];

/** What the source of a release records. */
export interface Recorded {
  readonly measures: readonly Measure[];
  /** some row says so */
  readonly reopened: boolean;
  readonly reporter: boolean;
}

interface Base {
  readonly definition: StatisticDefinition;
}

export interface CellStatistic extends Base {
  readonly source: 'cells';
  /** the members of its figures: one without a name, or one per day, state or class */
  readonly members: readonly (string | null)[];
  /** what a source does not record gets no value */
  readonly isRecorded: (by: Recorded) => boolean;
  /** made once per question, so that groups can share scratch memory */
  readonly prepare: (store: CellStore) => GroupFigures;
}

export interface ReleaseStatistic extends Base {
  readonly source: 'release';
  figures(release: ReleaseRow): readonly MemberFigure[];
}

export type Statistic = CellStatistic | ReleaseStatistic;

export const ALL_GROUPINGS = ['area', 'service', 'group', 'agency', 'period'] as const;

export const always = (): boolean => true;
export const records =
  (measure: Measure) =>
  ({ measures }: Recorded): boolean =>
    measures.includes(measure);

/** A number that was counted, not estimated: it has no interval. */
export function counted(
  value: number,
  n: number,
  complete = true,
  member: string | null = null,
): MemberFigure {
  return {
    member,
    value,
    more_than: null,
    n,
    censored: null,
    ci_low: null,
    ci_high: null,
    complete,
    suppressed: null,
  };
}

export function withoutValue(
  suppressed: NonNullable<Figure['suppressed']>,
  n: number,
  member: string | null = null,
): MemberFigure {
  return { ...counted(0, n, false, member), value: null, suppressed };
}

/** A period that has not ended when the release was cut off, or was not followed for long enough, is incomplete. */
export function followedFor(hours: number, period_follow_up: number | null): boolean {
  return period_follow_up === null || period_follow_up >= hours;
}
