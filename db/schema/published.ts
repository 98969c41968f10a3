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
/**
 * What a rollup cell counts: the waiting times and the other ways in which a request is closed; `reopened` over
 * the hours to the first resolution; `confirmed` and `disputed` over those to the resolution spoken of; what was
 * due, what of it was on time and what has had no action yet, over the hours from the end of the received day to the end of the due day.
 */
export const CELL_MEASURES = [
  ...MEASURES,
  'declined',
  'merged',
  'first_resolution',
  'reopened',
  'confirmed',
  'disputed',
  'first_response_due',
  'first_response_on_time',
  'unanswered_due',
  'resolution_due',
  'resolution_on_time',
] as const;
export type CellMeasure = (typeof CELL_MEASURES)[number];

export type Cadence = 'day' | 'week' | 'month';
export type Outcome = 'waiting' | 'in_progress' | 'resolved' | 'reopened' | 'declined' | 'merged';
export type ReportersBand = '1' | '2-4' | '5-9' | '10+';

export interface Portal {
  only_row: ColumnType<boolean, never, never>;
  jurisdiction_id: string;
  demonstration: boolean;
  live_at: Date | null;
  /** grows when what the public sees of a status page changed */
  live_version: ColumnType<number, number | undefined>;
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
  /** from the finest step down; absent before policy 2 */
  ladder?: readonly LadderStep[];
}

/** What a row keeps at a step of the precision ladder. */
export interface LadderStep {
  readonly area_level: string;
  readonly service: 'service' | 'group' | 'any';
}

/** What a release says of its guarded rows. Counts; `largest_linkage` is a probability. */
export interface PrivacyStatement {
  k: number;
  /** every step of the ladder, the finest first: rows in the release, and those of them that are new in it */
  steps: readonly (LadderStep & { requests: number; added: number })[];
  /** received before the last month began, and in no release yet */
  held: number;
  /** fewest distinct reporters of any cell when it was placed; null: no guarded rows */
  smallest_cell: number | null;
  /** one divided by the fewest rows of any cell when it was placed; null: no guarded rows */
  largest_linkage: number | null;
  /** approved texts that the detector stopped */
  blocked_texts: number;
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
  /** null before policy 2 */
  privacy: Json<PrivacyStatement> | null;
}

/** Rows taken back from a release on a day. */
export interface Withdrawal {
  release: number;
  /** `2026-11-22` */
  withdrawn_on: string;
  requests: number;
  /** rows that had hidden among them and became less precise */
  coarsened: number;
  /** of the manifest before */
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
  /** open rows: the code of the status page; guarded rows: an id of their own, which no status page has */
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
  /** hours to the first resolution, whatever came of it; null: never resolved */
  first_resolution_hours: number | null;
  first_response_due: string | null;
  resolution_due: string | null;
  /** null: not answered yet, no standard, or guarded */
  first_response_on_time: boolean | null;
  resolution_on_time: boolean | null;
  status: 'open' | 'closed';
  outcome: Outcome;
  /** within 30 days of its first resolution */
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
  'first_resolution_hours',
  'first_response_due',
  'first_response_on_time',
  'resolution_due',
  'resolution_on_time',
  'status',
  'outcome',
  'reopened',
  'reporter_says',
  'reporters',
  'public_summary',
] as const satisfies readonly (keyof RequestVersion)[];

/** A step in the history of an open request. */
export interface RequestEvent extends ReleaseInterval {
  service_request_id: string;
  /** from 1, in order of time */
  position: number;
  kind: EventKind;
  /** local day, `2026-11-22` */
  day: string;
  agency_responsible: string | null;
  note: string | null;
}

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
  /** null: guarded, and known only as being so */
  service_group: string | null;
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
  tier: Tier | 'withheld' | 'withdrawn';
  status: 'received' | 'being_handled' | 'closed';
  detail: Json<LiveDetail> | null;
  /** the reporter's private view, which only the secret of the private link opens; null: there is no such link */
  sealed: string | null;
  /** of the token that proves knowledge of that secret, hexadecimal */
  token_sha256: string | null;
}

/** Every figure of a release as it was published: an array of objects, the rows of the dataset `statistics`. */
export interface ReleaseFigures {
  from_release: number;
  /** always the next */
  to_release: ColumnType<number, never, never>;
  figures: Json<readonly object[]>;
}

export interface PublishedDatabase {
  'published.portal': Portal;
  'published.release': Release;
  'published.area': Area;
  'published.agency': Agency;
  'published.service': Service;
  'published.request_version': RequestVersion;
  'published.request_event': RequestEvent;
  'published.response_cell': ResponseCell;
  'published.sensitive_count': SensitiveCount;
  'published.request_live': RequestLive;
  'published.release_figures': ReleaseFigures;
  'published.withdrawal': Withdrawal;
}
