/**
 * From a triage request to what the public may see of it: the one place where precision is decided.
 *
 * In:     a request with its history, the policy (made of the pack), and an instant
 * Out:    `publishableRow`: the row of a release, or why there is none
 *         `liveRow`: what the status page shows, never more precise than the released row
 * Source: the fields and tiers of the privacy page; nothing else of a request is ever passed on
 */

import { publishedHours } from '../schema/hours-grid.ts';
import { mondayOf } from '../schema/local-time.ts';
import type { LiveDetail, ReportersBand, RequestLive, RequestVersion } from '../schema/published.ts';
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
  /** the request it was merged into */
  readonly merged_into: { readonly service_request_id: string; readonly tier: Tier } | null;
  /** distinct people; 0: the source does not know */
  readonly reporters: number;
  readonly events: readonly HistoryEvent[];
}

export type ReleaseRow = Omit<RequestVersion, 'from_release' | 'to_release'>;

export type Publishable =
  | { readonly kind: 'row'; readonly row: ReleaseRow }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason }
  | { readonly kind: 'sensitive' }
  | { readonly kind: 'pending' };

const STRICTNESS: Readonly<Record<Tier, number>> = { open: 0, guarded: 1, sensitive: 2 };

/** The stricter of the service's tier and the one that a triager raised it to; never a milder one. */
export function tierOf(service: Tier, raised: Tier | null): Tier {
  return raised !== null && STRICTNESS[raised] > STRICTNESS[service] ? raised : service;
}

export function publishableRow(request: TriageRequest, policy: PublicationPolicy, cutOff: Date): Publishable {
  const tier = tierOf(policy.service(request.service_code).tier, request.tier_raised);
  // A sensitive request that is also withheld counts among the sensitive: its existence is not told.
  if (tier === 'sensitive') return { kind: 'sensitive' };
  if (request.withheld_reason !== null) return { kind: 'withheld', reason: request.withheld_reason };
  if (tier === 'open') return { kind: 'row', row: openRow(request, policy, cutOff) };
  // Guarded rows come out by the month, as things stood when the month ended.
  const until = policy.time.start(policy.time.month(cutOff));
  if (request.received_at >= until) return { kind: 'pending' };
  return { kind: 'row', row: guardedRow(request, policy, until) };
}

function openRow(request: TriageRequest, policy: PublicationPolicy, until: Date): ReleaseRow {
  const service = policy.service(request.service_code);
  const area = policy.publishedArea(request.area_code);
  const day = policy.time.day(request.received_at);
  const holidays = service.working_days ? policy.holidays : null;
  return {
    service_request_id: request.service_request_id,
    disclosure: 'open',
    area_code: area.area_code,
    area_level: area.level,
    service_code: service.service_code,
    service_group: service.service_group,
    agency_responsible: request.agency_responsible ?? service.agency_responsible,
    received_period: day,
    first_response_due: dueDay(day, service.first_response_days, holidays),
    resolution_due: request.expected_at
      ? policy.time.day(request.expected_at)
      : dueDay(day, service.resolution_days, holidays),
    reporters: reportersBand(request.reporters),
    public_summary: request.public_summary,
    ...timing(stateAt(request.received_at, request.events, until), policy),
  };
}

/** Until the precision ladder exists, a guarded request is published for the jurisdiction and its group. */
function guardedRow(request: TriageRequest, policy: PublicationPolicy, until: Date): ReleaseRow {
  const { service_group } = policy.service(request.service_code);
  return {
    service_request_id: request.service_request_id,
    disclosure: 'guarded',
    area_code: policy.root.area_code,
    area_level: policy.root.level,
    service_code: null,
    service_group,
    agency_responsible: policy.agencyOfGroup(service_group),
    received_period: policy.time.month(request.received_at),
    first_response_due: null,
    resolution_due: null,
    reporters: reportersBand(request.reporters),
    public_summary: null,
    ...timing(stateAt(request.received_at, request.events, until), policy),
  };
}

function timing(state: State, policy: PublicationPolicy) {
  const closed_hours = state.closed_after === null ? null : publishedHours(state.closed_after);
  const answered = state.first_response_after !== null && policy.records('first_response');
  return {
    first_response_hours: answered ? publishedHours(state.first_response_after ?? 0) : null,
    resolution_hours: state.outcome === 'resolved' ? closed_hours : null,
    closed_hours,
    status: state.status,
    outcome: state.outcome,
    reopened: state.reopened,
    reporter_says: state.reporter_says,
  };
}

/** In: the request, its current released row (null: none yet), and the moment of publishing. */
export function liveRow(
  request: TriageRequest,
  policy: PublicationPolicy,
  released: ReleaseRow | null,
  now: Date,
): RequestLiveRow {
  const tier = tierOf(policy.service(request.service_code).tier, request.tier_raised);
  const state = stateAt(request.received_at, request.events, now);
  const row = { service_request_id: request.service_request_id, status: liveStatus(state) };
  if (tier === 'sensitive') return { ...row, tier, detail: null };
  if (request.withheld_reason !== null) return { ...row, tier: 'withheld', detail: null };
  const detail =
    tier === 'open'
      ? openDetail(request, policy, state, now)
      : // A row that was open before the request was raised is no measure of what a guarded page may show.
        guardedDetail(request, policy, state, released?.disclosure === 'guarded' ? released : null);
  return { ...row, tier, detail };
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

/** What the released row says and the status; before there is one, group, jurisdiction and week of receipt. */
function guardedDetail(
  request: TriageRequest,
  policy: PublicationPolicy,
  state: State,
  released: ReleaseRow | null,
): LiveDetail {
  const { service_group } = policy.service(request.service_code);
  return {
    area_code: released?.area_code ?? policy.root.area_code,
    service_code: released?.service_code ?? null,
    service_group,
    agency_responsible: released?.agency_responsible ?? policy.agencyOfGroup(service_group),
    received_period: released?.received_period ?? null,
    received_week: released ? null : mondayOf(policy.time.day(request.received_at)),
    outcome: state.outcome,
    first_response_due: null,
    resolution_due: null,
    first_response_hours: released?.first_response_hours ?? null,
    resolution_hours: released?.resolution_hours ?? null,
    reporter_says: state.reporter_says,
    reporters: released?.reporters ?? null,
    public_summary: null,
    merged_into: null,
    timeline: [],
  };
}

export function reportersBand(reporters: number): ReportersBand | null {
  if (reporters <= 0) return null;
  if (reporters === 1) return '1';
  if (reporters < 5) return '2-4';
  return reporters < 10 ? '5-9' : '10+';
}
