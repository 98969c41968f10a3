/**
 * Where a released request stood at the cut-off of its release, before it is put into words.
 *
 * In:     a released row; the cut-off's local day (what came in before that day is in the release)
 * Out:    RowState: days are counted to the cut-off, so that a release says the same for ever
 * Errors: none
 */
import type { RequestRow } from '../../api/schemas/requests.ts';
import { daysBetween } from '../status/calendar.ts';

export interface RowState {
  readonly outcome: RequestRow['outcome'];
  readonly reporter_says: RequestRow['reporter_says'];
  /** hours to the resolution, refusal or merger; null: open */
  readonly closed_hours: number | null;
  /** whole days from the end of the day of receipt to the cut-off; null: closed, or that day is not published */
  readonly waited_days: number | null;
  /** days past the due day of what is awaited, at the cut-off; null: not late, closed, or no due day */
  readonly late_days: number | null;
}

export function rowState(row: RequestRow, cutOffDay: string): RowState {
  const open = row.status === 'open';
  const due =
    row.first_response_hours === null ? (row.first_response_due ?? row.resolution_due) : row.resolution_due;
  const late = open && due !== null ? daysBetween(due, cutOffDay) : 0;
  return {
    outcome: row.outcome,
    reporter_says: row.reporter_says,
    closed_hours: row.closed_hours,
    waited_days:
      open && row.received_period.length === 10
        ? Math.max(0, daysBetween(row.received_period, cutOffDay) - 1)
        : null,
    // At the first instant of the cut-off's day, that day itself has not yet passed.
    late_days: late > 1 ? late - 1 : null,
  };
}
