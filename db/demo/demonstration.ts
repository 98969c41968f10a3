/**
 * The demonstration in memory: what `drawDemonstration` makes and `loadDemonstration` writes.
 * Times are milliseconds since 1970, on whole seconds; ids count from 1.
 */
import type { WithheldReason } from '../schema/triage.ts';
import type { Happening } from './life.ts';
import type { DemoReporter } from './people.ts';

export interface DemoMessage {
  readonly id: number;
  readonly reporter: DemoReporter;
  readonly at: number;
  readonly body: string;
  readonly has_photo: boolean;
}

export interface DemoEvent extends Happening {
  readonly agency_responsible: string | null;
  readonly note: string | null;
  readonly note_by: string | null;
  readonly note_approved_by: string | null;
}

export interface DemoRequest {
  readonly id: number;
  readonly service_request_id: string;
  readonly service_code: string;
  readonly area_code: string;
  readonly agency_responsible: string | null;
  readonly point: readonly [long: number, lat: number] | null;
  readonly received: number;
  readonly tier_raised: 'guarded' | 'sensitive' | null;
  readonly summary: string | null;
  readonly summary_by: string | null;
  readonly summary_approved_by: string | null;
  readonly withheld_reason: WithheldReason | null;
  readonly duplicate_of: DemoRequest | null;
  readonly events: readonly DemoEvent[];
  /** of its own, and of the reports that were merged into it */
  readonly messages: DemoMessage[];
}

export interface Demonstration {
  readonly requests: readonly DemoRequest[];
  readonly messages: readonly DemoMessage[];
  readonly reporters: readonly DemoReporter[];
}
