/**
 * Released requests in the order in which they changed: what the newest release brought first, then what the one
 * before did.
 *
 * In:     a read-only handle; filters, and the position after which to go on
 * Out:    rows of one release, each with the number of the release since which it has been as it is
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadOnly } from '../connect.ts';
import { type PublishedDatabase, REQUEST_COLUMNS } from '../schema/published.ts';
import { type RequestFilter, requestFilterSql } from './request-filter.ts';
import type { ReleasedRequest, RequestPosition } from './requests.ts';

export interface ChangePosition extends RequestPosition {
  readonly from_release: number;
}

export interface ChangedRequest extends ReleasedRequest {
  readonly from_release: number;
}

export async function listChanges(
  db: ReadOnly<PublishedDatabase>,
  release: number,
  filter: RequestFilter,
  page: { after: ChangePosition | null; limit: number },
): Promise<ChangedRequest[]> {
  return db
    .selectFrom('published.request_version')
    .select([...REQUEST_COLUMNS, 'from_release'])
    .where(requestFilterSql(filter, release))
    .$if(page.after !== null, (query) => query.where(beyond(page.after)))
    .orderBy('from_release', 'desc')
    .orderBy('received_period', 'desc')
    .orderBy('service_request_id', 'asc')
    .limit(page.limit)
    .execute();
}

/** Bounds that an index can begin at come first, then what is left of the same period and release. */
function beyond(after: ChangePosition | null): RawBuilder<SqlBool> {
  if (after === null) return sql<SqlBool>`true`;
  const { from_release: release, received_period: period, service_request_id: id } = after;
  return sql<SqlBool>`from_release <= ${release} and (from_release < ${release} or (
    received_period <= ${period} and (received_period < ${period} or service_request_id > ${id})))`;
}
