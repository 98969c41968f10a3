/**
 * The filters of released requests. The list, the API and every download narrow by this and nothing else.
 *
 * In:     the filters, already checked; the release
 * Out:    a condition over `published.request_version`, with bound parameters
 * Errors: RangeError when the period is none (`parsePeriodRange` tells beforehand)
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { parsePeriodRange } from '../schema/period.ts';
import { asOf } from './as-of.ts';

export interface RequestFilter {
  /** areas below it are included */
  readonly area?: string | undefined;
  readonly service?: string | undefined;
  readonly group?: string | undefined;
  readonly agency?: string | undefined;
  /** `2026`, `2026-11`, `2026-11-22`, `2026-01..2026-03` */
  readonly period?: string | undefined;
  readonly status?: string | undefined;
  readonly outcome?: string | undefined;
}

export function requestFilterSql(filter: RequestFilter, release: number): RawBuilder<SqlBool> {
  const conditions = [
    asOf(release),
    ...(filter.area === undefined ? [] : [inArea(filter.area, release)]),
    ...equals('service_code', filter.service),
    ...equals('service_group', filter.group),
    ...equals('agency_responsible', filter.agency),
    ...equals('status', filter.status),
    ...equals('outcome', filter.outcome),
    ...(filter.period === undefined ? [] : inPeriod(filter.period)),
  ];
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function equals(column: string, value: string | undefined): RawBuilder<SqlBool>[] {
  return value === undefined ? [] : [sql<SqlBool>`${sql.ref(column)} = ${value}`];
}

function inArea(area: string, release: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`area_code in (
    with recursive below as (
      select area_code from published.area where area_code = ${area} and ${asOf(release)}
      union
      select a.area_code from published.area a join below b on a.parent_code = b.area_code
       where ${asOf(release, 'a')}
    ) select area_code from below)`;
}

function inPeriod(text: string): RawBuilder<SqlBool>[] {
  const range = parsePeriodRange(text);
  if (range === null)
    throw new RangeError('the period is neither a year, a month, a day, nor a range of them');
  return [
    ...(range.from === null ? [] : [sql<SqlBool>`received_period >= ${range.from}`]),
    ...(range.before === null ? [] : [sql<SqlBool>`received_period < ${range.before}`]),
    ...(range.except === null ? [] : [sql<SqlBool>`received_period <> ${range.except}`]),
  ];
}
