/** What a statistic is: a definition for people, and how its figures follow from a tally or from a release. */
import type { ReleaseRow } from '../../db/queries/releases.ts';
import type { Measure } from '../../db/schema/published.ts';
import type { Figure, StatisticDefinition } from '../schemas/statistics.ts';
import type { LifeTable } from './kaplan-meier.ts';

/** What the cells of one group add up to. */
export interface Tally {
  readonly n: number;
  readonly open: number;
  /** of the statistic's measure; empty where it has none. Valid until the next group is tallied. */
  readonly life: LifeTable;
  /** hours from the end of the period spoken of to the cut-off, below 0 before it ends; null: of no period */
  readonly period_follow_up: number | null;
}

/** A figure without its address (statistic, release, filters). */
export type MemberFigure = Omit<
  Figure,
  'statistic' | 'version' | 'release' | 'filters' | 'remainder' | 'unit'
>;

interface Base {
  readonly definition: StatisticDefinition;
}

export interface CellStatistic extends Base {
  readonly source: 'cells';
  /** the waiting time that it speaks of: a source that does not record it gets no value */
  readonly measure: Measure | null;
  figures(tally: Tally): readonly MemberFigure[];
  /** the members of a figure without value: one, or one per day of a curve */
  readonly members: readonly (string | null)[];
}

export interface ReleaseStatistic extends Base {
  readonly source: 'release';
  figures(release: ReleaseRow): readonly MemberFigure[];
}

export type Statistic = CellStatistic | ReleaseStatistic;

export const ALL_GROUPINGS = ['area', 'service', 'group', 'agency', 'period'] as const;

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
export function followedFor(hours: number, { period_follow_up }: Pick<Tally, 'period_follow_up'>): boolean {
  return period_follow_up === null || period_follow_up >= hours;
}
