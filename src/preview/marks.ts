/**
 * The sign of a status: a shape, since colours alone say nothing to many. The same in the picture of a chat and on the
 * page that opens from it.
 *
 * In:     the stage of a report, whether something is late
 * Out:    Mark; its lines, drawn in a square of 24
 */
import type { Stage } from '../status/status-facts.ts';

export type Mark = 'late' | 'waiting' | 'working' | 'solved' | 'disputed' | 'closed' | 'site';

const MARKS: Readonly<Record<Stage, Mark>> = {
  received: 'waiting',
  acknowledged: 'working',
  assigned: 'working',
  started: 'working',
  in_progress: 'working',
  resolved: 'solved',
  confirmed: 'solved',
  disputed: 'disputed',
  reopened: 'disputed',
  declined: 'closed',
  merged: 'closed',
  unpublished_received: 'waiting',
  unpublished_being_handled: 'working',
  unpublished_closed: 'closed',
};

export function markOf(stage: Stage, late: boolean): Mark {
  return late ? 'late' : MARKS[stage];
}

const RING = 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19';

export const SHAPES: Readonly<Record<Mark, string>> = {
  late: 'M12 2.5 22 20.5H2zM12 9v5.5M12 17.2v.6',
  waiting: `${RING}M12 7v5l3.5 2.5`,
  working: `${RING}M8 12h8M13 8.5l3.5 3.5-3.5 3.5`,
  solved: `${RING}M7.5 12.5l3 3 6-6.5`,
  disputed: 'M3 4h18v12h-9l-5 4v-4H3zM12 7v3.6M12 13v.6',
  closed: `${RING}M8 12h8`,
  site: 'M3 4h18v12h-9l-5 4v-4H3zM8.5 10l2.5 2.5 4.5-5',
};
