/**
 * Released requests as Open311 asks for them, the newest received first.
 *
 * In:     a read-only handle, the release, what is asked; where to go on: after a row, or past a number of rows
 * Out:    rows, each with the number of the release since which it has been as it is
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadOnly } from '../connect.ts';
import { type PublishedDatabase, REQUEST_COLUMNS } from '../schema/published.ts';
import type { ChangedRequest } from './changes.ts';
import { type RequestFilter, requestFilterSql } from './request-filter.ts';
import type { RequestPosition } from './requests.ts';

export interface Open311Filter {
  readonly ids: readonly string[] | null;
  readonly services: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  /** bounds on the published period as text, both included; a month sorts before its days */
  readonly first_period: string | null;
  readonly last_period: string | null;
  /** instants at which the release that changed the row was published, both included */
  readonly updated_after: Date | null;
  readonly updated_before: Date | null;
  readonly others: RequestFilter;
}

export interface Open311Page {
  readonly start: { readonly after: RequestPosition } | { readonly skip: number };
  readonly limit: number;
}

export async function listOpen311Requests(
  db: ReadOnly<PublishedDatabase>,
  release: number,
  filter: Open311Filter,
  { start, limit }: Open311Page,
): Promise<ChangedRequest[]> {
  const conditions = [
    requestFilterSql(filter.others, release),
    ...among('service_request_id', filter.ids),
    ...among('service_code', filter.services),
    ...among('status', filter.statuses),
    ...(filter.first_period === null ? [] : [sql<SqlBool>`received_period >= ${filter.first_period}`]),
    ...(filter.last_period === null ? [] : [sql<SqlBool>`received_period <= ${filter.last_period}`]),
    ...updated(filter),
    ...('after' in start ? [beyond(start.after)] : []),
  ];
  return db
    .selectFrom('published.request_version')
    .select([...REQUEST_COLUMNS, 'from_release'])
    .where(sql<SqlBool>`${sql.join(conditions, sql` and `)}`)
    .orderBy('received_period', 'desc')
    .orderBy('service_request_id', 'asc')
    .limit(limit)
    .offset('skip' in start ? start.skip : 0)
    .execute();
}

function among(column: string, values: readonly string[] | null): RawBuilder<SqlBool>[] {
  return values === null ? [] : [sql<SqlBool>`${sql.ref(column)} = any(${[...values]}::text[])`];
}

function updated({ updated_after: after, updated_before: before }: Open311Filter): RawBuilder<SqlBool>[] {
  if (after === null && before === null) return [];
  return [
    sql<SqlBool>`from_release in (select release from published.release
      where published_at between ${after ?? '-infinity'} and ${before ?? 'infinity'})`,
  ];
}

function beyond({ received_period: period, service_request_id: id }: RequestPosition): RawBuilder<SqlBool> {
  return sql<SqlBool>`received_period <= ${period} and (received_period < ${period} or service_request_id > ${id})`;
}
