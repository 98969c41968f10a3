/**
 * What an attack is given and what it answers.
 *
 * The attacks share no code with the ladder and with publishing on purpose: a mistake there must not be repeated
 * in what looks for it. They take what the public can see (`PublicView`) and, to score with, what is true
 * (`Truth`). Without the truth each guarded row counts as a reporter of its own.
 *
 * A finding says which release and which filters isolate how many, never a code and never a person.
 */
import type { LocalTime } from '../schema/local-time.ts';
import type { AccountedFor, CellMeasure, LiveDetail, Outcome } from '../schema/published.ts';

export interface PublicRelease {
  readonly release: number;
  readonly label: string;
  readonly cut_off: Date;
  readonly accounted_for: AccountedFor;
  /** guarded requests that no cell could hold; null where the release does not say */
  readonly held: number | null;
}

export interface PublicArea {
  readonly area_code: string;
  readonly level: string;
  /** 0 for the jurisdiction */
  readonly depth: number;
  readonly parent_code: string | null;
  readonly population: number | null;
}

export interface PublicService {
  readonly service_code: string;
  readonly service_group: string;
  readonly tier: 'open' | 'guarded' | 'sensitive';
}

export interface Interval {
  readonly from_release: number;
  readonly to_release: number | null;
}

/** A version of a row that is guarded, or was or became so under the same id. */
export interface RowVersion extends Interval {
  readonly record_id: string;
  readonly disclosure: 'open' | 'guarded';
  readonly area_code: string;
  readonly service_code: string | null;
  readonly service_group: string | null;
  readonly agency_responsible: string | null;
  readonly received_period: string;
  readonly first_response_hours: number | null;
  readonly first_resolution_hours: number | null;
  readonly resolution_hours: number | null;
  readonly closed_hours: number | null;
  readonly status: 'open' | 'closed';
  readonly outcome: Outcome;
  readonly reopened: boolean;
  readonly reporter_says: 'confirmed' | 'disputed' | null;
  readonly reporters: string | null;
  /** where it lies on the disk, a growing number; null where that cannot be read */
  readonly place: number | null;
}

export interface GuardedCell extends Interval {
  readonly received_period: string;
  readonly area_code: string;
  readonly service_code: string;
  readonly service_group: string;
  readonly agency_responsible: string;
  readonly measure: CellMeasure;
  readonly requests: number;
  readonly hours: readonly number[];
  readonly counts: readonly number[];
}

export interface PublicSensitiveCount extends Interval {
  readonly quarter: string;
  readonly service_group: string;
  readonly requests: number;
}

/** A status page of a request that is not open. */
export interface StatusPage {
  readonly code: string;
  readonly tier: 'guarded' | 'sensitive' | 'withheld' | 'withdrawn';
  readonly status: string;
  readonly detail: LiveDetail | null;
  /** the code is also the id of a released row */
  readonly released: boolean;
  readonly place: number | null;
}

/** A published step of a request that no open row covers all the time, or whose page is not open. */
export interface PublicStep extends Interval {
  readonly code: string;
  readonly day: string;
}

export interface PublicView {
  readonly k: number;
  /** everything in it is invented */
  readonly demonstration: boolean;
  /** what a row keeps of its service at the coarsest step of the ladder */
  readonly coarsest: 'service' | 'group' | 'any';
  /** an area with fewer people is published one level up */
  readonly area_population: number;
  readonly sensitive_reporters: number;
  readonly sensitive_rounding: number;
  /** in order of their numbers */
  readonly releases: readonly PublicRelease[];
  readonly areas: ReadonlyMap<string, PublicArea>;
  readonly services: ReadonlyMap<string, PublicService>;
  readonly versions: readonly RowVersion[];
  readonly cells: readonly GuardedCell[];
  readonly sensitive_counts: readonly PublicSensitiveCount[];
  readonly pages: readonly StatusPage[];
  /** how many steps of requests are published, of all releases */
  readonly steps: number;
  readonly stray_steps: readonly PublicStep[];
  /** what the web role can read of the server beside the published tables, in words */
  readonly server_reads: readonly string[];
}

export interface TrueEvent {
  readonly kind: string;
  /** milliseconds */
  readonly at: number;
}

export interface TrueRequest {
  readonly code: string;
  readonly tier: 'guarded' | 'sensitive';
  readonly withheld: boolean;
  readonly area_code: string;
  readonly service_code: string;
  /** milliseconds */
  readonly received_at: number;
  /** numbers that stand for people; empty: not known, so nobody else's */
  readonly reporters: readonly number[];
  readonly events: readonly TrueEvent[];
}

export interface Truth {
  /** guarded and sensitive requests by their public code */
  readonly requests: ReadonlyMap<string, TrueRequest>;
  /** the code behind the id of a released guarded row */
  readonly code_of: ReadonlyMap<string, string>;
}

/** A guarded row over all releases. */
export interface PublicRow {
  readonly record_id: string;
  /** in order of releases */
  readonly versions: readonly RowVersion[];
  /** as it was first released */
  readonly first: RowVersion;
  /** the release from which on it is gone; null: it stands */
  readonly vanished: number | null;
  /** what it tells of, where the truth is known */
  readonly request: TrueRequest | null;
  readonly reporters: readonly number[];
}

/** Rows that no filter and no difference of releases tells apart by what somebody could know of a report. */
export interface AnonymitySet {
  /** what all its rows say of place, service, office and month */
  readonly key: RowVersion;
  readonly appeared: number;
  readonly vanished: number | null;
  /** the releases at which place, service, office or month changed */
  readonly changed: readonly number[];
  readonly rows: readonly PublicRow[];
}

export interface Scene {
  readonly view: PublicView;
  readonly truth: Truth | null;
  readonly time: LocalTime;
  readonly rows: readonly PublicRow[];
  readonly sets: readonly AnonymitySet[];
}

export interface Finding {
  /** which release, filters or cell, and what they isolate */
  readonly what: string;
  /** how many reporters (or requests, where reporters are not known) are isolated; null where that is not the point */
  readonly isolates: number | null;
}

export interface AttackResult {
  /** what was tried, in words: "1,204 cells over 300 pairs of releases" */
  readonly tried: string;
  readonly findings: readonly Finding[];
  /** the worst that was met, findings or not */
  readonly worst: string;
  /** worth knowing, no failure */
  readonly information?: readonly string[];
}

export interface Attack {
  readonly id: string;
  /** what the attacker does, in one sentence */
  readonly title: string;
  readonly needs_truth: boolean;
  run(scene: Scene): AttackResult;
}
