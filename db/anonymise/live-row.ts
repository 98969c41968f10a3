/**
 * What the status page of a request shows now, never more precise than its released row.
 *
 * In:     a request with its history, where the ladder has placed it (null: nowhere yet), the policy, an instant
 * Out:    RequestLiveRow; `detail` is null where nothing but the status may be told
 */
import { mondayOf, mondayWithinMonth } from '../schema/local-time.ts';
import type { LiveDetail, RequestLive } from '../schema/published.ts';
import type { PublicationPolicy } from './policy.ts';
import { agencyAt, type GuardedPlace, openRow, type TriageRequest, tierOf } from './publishable.ts';
import { type State, stateAt } from './state.ts';

export function liveRow(
  request: TriageRequest,
  policy: PublicationPolicy,
  place: GuardedPlace | null,
  now: Date,
): RequestLiveRow {
  const tier = tierOf(policy.service(request.service_code).tier, request.tier_raised);
  const until = tier === 'guarded' ? guardedAsOf(now, policy) : now;
  const state = stateAt(request.received_at, request.events, until);
  const row = { service_request_id: request.service_request_id, status: liveStatus(state) };
  if (tier === 'sensitive') return { ...row, tier, detail: null };
  if (request.withheld_reason !== null) return { ...row, tier: 'withheld', detail: null };
  const detail =
    tier === 'open' ? openDetail(request, policy, state, now) : guardedDetail(request, policy, state, place);
  return { ...row, tier, detail };
}

/**
 * Pages of guarded requests turn on Mondays: who watches one sees in which week it was closed, not when, and so
 * cannot reckon the day of receipt from the hours of a row. The reporter's private view turns at once.
 */
export function guardedAsOf(now: Date, policy: PublicationPolicy): Date {
  return policy.time.start(mondayOf(policy.time.day(now)));
}

export interface RequestLiveRow extends Pick<RequestLive, 'service_request_id' | 'tier' | 'status'> {
  readonly detail: LiveDetail | null;
}

function liveStatus(state: State): RequestLive['status'] {
  if (state.status === 'closed') return 'closed';
  return state.outcome === 'waiting' ? 'received' : 'being_handled';
}

function openDetail(request: TriageRequest, policy: PublicationPolicy, state: State, now: Date): LiveDetail {
  const row = openRow(request, policy, now);
  return {
    area_code: row.area_code,
    service_code: row.service_code,
    service_group: policy.service(request.service_code).service_group,
    agency_responsible: row.agency_responsible,
    received_period: row.received_period,
    received_week: null,
    outcome: row.outcome,
    first_response_due: row.first_response_due,
    resolution_due: row.resolution_due,
    first_response_hours: row.first_response_hours,
    resolution_hours: row.resolution_hours,
    reporter_says: row.reporter_says,
    reporters: row.reporters,
    public_summary: row.public_summary,
    merged_into:
      state.outcome === 'merged' && request.merged_into?.tier === 'open'
        ? request.merged_into.service_request_id
        : null,
    timeline: state.events.map((event) => ({
      kind: event.kind,
      day: policy.time.day(event.at),
      agency_responsible: event.agency_responsible,
      note: event.note,
    })),
  };
}

/**
 * The place of the released row and the status; before there is one, no more than the coarsest step of the ladder
 * would leave, and the week of receipt. No hours and no number of people: they would tell which row it is.
 */
function guardedDetail(
  request: TriageRequest,
  policy: PublicationPolicy,
  state: State,
  place: GuardedPlace | null,
): LiveDetail {
  const shown = place ?? coarsestPlace(request, policy);
  return {
    area_code: shown.area_code,
    service_code: shown.service_code,
    service_group: shown.service_group,
    agency_responsible: agencyAt(shown, policy),
    received_period: place?.received_period ?? null,
    received_week: place ? null : mondayWithinMonth(policy.time.day(request.received_at)),
    outcome: state.outcome,
    first_response_due: null,
    resolution_due: null,
    first_response_hours: null,
    resolution_hours: null,
    reporter_says: state.reporter_says,
    reporters: null,
    public_summary: null,
    merged_into: null,
    timeline: [],
  };
}

function coarsestPlace(request: TriageRequest, policy: PublicationPolicy) {
  const step = policy.ladder.at(-1);
  return {
    area_code: (step && policy.areasOf(request.area_code)[step.area_level]) ?? policy.root.area_code,
    service_code: step?.service === 'service' ? request.service_code : null,
    service_group:
      step === undefined || step.service === 'any'
        ? null
        : policy.service(request.service_code).service_group,
  };
}
