/**
 * Released requests, in a stable order, page by page; and one request as its status page shows it.
 *
 * In:     a read-only handle; filters, order and the position after which to go on
 * Out:    rows of one release; the count of all that match
 */

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type pg from 'pg';
import type { ReadOnly } from '../connect.ts';
import {
  type LiveDetail,
  type PublishedDatabase,
  REQUEST_COLUMNS,
  type RequestLive,
  type RequestVersion,
} from '../schema/published.ts';
import { asOf } from './as-of.ts';
import { type RequestFilter, requestFilterSql } from './request-filter.ts';

export type RequestSort = '-received' | 'received' | '-waiting';

/** The last row of the page before. */
export interface RequestPosition {
  readonly received_period: string;
  readonly service_request_id: string;
}

export type ReleasedRequest = Pick<RequestVersion, (typeof REQUEST_COLUMNS)[number]>;

/** `-waiting` is about what waits: open requests, the oldest first. */
function withSort(filter: RequestFilter, sort: RequestSort): RequestFilter | null {
  if (sort !== '-waiting') return filter;
  return filter.status === 'closed' ? null : { ...filter, status: 'open' };
}

export async function listRequests(
  db: ReadOnly<PublishedDatabase>,
  release: number,
  filter: RequestFilter,
  page: { sort: RequestSort; after: RequestPosition | null; limit: number },
): Promise<ReleasedRequest[]> {
  const narrowed = withSort(filter, page.sort);
  if (narrowed === null) return [];
  const newestFirst = page.sort === '-received';
  return db
    .selectFrom('published.request_version')
    .select(REQUEST_COLUMNS)
    .where(requestFilterSql(narrowed, release))
    .$if(page.after !== null, (query) => query.where(beyond(page.after, newestFirst)))
    .orderBy('received_period', newestFirst ? 'desc' : 'asc')
    .orderBy('service_request_id', 'asc')
    .limit(page.limit)
    .execute();
}

function beyond(after: RequestPosition | null, newestFirst: boolean): RawBuilder<SqlBool> {
  if (after === null) return sql<SqlBool>`true`;
  const { received_period: period, service_request_id: id } = after;
  return newestFirst
    ? sql<SqlBool>`received_period <= ${period} and (received_period < ${period} or service_request_id > ${id})`
    : sql<SqlBool>`(received_period, service_request_id) > (${period}, ${id})`;
}

export async function countRequests(
  db: ReadOnly<PublishedDatabase>,
  release: number,
  filter: RequestFilter,
  sort: RequestSort,
): Promise<number> {
  const narrowed = withSort(filter, sort);
  if (narrowed === null) return 0;
  const row = await db
    .selectFrom('published.request_version')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(requestFilterSql(narrowed, release))
    .executeTakeFirstOrThrow();
  return row.total;
}

export interface RequestNow {
  readonly service_request_id: string;
  readonly tier: RequestLive['tier'];
  readonly status: RequestLive['status'];
  readonly detail: LiveDetail | null;
  /** its row in the release asked for */
  readonly released: ReleasedRequest | null;
}

/**
 * One statement, so that the live row and its released row are from the same instant; written once per release and
 * prepared once per connection, since writing and planning it take longer than running it.
 */
export async function getRequest(
  db: ReadOnly<PublishedDatabase>,
  pool: pg.Pool,
  service_request_id: string,
  release: number | null,
): Promise<RequestNow | undefined> {
  const { name, text, before } = requestStatement(db, release);
  const { rows } = await pool.query<RequestNow>({ name, text, values: [...before, service_request_id] });
  return rows[0];
}

interface Statement {
  readonly name: string;
  readonly text: string;
  /** parameters before the last, which is the code */
  readonly before: readonly unknown[];
}

let written: { readonly release: number | null; readonly statement: Statement } | null = null;

function requestStatement(db: ReadOnly<PublishedDatabase>, release: number | null): Statement {
  if (written?.release === release) return written.statement;
  const { sql: text, parameters } = db
    .selectFrom('published.request_live as live')
    .leftJoin('published.request_version as version', (join) =>
      join
        .onRef('version.service_request_id', '=', 'live.service_request_id')
        .on(release === null ? sql<SqlBool>`false` : asOf(release, 'version')),
    )
    .select([
      'live.service_request_id',
      'live.tier',
      'live.status',
      'live.detail',
      sql<ReleasedRequest | null>`to_jsonb(version)`.as('released'),
    ])
    .where('live.service_request_id', '=', '')
    .compile();
  const name = release === null ? 'request_now' : 'request_now_and_released';
  const statement = { name, text, before: parameters.slice(0, -1) };
  written = { release, statement };
  return statement;
}

/** A guarded row of a release by its own id, which no status page has. */
export async function getRecord(
  db: ReadOnly<PublishedDatabase>,
  record_id: string,
  release: number,
): Promise<ReleasedRequest | undefined> {
  return db
    .selectFrom('published.request_version')
    .select(REQUEST_COLUMNS)
    .where('service_request_id', '=', record_id)
    .where('disclosure', '=', 'guarded')
    .where(asOf(release))
    .executeTakeFirst();
}
