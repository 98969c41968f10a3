/**
 * What the statistics that are shares have in common: so many of those that were followed for long enough.
 *
 * In:     which sorts of requests are counted
 * Out:    one figure with n and Wilson interval; a period is complete when none of it had to be left out
 */
import { type CellCounts, sum } from './cell-counts.ts';
import {
  ALL_GROUPINGS,
  type CellStatistic,
  followedFor,
  type MemberFigure,
  type Recorded,
  withoutValue,
} from './statistic.ts';
import { wilson } from './wilson.ts';

export interface ShareParts {
  readonly texts: Pick<CellStatistic['definition'], 'id' | 'title' | 'description' | 'method'>;
  readonly isRecorded: (by: Recorded) => boolean;
  /** those counted, out of those covered by follow-up, who are some of those concerned */
  readonly counted: keyof CellCounts;
  readonly covered: keyof CellCounts;
  readonly concerned: keyof CellCounts;
  /** why there is no value when it concerns none of the requests */
  readonly unconcerned: 'no_standard' | 'too_early';
}

export function shareStatistic(parts: ShareParts): CellStatistic {
  return {
    definition: { version: 1, unit: 'share', group_by: [...ALL_GROUPINGS], ...parts.texts },
    source: 'cells',
    members: [null],
    isRecorded: parts.isRecorded,
    prepare:
      ({ counts }) =>
      (cells, period_follow_up) => {
        if (sum(counts.requests, cells) === 0) return [withoutValue('no_requests', 0)];
        const concerned = sum(counts[parts.concerned], cells);
        if (concerned === 0) return [withoutValue(parts.unconcerned, 0)];
        const n = sum(counts[parts.covered], cells);
        if (n === 0) return [withoutValue('too_early', 0)];
        const all = period_follow_up === null || (followedFor(0, period_follow_up) && n === concerned);
        return [shareFigure(sum(counts[parts.counted], cells), n, all)];
      },
  };
}

function shareFigure(successes: number, n: number, complete: boolean): MemberFigure {
  const { value, low, high } = wilson(successes, n);
  return {
    member: null,
    value,
    more_than: null,
    n,
    censored: null,
    ci_low: low,
    ci_high: high,
    complete,
    suppressed: null,
  };
}
