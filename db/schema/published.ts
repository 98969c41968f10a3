/**
 * Row types of the published database, schema `published`: everything here may be shown to anyone.
 * Periods are text (`2026-11-22`, `2026-11`, `2026-Q4`), dates are text (`2026-11-22`), hours are whole and
 * lie on the published grid (see `hours-grid.ts`).
 */
import type { ColumnType } from 'kysely';
import type { Names } from './names.ts';
import type { EventKind, Tier } from './triage.ts';

type Json<T> = ColumnType<T, string, string>;

/** A row belongs to every release from `from_release` up to, not including, `to_release`. */
export interface ReleaseInterval {
  from_release: number;
  to_release: number | null;
}

export const MEASURES = ['first_response', 'resolution'] as const;
/** A waiting time that a source can give. */
export type Measure = (typeof MEASURES)[number];
/** What a rollup cell counts: the waiting times, and the other ways in which a request is closed. */
export type CellMeasure = Measure | 'declined' | 'merged';

export type Cadence = 'day' | 'week' | 'month';
export type Outcome = 'waiting' | 'in_progress' | 'resolved' | 'reopened' | 'declined' | 'merged';
export type ReportersBand = '1' | '2-4' | '5-9' | '10+';

export interface Portal {
  only_row: ColumnType<boolean, never, never>;
  jurisdiction_id: string;
  demonstration: boolean;
  live_at: Date | null;
}

/** received = published + merged + withheld (by reason) + sensitive (rounded) + pending. Counts. */
export interface AccountedFor {
  received: number;
  published: number;
  merged: number;
  withheld: Readonly<Record<string, number>>;
  /** rounded to the policy's step; null when too few to say */
  sensitive: number | null;
  pending: number;
}

/** Settings of the pack that a release was cut under. */
export interface Policy {
  version: string;
  k: number;
  area_population: number;
  sensitive_reporters: number;
  sensitive_rounding: number;
}

export interface ManifestFile {
  dataset: string;
  format: string;
  path: string;
  rows: number;
  bytes: number;
  sha256: string;
}

export interface Manifest {
  jurisdiction_id: string;
  release: number;
  label: string;
  cut_off: string;
  files: readonly ManifestFile[];
}

export interface Release {
  release: number;
  label: string;
  cut_off: Date;
  published_at: Date;
  cadence: Cadence;
  policy: Json<Policy>;
  measures: Measure[];
  demonstration: boolean;
  requests: number;
  added: number;
  changed: number;
  accounted_for: Json<AccountedFor>;
  manifest: Json<Manifest>;
  manifest_sha256: string;
}

export interface Area extends ReleaseInterval {
  area_code: string;
  level: string;
  /** 0 for the jurisdiction, 1 for the level below, and so on */
  depth: number;
  parent_code: string | null;
  names: Json<Names>;
  population: number | null;
  schematic: boolean;
  lat: number | null;
  long: number | null;
  geometry: Json<GeoJSON.Polygon | GeoJSON.MultiPolygon> | null;
}

export interface Agency extends ReleaseInterval {
  agency_code: string;
  names: Json<Names>;
}

export interface Service extends ReleaseInterval {
  service_code: string;
  service_group: string;
  names: Json<Names>;
  group_names: Json<Names>;
  agency_responsible: string;
  tier: Tier;
  first_response_days: number | null;
  resolution_days: number | null;
  working_days: boolean;
  position: number;
}

export interface RequestVersion extends ReleaseInterval {
  service_request_id: string;
  disclosure: 'open' | 'guarded';
  area_code: string;
  area_level: string;
  service_code: string | null;
  service_group: string | null;
  agency_responsible: string | null;
  received_period: string;
  first_response_hours: number | null;
  /** null for whatever is not resolved; a reopened request has not been resolved */
  resolution_hours: number | null;
  /** hours to the resolution, refusal or merger that closed it */
  closed_hours: number | null;
  first_response_due: string | null;
  resolution_due: string | null;
  status: 'open' | 'closed';
  outcome: Outcome;
  reopened: boolean;
  reporter_says: 'confirmed' | 'disputed' | null;
  /** null: the source does not know who reported */
  reporters: ReportersBand | null;
  public_summary: string | null;
}

/** The columns of a request, in the order in which they are published. */
export const REQUEST_COLUMNS = [
  'service_request_id',
  'disclosure',
  'area_code',
  'area_level',
  'service_code',
  'service_group',
  'agency_responsible',
  'received_period',
  'first_response_hours',
  'resolution_hours',
  'closed_hours',
  'first_response_due',
  'resolution_due',
  'status',
  'outcome',
  'reopened',
  'reporter_says',
  'reporters',
  'public_summary',
] as const satisfies readonly (keyof RequestVersion)[];

export interface ResponseCell extends ReleaseInterval {
  received_period: string;
  area_code: string;
  service_code: string;
  service_group: string;
  agency_responsible: string;
  disclosure: 'open' | 'guarded';
  measure: CellMeasure;
  requests: number;
  hours: number[];
  counts: number[];
}

export interface SensitiveCount extends ReleaseInterval {
  quarter: string;
  service_group: string;
  requests: number;
}

export interface TimelineEntry {
  kind: EventKind;
  /** local day, `2026-11-22` */
  day: string;
  agency_responsible: string | null;
  note: string | null;
}

/** What a status page may say beyond its status; null for sensitive and withheld requests. */
export interface LiveDetail {
  area_code: string;
  service_code: string | null;
  service_group: string;
  agency_responsible: string | null;
  /** local day for open requests; local month for guarded ones that are released; null before that */
  received_period: string | null;
  /**
   * Guarded requests that are not yet released: the Monday of the week of receipt. The API answers with whole
   * weeks since then (`weeks_waiting`), so that pages turn on Mondays and not on the day of receipt.
   */
  received_week: string | null;
  outcome: Outcome;
  first_response_due: string | null;
  resolution_due: string | null;
  first_response_hours: number | null;
  resolution_hours: number | null;
  reporter_says: 'confirmed' | 'disputed' | null;
  reporters: ReportersBand | null;
  public_summary: string | null;
  /** the canonical code of the request this one was merged into, where that one is open */
  merged_into: string | null;
  timeline: readonly TimelineEntry[];
}

export interface RequestLive {
  service_request_id: string;
  tier: Tier | 'withheld';
  status: 'received' | 'being_handled' | 'closed';
  detail: Json<LiveDetail> | null;
}

export interface PublishedDatabase {
  'published.portal': Portal;
  'published.release': Release;
  'published.area': Area;
  'published.agency': Agency;
  'published.service': Service;
  'published.request_version': RequestVersion;
  'published.response_cell': ResponseCell;
  'published.sensitive_count': SensitiveCount;
  'published.request_live': RequestLive;
}
