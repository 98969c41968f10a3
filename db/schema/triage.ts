/** Row types of the private triage database, schema `triage`. Times are instants (Date), never strings. */
import type { ColumnType, Generated } from 'kysely';
import type { Names } from './names.ts';

export type Tier = 'open' | 'guarded' | 'sensitive';

export const EVENT_KINDS = [
  'received',
  'acknowledged',
  'assigned',
  'started',
  'resolved',
  'reopened',
  'declined',
  'merged',
  'confirmed',
  'disputed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const WITHHELD_REASONS = ['personal_data', 'abuse', 'not_for_county', 'legal', 'test'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** int8 arrives as a number: the type parsers of `connect.ts` see to it. */
type Id = ColumnType<number, never, never>;
type Json<T> = ColumnType<T, string, string>;

export interface TriageArea {
  area_code: string;
  level: string;
  parent_code: string | null;
  names: Json<Names>;
  population: number | null;
  schematic: boolean;
  geometry: Json<GeoJSON.Polygon | GeoJSON.MultiPolygon> | null;
}

export interface TriageAgency {
  agency_code: string;
  names: Json<Names>;
}

export interface TriageService {
  service_code: string;
  service_group: string;
  names: Json<Names>;
  agency_responsible: string;
  tier: Tier;
}

export interface Reporter {
  id: Id;
  phone: string | null;
  language: string;
}

export interface Message {
  id: Id;
  reporter_id: number | null;
  channel: string;
  external_id: string;
  received_at: Date;
  body: string | null;
  media: Json<unknown> | null;
}

export interface Request {
  id: Id;
  service_request_id: string;
  source: string;
  external_id: string;
  service_code: string;
  area_code: string;
  agency_responsible: string | null;
  lat: number | null;
  long: number | null;
  status: Generated<'open' | 'closed'>;
  received_at: Date;
  expected_at: Date | null;
  tier_raised: 'guarded' | 'sensitive' | null;
  public_summary: string | null;
  public_summary_by: string | null;
  public_summary_approved_by: string | null;
  withheld_reason: WithheldReason | null;
  duplicate_of: number | null;
  /** of the reporter's private link; null: nobody is given one */
  secret: Buffer | null;
  changed_xid: ColumnType<string, never, never>;
}

export interface RequestMessage {
  request_id: number;
  message_id: number;
}

export interface Event {
  id: Id;
  request_id: number;
  kind: EventKind;
  at: Date;
  agency_responsible: string | null;
  public_note: string | null;
  public_note_by: string | null;
  public_note_approved_by: string | null;
}

export interface TriageDatabase {
  'triage.area': TriageArea;
  'triage.agency': TriageAgency;
  'triage.service': TriageService;
  'triage.reporter': Reporter;
  'triage.message': Message;
  'triage.request': Request;
  'triage.request_message': RequestMessage;
  'triage.event': Event;
}
