/**
 * One record of a CSV source as a request to be staged.
 *
 * In:     the declaration, the header, the areas, the time zone; then records with their row numbers
 * Out:    the request, or why the record cannot be used, in words that quote nothing of it but its id
 * Errors: ImportError when the header lacks or repeats a column that is read
 */
import type { AreaFinder, Point } from './csv-areas.ts';
import { columnsRead, type Declaration } from './csv-declaration.ts';
import type { Tally } from './csv-tally.ts';
import { oneLine } from './template.ts';
import { type ReadTime, timeReader } from './time-format.ts';
import { ImportError } from './types.ts';
import type { WallClock } from './wall-clock.ts';

/** Instants are milliseconds since 1970. */
export interface StagedRequest {
  readonly row: number;
  readonly external_id: string;
  readonly service_code: string;
  readonly area_code: string;
  readonly agency_responsible: string | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly received_at: number;
  readonly acknowledged_at: number | null;
  readonly closed_at: number | null;
  readonly expected_at: number | null;
}

export type RowResult =
  | { readonly ok: true; readonly request: StagedRequest }
  | { readonly ok: false; readonly external_id: string; readonly reason: string };

export type RowReader = (record: readonly string[], row: number) => RowResult;

export interface RowContext {
  readonly declaration: Declaration;
  readonly header: readonly string[];
  readonly findArea: AreaFinder;
  readonly clock: WallClock;
  /** milliseconds since 1970; nothing can have happened later */
  readonly now: number;
  readonly tally: Tally;
}

class Refused extends Error {}

const MAX_ID_CHARACTERS = 200;

