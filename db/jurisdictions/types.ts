/**
 * A jurisdiction pack as the program sees it, after `loadPack` has checked it as a whole.
 * On disk: jurisdiction.json, agencies.csv, services.csv, areas.geojson, holidays.csv, imports/*.json.
 */

import type { Names } from '../schema/names.ts';
import type { Cadence, LadderStep, Measure } from '../schema/published.ts';
import type { Tier } from '../schema/triage.ts';

export interface Pack {
  /** absolute path of the folder it was read from */
  readonly folder: string;
  readonly id: string;
  readonly names: Names;
  /** language tags, the default one first */
  readonly languages: readonly string[];
  /** those of them in which names may be missing; none unless said */
  readonly partial_languages?: readonly string[];
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  /** IANA name */
  readonly time_zone: string;
  readonly contact: { readonly name: Names; readonly email: string; readonly url: string | null };
  /** international form, `+254700000000`; null: the jurisdiction has no number for reports */
  readonly whatsapp: string | null;
  /** `#rrggbb`, checked for contrast: accent for links and maps, signal for what is late */
  readonly colours: { readonly accent: string; readonly signal: string };
  readonly licence: { readonly id: string; readonly name: string; readonly url: string };
  readonly release_cadence: Cadence;
  /** the waiting times that the source records; a figure about another says so and is never zero */
  readonly measures: readonly Measure[];
  readonly thresholds: Thresholds;
  /** from the jurisdiction itself (first) down to the finest */
  readonly area_levels: readonly { readonly level: string; readonly names: Names; readonly plural: Names }[];
  readonly groups: readonly { readonly service_group: string; readonly names: Names }[];
  readonly agencies: readonly PackAgency[];
  readonly services: readonly PackService[];
  readonly areas: readonly PackArea[];
  /** local days, `2026-12-12`, with their names */
  readonly holidays: ReadonlyMap<string, Names>;
}

export interface Thresholds {
  /** distinct reporters that share a guarded cell */
  readonly k: number;
  /** steps of precision of guarded rows, the finest first; absent: every level with service and group, last neither */
  readonly ladder?: readonly LadderStep[] | undefined;
  /** an area with fewer people is published one level up */
  readonly area_population: number;
  /** distinct reporters from which a sensitive count is published */
  readonly sensitive_reporters: number;
  readonly sensitive_rounding: number;
  /** requests that a figure needs to be ranked or coloured on a map */
  readonly ranked: number;
}

export interface PackAgency {
  readonly agency_code: string;
  readonly names: Names;
}

export interface PackService {
  readonly service_code: string;
  readonly service_group: string;
  readonly names: Names;
  readonly agency_responsible: string;
  readonly tier: Tier;
  /** null: the service has no such standard */
  readonly first_response_days: number | null;
  readonly resolution_days: number | null;
  /** whether the days are working days (weekends and holidays left out) */
  readonly working_days: boolean;
}

export interface PackArea {
  readonly area_code: string;
  readonly level: string;
  /** null for the jurisdiction itself, the one area of the first level */
  readonly parent_code: string | null;
  readonly names: Names;
  readonly population: number | null;
  /** drawn for orientation, not a surveyed boundary */
  readonly schematic: boolean;
  readonly geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
}

export interface PackFault {
  /** relative to the pack's folder */
  readonly file: string;
  /** from 1; null: the fault is about the file as a whole */
  readonly line: number | null;
  /** what is wrong and what would be right */
  readonly message: string;
}

export class PackError extends Error {
  readonly faults: readonly PackFault[];
  constructor(folder: string, faults: readonly PackFault[]) {
    const list = faults
      .map((f) => `  - ${f.file}${f.line === null ? '' : `:${f.line}`}: ${f.message}`)
      .join('\n');
    super(
      `The jurisdiction pack in ${folder} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${list}`,
    );
    this.name = 'PackError';
    this.faults = faults;
  }
}
