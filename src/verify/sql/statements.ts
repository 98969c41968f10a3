/**
 * Every statistic that can be recomputed, by id and version: a version that is not here cannot be checked, and
 * that is said. To add one: its statement, and a line here.
 */
import { byDay, quantile } from './curves.ts';
import { outcomes } from './outcomes.ts';
import {
  answeredWithinStandard,
  backlogAge,
  confirmed,
  disputed,
  open,
  received,
  reopened,
  resolvedWithinStandard,
  unanswered,
} from './shares.ts';

/** What a release says, or its rows show, of what its source records. */
export interface Recorded {
  readonly measures: readonly string[];
  readonly reopenings: boolean;
  readonly words: boolean;
}

/** Statements that give figures, by `statistic version`. */
export const STATEMENTS: Readonly<Record<string, (recorded: Recorded) => string>> = {
  'requests_received 1': received,
  'requests_open 1': open,
  'first_response_hours_median 1': quantile('first_response_hours_median', 'first_response', 0.5),
  'first_response_hours_p90 1': quantile('first_response_hours_p90', 'first_response', 0.9),
  'resolution_hours_median 1': quantile('resolution_hours_median', 'resolution', 0.5),
  'resolution_hours_p90 1': quantile('resolution_hours_p90', 'resolution', 0.9),
  'answered_by_day 1': byDay('answered_by_day', 'first_response'),
  'resolved_by_day 1': byDay('resolved_by_day', 'resolution'),
  'outcomes_by_day 1': outcomes,
  'first_response_within_standard 1': answeredWithinStandard,
  'resolution_within_standard 1': resolvedWithinStandard,
  'unanswered_over_standard 1': unanswered,
  'backlog_age 1': backlogAge,
  'reopened 1': reopened,
  'confirmed 1': confirmed,
  'disputed 1': disputed,
};
