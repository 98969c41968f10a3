/**
 * What had become of a request by a given instant, from its history alone.
 *
 * In:     receipt, the events of the request in any order, and the instant; what happened at or after it is
 *         not seen
 * Out:    State. A request that was reopened has not been resolved, however often it was before.
 */
import type { Outcome } from '../schema/published.ts';
import type { EventKind } from '../schema/triage.ts';

export interface HistoryEvent {
  readonly kind: EventKind;
  readonly at: Date;
  /** order of entry, for events of the same instant */
  readonly id: number;
  readonly agency_responsible: string | null;
  /** null unless approved for publication */
  readonly note: string | null;
}

export interface State {
  readonly status: 'open' | 'closed';
  readonly outcome: Outcome;
  /** milliseconds from receipt; null: not yet */
  readonly first_response_after: number | null;
  readonly closed_after: number | null;
  /** to the first resolution, whatever came of it */
  readonly first_resolution_after: number | null;
  /** within 30 days of the first resolution */
  readonly reopened: boolean;
  /** the reporter's word on the last resolution */
  readonly reporter_says: 'confirmed' | 'disputed' | null;
  /** in order of time */
  readonly events: readonly HistoryEvent[];
}

/** What the office did; the reporter's own word is no answer of the office. */
const ACTIONS: ReadonlySet<EventKind> = new Set([
  'acknowledged',
  'assigned',
  'started',
  'resolved',
  'declined',
  'merged',
]);
const REOPENED_WITHIN_MS = 30 * 86_400_000;
const CLOSING: ReadonlySet<EventKind> = new Set(['resolved', 'declined', 'merged']);

export function stateAt(received_at: Date, history: readonly HistoryEvent[], until: Date): State {
  const events = history
    .filter((event) => event.at < until)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b) || a.id - b.id);
  const after = (event: HistoryEvent | undefined) =>
    event ? event.at.getTime() - received_at.getTime() : null;
  const lastIndex = events.findLastIndex((event) => CLOSING.has(event.kind) || event.kind === 'reopened');
  const last = events[lastIndex];
  const closing = last && CLOSING.has(last.kind) ? last : undefined;
  const firstAction = events.find((event) => ACTIONS.has(event.kind));
  const firstResolution = events.find((event) => event.kind === 'resolved');
  const resolvedIndex = events.findLastIndex((event) => event.kind === 'resolved');
  const word = events.findLast(
    (event, index) => index > resolvedIndex && (event.kind === 'confirmed' || event.kind === 'disputed'),
  );
  return {
    status: closing ? 'closed' : 'open',
    outcome: outcomeOf(last, firstAction !== undefined),
    first_response_after: after(firstAction),
    closed_after: after(closing),
    first_resolution_after: after(firstResolution),
    reopened:
      firstResolution !== undefined &&
      events.some(
        (event, index) =>
          event.kind === 'reopened' &&
          index > events.indexOf(firstResolution) &&
          event.at.getTime() - firstResolution.at.getTime() <= REOPENED_WITHIN_MS,
      ),
    reporter_says: resolvedIndex >= 0 && word ? (word.kind === 'confirmed' ? 'confirmed' : 'disputed') : null,
    events,
  };
}

/** Receipt comes first among the events of an instant: many sources close a request in the second it came. */
const rank = (event: HistoryEvent) => (event.kind === 'received' ? 0 : 1);

function outcomeOf(last: HistoryEvent | undefined, acted: boolean): Outcome {
  switch (last?.kind) {
    case 'resolved':
    case 'declined':
    case 'merged':
    case 'reopened':
      return last.kind;
    default:
      return acted ? 'in_progress' : 'waiting';
  }
}
