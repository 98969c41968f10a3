/**
 * From a triage request to the row of a release: the one place where precision is decided. What its status page
 * shows follows from it (`live-row.ts`).
 *
 * In:     a request with its history, the policy (made of the pack), the cut-off, and where the ladder placed it
 * Out:    `publishableRow`: the row, or why there is none; `releaseEvents`: its history, where that may be told
 * Source: the fields and tiers of the privacy page; nothing else of a request is ever passed on
 */

import { publishedHours } from '../schema/hours-grid.ts';
import type { ReportersBand, RequestEvent, RequestVersion } from '../schema/published.ts';
import type { Tier, WithheldReason } from '../schema/triage.ts';
import { dueDay } from './due-day.ts';
import type { PublicationPolicy } from './policy.ts';
import { type HistoryEvent, type State, stateAt } from './state.ts';

export interface TriageRequest {
  readonly service_request_id: string;
  readonly service_code: string;
  readonly area_code: string;
  readonly agency_responsible: string | null;
  readonly received_at: Date;
  readonly expected_at: Date | null;
  readonly tier_raised: 'guarded' | 'sensitive' | null;
  /** null unless approved by a second person */
  readonly public_summary: string | null;
  readonly withheld_reason: WithheldReason | null;
  /** the request it was merged into; null too where nothing is told of that */
  readonly merged_into: { readonly service_request_id: string; readonly tier: Tier } | null;
  /** distinct people; 0: the source does not know */
  readonly reporters: number;
  readonly events: readonly HistoryEvent[];
  /** of the reporter's private link; never published */
  readonly secret?: Uint8Array | null;
}

/** A step in the history of an open request, as published. */
export type ReleaseEvent = Omit<RequestEvent, 'from_release' | 'to_release'>;

/** What had happened by the cut-off; of a request that is not published as open, nothing. */
export function releaseEvents(
  request: TriageRequest,
  row: ReleaseRow,
  policy: PublicationPolicy,
  cutOff: Date,
): ReleaseEvent[] {
  if (row.disclosure !== 'open') return [];
  return stateAt(request.received_at, request.events, cutOff).events.map((event, i) => ({
    service_request_id: row.service_request_id,
    position: i + 1,
    kind: event.kind,
    day: policy.time.day(event.at),
    agency_responsible: event.agency_responsible,
    note: event.note,
  }));
}

export type ReleaseRow = Omit<RequestVersion, 'from_release' | 'to_release'>;

/** Where the ladder placed a guarded request, for ever, and the id under which its row is published. */
export interface GuardedPlace
  extends Pick<
    ReleaseRow,
    'area_code' | 'area_level' | 'service_code' | 'service_group' | 'received_period' | 'reporters'
  > {
  readonly record_id: string;
}

export type Publishable =
  | { readonly kind: 'row'; readonly row: ReleaseRow }
  /** its month is over: the ladder is to place it */
  | { readonly kind: 'unplaced' }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason }
  | { readonly kind: 'sensitive' }
  | { readonly kind: 'pending' };

const STRICTNESS: Readonly<Record<Tier, number>> = { open: 0, guarded: 1, sensitive: 2 };

/** The stricter of the service's tier and the one that a triager raised it to; never a milder one. */
export function tierOf(service: Tier, raised: Tier | null): Tier {
  return raised !== null && STRICTNESS[raised] > STRICTNESS[service] ? raised : service;
}

/** `place`: where the ladder has placed the request already; null: nowhere. */
export function publishableRow(
  request: TriageRequest,
  policy: PublicationPolicy,
  cutOff: Date,
  place: GuardedPlace | null = null,
): Publishable {
  const tier = tierOf(policy.service(request.service_code).tier, request.tier_raised);
  // A sensitive request that is also withheld counts among the sensitive: its existence is not told.
  if (tier === 'sensitive') return { kind: 'sensitive' };
  if (request.withheld_reason !== null) return { kind: 'withheld', reason: request.withheld_reason };
  if (tier === 'open') return { kind: 'row', row: openRow(request, policy, cutOff) };
  if (place !== null) return { kind: 'row', row: guardedRow(request, policy, place, cutOff) };
  // Guarded rows come out by the month, once it is over.
  if (request.received_at >= policy.time.start(policy.time.month(cutOff))) return { kind: 'pending' };
  return { kind: 'unplaced' };
}

