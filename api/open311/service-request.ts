/**
 * A released row as Open311 names things.
 *
 * In:     the row; areas, services, agencies and releases that it speaks of; the jurisdiction's language and zone
 * Out:    fields in the order of the specification; `extended_attributes` where asked for
 * Law:    `requested_datetime` is the first instant of the published day or month, `updated_datetime` the instant at
 *         which the release that changed the row was published, `lat` and `long` the centre of its area; `address`
 *         and `extended_attributes` say so. Nothing is told that the row does not tell.
 * Source: Open311 GeoReport v2, "GET Service Requests"
 */

import type { ChangedRequest } from '../../db/queries/changes.ts';
import type { AreaRow } from '../../db/queries/dimensions.ts';
import { type LocalTime, nextPeriod } from '../../db/schema/local-time.ts';
import type { Names } from '../../db/schema/names.ts';
import type { Dimensions } from '../stores.ts';
import type { Fields } from './write.ts';

export interface Surroundings extends Dimensions {
  /** when each release was published */
  readonly published: ReadonlyMap<number, Date>;
  readonly language: string;
  readonly local: LocalTime;
  readonly public_url: string;
  readonly release: number;
  readonly extensions: boolean;
}

export function serviceRequest(row: ChangedRequest, around: Surroundings): Fields {
  const { language, local } = around;
  const service = around.services.find((one) => one.service_code === row.service_code);
  const sibling = service ?? around.services.find((one) => one.service_group === row.service_group);
  const agency = around.agencies.find((one) => one.agency_code === row.agency_responsible);
  const area = around.areas.find((one) => one.area_code === row.area_code);
  const group_name = sibling ? nameIn(sibling.group_names, language) : null;
  const updated = around.published.get(row.from_release);
  return {
    service_request_id: row.service_request_id,
    status: row.status,
    status_notes: row.outcome,
    service_name: service ? nameIn(service.names, language) : group_name,
    service_code: row.service_code,
    description: row.public_summary,
    agency_responsible: agency ? nameIn(agency.names, language) : row.agency_responsible,
    service_notice: null,
    requested_datetime: local.iso(local.start(row.received_period)),
    updated_datetime: updated ? local.iso(updated) : null,
    expected_datetime: row.resolution_due === null ? null : lastInstant(row.resolution_due, local),
    address: addressOf(row.area_code, around),
    address_id: row.area_code,
    zipcode: null,
    lat: area?.lat ?? null,
    long: area?.long ?? null,
    media_url: null,
    ...(around.extensions && {
      extended_attributes: {
        requested_precision: row.received_period.length === 7 ? 'month' : 'day',
        requested_period: row.received_period,
        updated_precision: 'release',
        location_precision: 'area_centre',
        area_code: row.area_code,
        area_level: row.area_level,
        disclosure: row.disclosure,
        service_group: row.service_group,
        service_group_name: group_name,
        agency_code: row.agency_responsible,
        outcome: row.outcome,
        first_response_hours: row.first_response_hours,
        resolution_hours: row.resolution_hours,
        closed_hours: row.closed_hours,
        first_response_due: row.first_response_due,
        resolution_due: row.resolution_due,
        reopened: row.reopened,
        reporter_says: row.reporter_says,
        reporters: row.reporters,
        release: around.release,
        changed_in_release: row.from_release,
        url: `${around.public_url}/i/${row.service_request_id}`,
      },
    }),
  };
}

/** The place and what it lies in, the finest first. */
function addressOf(code: string, { areas, language }: Surroundings): string {
  const names: string[] = [];
  let area: AreaRow | undefined = areas.find((one) => one.area_code === code);
  while (area !== undefined && names.length < 10) {
    names.push(nameIn(area.names, language));
    const parent: string | null = area.parent_code;
    area = areas.find((one) => one.area_code === parent);
  }
  return `${names.join(', ')} (${AREA_ONLY[language] ?? AREA_ONLY['en']})`;
}

const AREA_ONLY: Readonly<Record<string, string>> = {
  en: 'area only: the point is its centre',
  sw: 'eneo pekee: alama ni katikati yake',
};

/** The last second of a day: it is late from the next. */
function lastInstant(day: string, { iso, start }: LocalTime): string {
  return iso(new Date(start(nextPeriod(day)).getTime() - 1000));
}

export function nameIn(names: Names, language: string): string {
  return names[language] ?? names['en'] ?? Object.values(names)[0] ?? '';
}
