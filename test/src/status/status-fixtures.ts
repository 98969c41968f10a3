/** Live answers in every state that a status page can show, built by hand: no database is needed to word them. */
import type { RequestLiveAnswer } from '../../../api/schemas/requests.ts';
import { type StatusClock, type StatusFacts, statusFacts } from '../../../src/status/status-facts.ts';

export type Detail = NonNullable<RequestLiveAnswer['detail']>;
type Entry = Detail['timeline'][number];

export const TODAY = '2026-11-22';
export const CLOCK: StatusClock = { today: TODAY, first_response_recorded: true };

export const entry = (kind: Entry['kind'], day: string, note: string | null = null): Entry => ({
  kind,
  day,
  agency_responsible: 'water',
  note,
});

/** A broken pump, received ten days ago, with five days left for an answer. */
export function detail(change: Partial<Detail> = {}): Detail {
  return {
    area_code: 'kapsowar',
    service_code: 'water-point',
    service_group: 'water',
    agency_responsible: 'water',
    received_period: '2026-11-12',
    weeks_waiting: null,
    outcome: 'waiting',
    first_response_due: '2026-11-27',
    resolution_due: '2026-12-12',
    first_response_hours: null,
    resolution_hours: null,
    reporter_says: null,
    reporters: '1',
    public_summary: null,
    merged_into: null,
    timeline: [entry('received', '2026-11-12')],
    ...change,
  };
}

export function open(change: Partial<Detail> = {}): RequestLiveAnswer {
  const outcome = change.outcome ?? 'waiting';
  const closed = outcome === 'resolved' || outcome === 'declined' || outcome === 'merged';
  return {
    service_request_id: 'K7Q-M2F-9XH4',
    tier: 'open',
    status: closed ? 'closed' : outcome === 'waiting' ? 'received' : 'being_handled',
    detail: detail(change),
  };
}

export function guarded(change: Partial<Detail> = {}): RequestLiveAnswer {
  const days = { first_response_due: null, resolution_due: null, reporters: null, timeline: [] };
  return { ...open({ ...days, ...change }), tier: 'guarded' };
}

/** Sensitive or withheld: the API tells the two not apart. */
export function hidden(status: RequestLiveAnswer['status']): RequestLiveAnswer {
  return { service_request_id: 'K7Q-M2F-9XH4', tier: 'status_only', status, detail: null };
}

const handled = (kind: 'acknowledged' | 'assigned' | 'started'): RequestLiveAnswer =>
  open({
    outcome: 'in_progress',
    first_response_hours: 24,
    timeline: [entry('received', '2026-11-12'), entry(kind, '2026-11-13')],
  });
const resolved: Partial<Detail> = {
  outcome: 'resolved',
  first_response_hours: 24,
  resolution_hours: 120,
  timeline: [entry('received', '2026-11-12'), entry('resolved', '2026-11-17')],
};

/** Before its release a guarded report shows the coarsest step of the ladder alone. */
const unplaced: Partial<Detail> = {
  received_period: null,
  area_code: 'elgeyo-marakwet',
  service_code: null,
  service_group: null,
  agency_responsible: null,
};

/** Every state, by a name that a person would give it. */
export const STATES: Readonly<Record<string, RequestLiveAnswer>> = {
  'waiting, in time': open(),
  'waiting, due today': open({ first_response_due: TODAY }),
  'waiting, due tomorrow': open({ first_response_due: '2026-11-23' }),
  'waiting, overdue': open({ first_response_due: '2026-11-10' }),
  'waiting, overdue for an answer and a solution': open({
    first_response_due: '2026-10-01',
    resolution_due: '2026-11-01',
  }),
  'waiting, no standard': open({ first_response_due: null, resolution_due: null }),
  'arrived today': open({ received_period: TODAY }),
  acknowledged: handled('acknowledged'),
  assigned: handled('assigned'),
  started: handled('started'),
  'started, overdue': open({
    outcome: 'in_progress',
    first_response_hours: 24,
    resolution_due: '2026-11-21',
    timeline: [entry('received', '2026-11-12'), entry('started', '2026-11-13')],
  }),
  resolved: open(resolved),
  'resolved too late': open({ ...resolved, resolution_due: '2026-11-14' }),
  confirmed: open({ ...resolved, reporter_says: 'confirmed' }),
  disputed: open({ ...resolved, reporter_says: 'disputed' }),
  reopened: open({ outcome: 'reopened', first_response_hours: 24, reporter_says: 'disputed' }),
  'declined with a reason': open({
    outcome: 'declined',
    timeline: [entry('received', '2026-11-12'), entry('declined', '2026-11-14', 'A national road')],
  }),
  'declined without a reason': open({ outcome: 'declined' }),
  'merged into a public report': open({ outcome: 'merged', merged_into: '0D5-R9T-3WYZ' }),
  'merged into a report that is not public': open({ outcome: 'merged' }),
  'guarded, not released': guarded({ ...unplaced, weeks_waiting: 3 }),
  'guarded, not released, this week': guarded({ ...unplaced, weeks_waiting: 0, service_group: 'water' }),
  'guarded, released': guarded({ received_period: '2026-10' }),
  'guarded, being handled': guarded({ received_period: '2026-10', outcome: 'in_progress' }),
  'guarded, solved': guarded({ received_period: '2026-10', outcome: 'resolved' }),
  'guarded, released as that alone': guarded({
    received_period: '2026-10',
    area_code: 'elgeyo-marakwet',
    service_code: null,
    service_group: null,
    agency_responsible: null,
  }),
  'sensitive, received': hidden('received'),
  'sensitive, being handled': hidden('being_handled'),
  'sensitive, closed': hidden('closed'),
  'withheld, received': hidden('received'),
  'withheld, being handled': hidden('being_handled'),
  'withheld, closed': hidden('closed'),
};

export function factsOf(answer: RequestLiveAnswer, clock: StatusClock = CLOCK): StatusFacts {
  return statusFacts(answer, clock);
}