export function openRow(request: TriageRequest, policy: PublicationPolicy, until: Date): ReleaseRow {
  const service = policy.service(request.service_code);
  const area = policy.publishedArea(request.area_code);
  const day = policy.time.day(request.received_at);
  const holidays = service.working_days ? policy.holidays : null;
  const state = stateAt(request.received_at, request.events, until);
  const first_response_due = dueDay(day, service.first_response_days, holidays);
  const resolution_due = request.expected_at
    ? policy.time.day(request.expected_at)
    : dueDay(day, service.resolution_days, holidays);
  const times = timing(state, policy);
  const onTime = (after: number | null, due: string | null) =>
    after === null || due === null
      ? null
      : request.received_at.getTime() + after < policy.time.end(due).getTime();
  return {
    service_request_id: request.service_request_id,
    disclosure: 'open',
    area_code: area.area_code,
    area_level: area.level,
    service_code: service.service_code,
    service_group: service.service_group,
    agency_responsible: request.agency_responsible ?? service.agency_responsible,
    received_period: day,
    first_response_due,
    resolution_due,
    first_response_on_time:
      times.first_response_hours === null ? null : onTime(state.first_response_after, first_response_due),
    resolution_on_time: times.resolution_hours === null ? null : onTime(state.closed_after, resolution_due),
    reporters: reportersBand(request.reporters),
    public_summary: request.public_summary,
    ...times,
  };
}

/**
 * What is seen of a guarded request depends on its hours and on the end of its month alone, never on the day of
 * receipt: an event is seen once as many hours have passed since the month's end as since receipt at the event.
 * Without this, a row that is first seen closed at some cut-off, with its hours, would tell the day of receipt.
 */
function guardedRow(
  request: TriageRequest,
  policy: PublicationPolicy,
  place: GuardedPlace,
  cutOff: Date,
): ReleaseRow {
  const { record_id, ...placed } = place;
  const follow_up_hours = (cutOff.getTime() - policy.time.end(place.received_period).getTime()) / 3_600_000;
  const seen = request.events.filter(
    (event) =>
      event.at >= request.received_at &&
      publishedHours(event.at.getTime() - request.received_at.getTime()) <= follow_up_hours,
  );
  return {
    service_request_id: record_id,
    disclosure: 'guarded',
    ...placed,
    agency_responsible: agencyAt(place, policy),
    first_response_due: null,
    resolution_due: null,
    first_response_on_time: null,
    resolution_on_time: null,
    public_summary: null,
    ...timing(stateAt(request.received_at, seen, cutOff), policy),
  };
}

/** The office where the place tells it; null where it would tell more than the place. */
export function agencyAt(
  place: Pick<GuardedPlace, 'service_code' | 'service_group'>,
  policy: PublicationPolicy,
): string | null {
  if (place.service_code !== null) return policy.service(place.service_code).agency_responsible;
  return place.service_group === null ? null : policy.agencyOfGroup(place.service_group);
}

function timing(state: State, policy: PublicationPolicy) {
  const closed_hours = state.closed_after === null ? null : publishedHours(state.closed_after);
  const answered = state.first_response_after !== null && policy.records('first_response');
  return {
    first_response_hours: answered ? publishedHours(state.first_response_after ?? 0) : null,
    resolution_hours: state.outcome === 'resolved' ? closed_hours : null,
    closed_hours,
    first_resolution_hours:
      state.first_resolution_after === null ? null : publishedHours(state.first_resolution_after),
    status: state.status,
    outcome: state.outcome,
    reopened: state.reopened,
    reporter_says: state.reporter_says,
  };
}

export function reportersBand(reporters: number): ReportersBand | null {
  if (reporters <= 0) return null;
  if (reporters === 1) return '1';
  if (reporters < 5) return '2-4';
  return reporters < 10 ? '5-9' : '10+';
}
