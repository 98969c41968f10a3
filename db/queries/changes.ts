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

/**
 * Three ranges of one index follow a row: the rest of its period, older periods of its release, older releases. They
 * are read one after the other until the page is full, since one condition over all of them would read the whole release.
 */
export async function listChanges(
  db: ReadOnly<PublishedDatabase>,
  release: number,
  filter: RequestFilter,
  page: { after: ChangePosition | null; limit: number },
): Promise<ChangedRequest[]> {
  const rows: ChangedRequest[] = [];
  for (const range of rangesAfter(page.after)) {
    if (rows.length === page.limit) break;
    const found = await db
      .selectFrom('published.request_version')
      .select([...REQUEST_COLUMNS, 'from_release'])
      .where(requestFilterSql(filter, release))
      .where(range)
      .orderBy('from_release', 'desc')
      .orderBy('received_period', 'desc')
      .orderBy('service_request_id', 'asc')
      .limit(page.limit - rows.length)
      .execute();
    rows.push(...found);
  }
  return rows;
}

function rangesAfter(after: ChangePosition | null): RawBuilder<SqlBool>[] {
  if (after === null) return [sql<SqlBool>`true`];
  const { from_release: release, received_period: period, service_request_id: id } = after;
  return [
    sql<SqlBool>`(from_release = ${release} and received_period = ${period} and service_request_id > ${id})`,
    sql<SqlBool>`(from_release = ${release} and received_period < ${period})`,
    sql<SqlBool>`from_release < ${release}`,
  ];
}
