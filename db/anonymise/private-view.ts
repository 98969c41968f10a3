/**
 * What the reporter of a request may read of it: exact times, the place, the office and the history. The words that
 * were sent are not in it: who reports knows them, and a phone may be in other hands.
 *
 * In:     the request, the id of its released row (null: none), the policy
 * Out:    PrivateView, made to be sealed; times are ISO 8601 with the jurisdiction's offset
 */

import type { Outcome } from '../schema/published.ts';
import type { EventKind } from '../schema/triage.ts';
import type { PublicationPolicy } from './policy.ts';
import { type TriageRequest, tierOf } from './publishable.ts';
import { stateAt } from './state.ts';

export interface PrivateView {
  readonly version: 1;
  readonly service_request_id: string;
  /** the id of its row in the open data, where that is not the code itself */
  readonly record_id: string | null;
  readonly tier: 'open' | 'guarded' | 'sensitive';
  readonly withheld: boolean;
  readonly received_at: string;
  readonly area_code: string;
  readonly service_code: string;
  readonly agency_responsible: string;
  readonly outcome: Outcome;
  readonly history: readonly {
    readonly kind: EventKind;
    readonly at: string;
    readonly agency_responsible: string | null;
    readonly note: string | null;
  }[];
}

export function privateView(
  request: TriageRequest,
  record_id: string | null,
  policy: PublicationPolicy,
  now: Date,
): PrivateView {
  const service = policy.service(request.service_code);
  const state = stateAt(request.received_at, request.events, now);
  return {
    version: 1,
    service_request_id: request.service_request_id,
    record_id,
    tier: tierOf(service.tier, request.tier_raised),
    withheld: request.withheld_reason !== null,
    received_at: policy.time.iso(request.received_at),
    area_code: request.area_code,
    service_code: request.service_code,
    agency_responsible: request.agency_responsible ?? service.agency_responsible,
    outcome: state.outcome,
    history: state.events.map(({ kind, at, agency_responsible, note }) => ({
      kind,
      at: policy.time.iso(at),
      agency_responsible,
      note,
    })),
  };
}
