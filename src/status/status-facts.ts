/**
 * What a status page has to say, before it is put into words of any language.
 *
 * In:     the live answer about one request, today's local day, whether the source records first responses
 * Out:    StatusFacts: the stage, how long it has waited, what is due or late; days are local days as text
 * Errors: none
 */
import type { RequestLiveAnswer } from '../../api/schemas/requests.ts';
import { daysBetween } from './calendar.ts';

export const STAGES = [
  'received',
  'acknowledged',
  'assigned',
  'started',
  'in_progress',
  'resolved',
  'confirmed',
  'disputed',
  'reopened',
  'declined',
  'merged',
  'unpublished_received',
  'unpublished_being_handled',
  'unpublished_closed',
] as const;
export type Stage = (typeof STAGES)[number];

/** What the reader waits for, or waited for. */
export type Awaited = 'answer' | 'solution';

export type Waited =
  | { readonly in: 'days'; readonly count: number }
  | { readonly in: 'weeks'; readonly count: number }
  | { readonly in: 'month'; readonly month: string };

export interface Due {
  readonly what: Awaited;
  readonly day: string;
  /** days from today to the due day; negative: late by so many days */
  readonly in_days: number;
}

export interface StatusFacts {
  readonly stage: Stage;
  /** null: closed, or nothing but the status is published */
  readonly waited: Waited | null;
  /** what it waits for; null once closed */
  readonly awaited: Awaited | null;
  /** most pressing first */
  readonly due: readonly Due[];
  /** days are left out on purpose: the request is of a kind that is published by month */
  readonly days_hidden: boolean;
  /** guarded, and in no release yet: not even its kind and place are shown */
  readonly unreleased: boolean;
  /** whether first responses are recorded at all */
  readonly first_response_recorded: boolean;
  readonly resolved: {
    readonly hours: number | null;
    /** the last day for it and by how many days it was missed; null: no such standard */
    readonly due: { readonly day: string; readonly late_days: number } | null;
  } | null;
  /** why it was declined */
  readonly reason: string | null;
  readonly merged_into: string | null;
}

export interface StatusClock {
  /** local day */
  readonly today: string;
  readonly first_response_recorded: boolean;
}

type Detail = NonNullable<RequestLiveAnswer['detail']>;

export function statusFacts(answer: RequestLiveAnswer, clock: StatusClock): StatusFacts {
  const { detail } = answer;
  if (detail === null || answer.tier === 'status_only')
    return { ...NOTHING, stage: `unpublished_${answer.status}` };
  const stage = stageOf(detail);
  const open = answer.status !== 'closed';
  const awaited = open ? awaitedOf(detail, stage, clock) : null;
  return {
    stage,
    waited: open ? waitedOf(detail, clock.today) : null,
    awaited,
    due: awaited === null ? [] : dueOf(detail, awaited, clock.today),
    days_hidden: answer.tier === 'guarded',
    unreleased: answer.tier === 'guarded' && detail.received_period === null,
    first_response_recorded: clock.first_response_recorded,
    resolved: detail.outcome === 'resolved' ? resolvedOf(detail) : null,
    reason: detail.outcome === 'declined' ? lastNote(detail, 'declined') : null,
    merged_into: detail.outcome === 'merged' ? detail.merged_into : null,
  };
}

const NOTHING: Omit<StatusFacts, 'stage'> = {
  waited: null,
  awaited: null,
  due: [],
  days_hidden: true,
  unreleased: false,
  first_response_recorded: true,
  resolved: null,
  reason: null,
  merged_into: null,
};

function stageOf(detail: Detail): Stage {
  switch (detail.outcome) {
    case 'resolved':
      return detail.reporter_says ?? 'resolved';
    case 'reopened':
    case 'declined':
    case 'merged':
      return detail.outcome;
    default: {
      const last = detail.timeline.findLast(
        (entry) => entry.kind === 'acknowledged' || entry.kind === 'assigned' || entry.kind === 'started',
      );
      if (last?.kind === 'acknowledged' || last?.kind === 'assigned' || last?.kind === 'started')
        return last.kind;
      return detail.outcome === 'in_progress' || detail.first_response_hours !== null
        ? 'in_progress'
        : 'received';
    }
  }
}

function awaitedOf(detail: Detail, stage: Stage, clock: StatusClock): Awaited {
  const unanswered = stage === 'received' && detail.first_response_hours === null;
  return unanswered && clock.first_response_recorded ? 'answer' : 'solution';
}

function waitedOf(detail: Detail, today: string): Waited | null {
  const { received_period: period, weeks_waiting: weeks } = detail;
  if (period === null) return weeks === null ? null : { in: 'weeks', count: weeks };
  return period.length === 7
    ? { in: 'month', month: period }
    : { in: 'days', count: Math.max(0, daysBetween(period, today)) };
}

/** The day of what is awaited; beside a late answer, also a solution that is late. */
function dueOf(detail: Detail, awaited: Awaited, today: string): Due[] {
  const due = (what: Awaited, day: string | null): Due[] =>
    day === null ? [] : [{ what, day, in_days: daysBetween(today, day) }];
  const solution = due('solution', detail.resolution_due);
  if (awaited === 'solution') return solution;
  const answer = due('answer', detail.first_response_due);
  return answer.length === 0 ? solution : [...answer, ...solution.filter((d) => d.in_days < 0)];
}

function resolvedOf(detail: Detail): StatusFacts['resolved'] {
  const day = detail.timeline.findLast((entry) => entry.kind === 'resolved')?.day;
  const due =
    day === undefined || detail.resolution_due === null
      ? null
      : { day: detail.resolution_due, late_days: Math.max(0, daysBetween(detail.resolution_due, day)) };
  return { hours: detail.resolution_hours, due };
}

function lastNote(detail: Detail, kind: 'declined'): string | null {
  return detail.timeline.findLast((entry) => entry.kind === kind)?.note ?? null;
}