export function rowReader({ declaration: d, header, findArea, clock, now, tally }: RowContext): RowReader {
  const place = columnPlaces(d, header);
  const readTime = timeReader(d.times.format);
  const rows = new Map<string, number>();

  const cell = (record: readonly string[], column: string | null | undefined): string => {
    if (!column) return '';
    const value = record[place.get(column) ?? -1] ?? '';
    if (value.includes('\uFFFD')) throw new Refused(`the column ${column} holds bytes that are not UTF-8`);
    return value;
  };

  const instant = (text: string, column: string, not_before?: number): number => {
    const read: ReadTime | null = readTime(text);
    if (read === null) throw new Refused(`the column ${column} is not a time of the form ${d.times.format}`);
    if (read.offset !== null) return read.wall - read.offset;
    const found = clock(read.wall, not_before);
    tally.clock(found.clock);
    return found.at;
  };

  const optionalInstant = (record: readonly string[], column: string | null, received_at: number) => {
    const text = cell(record, column).trim();
    return column === null || text === '' ? null : instant(text, column, received_at);
  };

  const happened = (at: number | null, column: string | null, received_at: number): number | null => {
    if (at !== null && at < received_at)
      throw new Refused(`the time in ${column} is before the request was received`);
    if (at !== null && at > now) throw new Refused(`the time in ${column} is in the future`);
    return at;
  };

  const read = (record: readonly string[], row: number, external_id: string): StagedRequest => {
    const received_at = instant(cell(record, d.times.received).trim(), d.times.received);
    if (received_at > now) throw new Refused(`the time in ${d.times.received} is in the future`);
    const { acknowledged, closed, expected } = d.times;
    const closed_at = happened(optionalInstant(record, closed, received_at), closed, received_at);
    checkStatus(cell(record, d.status?.column), closed_at);
    const expected_at = optionalInstant(record, expected, received_at);
    const service_code = codeOf(cell(record, d.service.column), d.service);
    if (!service_code) throw unlisted(cell(record, d.service.column), d.service.column);
    const agency = d.agency ? cell(record, d.agency.column) : '';
    const agency_responsible = d.agency && oneLine(agency) !== '' ? codeOf(agency, d.agency) : null;
    if (agency_responsible === undefined) throw unlisted(agency, d.agency?.column ?? '');
    const acknowledged_at = optionalInstant(record, acknowledged, received_at);
    const point = readPoint(record);
    const area = findArea(cell(record, d.area.column), point);
    if ('reason' in area) throw new Refused(area.reason);
    const request = {
      row,
      external_id,
      service_code,
      area_code: area.area_code,
      agency_responsible,
      lat: point?.lat ?? null,
      long: point?.long ?? null,
      received_at,
      acknowledged_at: happened(acknowledged_at, acknowledged, received_at),
      closed_at,
      expected_at,
    };
    tally.area(area.by);
    if (expected_at !== null && expected_at < received_at) tally.expected_early();
    return request;
  };

  const checkStatus = (value: string, closed_at: number | null): void => {
    if (d.status === null) return;
    const status = oneLine(value);
    const closed = d.status.closed.includes(status);
    if (!closed && !d.status.open.includes(status))
      throw new Refused(`the column ${d.status.column} has a value that the declaration does not list`);
    if (closed && closed_at === null)
      throw new Refused(`it is closed, but the column ${d.times.closed} is empty`);
    if (!closed && closed_at !== null)
      throw new Refused(`it is open, but the column ${d.times.closed} is not empty`);
  };

  const readPoint = (record: readonly string[]): Point | null => {
    if (d.point === null) return null;
    const texts = [cell(record, d.point.latitude).trim(), cell(record, d.point.longitude).trim()];
    if (texts.includes('')) return null;
    const [lat = Number.NaN, long = Number.NaN] = texts.map(Number);
    if (!(Math.abs(lat) <= 90 && Math.abs(long) <= 180)) {
      tally.bad_point();
      return null;
    }
    return d.point.no_place.some(([a, b]) => a === lat && b === long) ? null : { lat, long };
  };

  return (record, row) => {
    if (record.length !== header.length)
      return { ok: false, external_id: '', reason: 'it has not as many columns as the header' };
    if (record.every((value, i) => value === header[i]))
      return { ok: false, external_id: '', reason: 'it repeats the header' };
    let external_id = '';
    try {
      external_id = readId(cell(record, d.external_id), d.external_id);
      const before = rows.get(external_id);
      if (before !== undefined) throw new Refused(`it has the same id as row ${before}`);
      const request = read(record, row, external_id);
      rows.set(external_id, row);
      return { ok: true, request };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, external_id, reason: error.message };
      throw error;
    }
  };
}

function readId(text: string, column: string): string {
  const id = text.trim();
  if (id === '') throw new Refused(`the column ${column} is empty`);
  if (id.length > MAX_ID_CHARACTERS || /\p{Cc}/u.test(id))
    throw new Refused(`the column ${column} is not an id`);
  return id;
}

/** The code that the declaration gives for a value; undefined where it gives none. */
function codeOf(
  raw: string,
  map: { values: Readonly<Record<string, string>>; otherwise?: string | null | undefined },
): string | null | undefined {
  const value = oneLine(raw);
  return Object.hasOwn(map.values, value) ? map.values[value] : map.otherwise;
}

function unlisted(raw: string, column: string): Refused {
  return new Refused(
    oneLine(raw) === ''
      ? `the column ${column} is empty`
      : `the column ${column} has a value that the declaration does not list`,
  );
}

function columnPlaces(d: Declaration, header: readonly string[]): Map<string, number> {
  const wanted = [...new Set(Object.values(columnsRead(d)))];
  const names = header.map((name) => name.trim());
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new ImportError(
      `The header lacks ${missing.join(', ')}. The first line must name the columns, with "${d.delimiter}" between them` +
        `${header.length === 1 ? '; it has one column only, so the delimiter may be another' : ''}. Nothing was imported.`,
    );
  const twice = wanted.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice.length > 0)
    throw new ImportError(`The header names ${twice.join(', ')} more than once. Nothing was imported.`);
  return new Map(wanted.map((name) => [name, names.indexOf(name)]));
}
