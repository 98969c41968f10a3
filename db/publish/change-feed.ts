/**
 * The change feed of the triage database: which requests changed since it was last read.
 *
 * A transaction that was still running then is not missed when it commits later, since the cursor stands at
 * the oldest such transaction, not at the newest row seen. A request may be read twice; never zero times.
 *
 * Ids come in the order of the codes, which are random: what is written of them lies in no order that tells of receipt.
 *
 * In:     a client in a snapshot of the triage database, and the cursor (null: from the beginning)
 * Out:    ids, and the cursor for the next time
 * Source: PostgreSQL manual, "Transaction IDs and Snapshot Information Functions" (pg_snapshot_xmin, xid8)
 */
import type pg from 'pg';

export interface Changes {
  readonly ids: number[];
  readonly cursor: string;
}

export async function readChanges(triage: pg.PoolClient, cursor: string | null): Promise<Changes> {
  const horizon = await triage.query<{ xmin: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin',
  );
  const next = horizon.rows[0]?.xmin ?? '0';
  // Transaction numbers below the cursor mean another server, such as a restored copy: begin anew.
  const from = cursor !== null && BigInt(cursor) <= BigInt(next) ? cursor : '0';
  const { rows } = await triage.query<{ id: number }>(
    'select id from triage.request where changed_xid >= $1::xid8 order by service_request_id',
    [from],
  );
  return { ids: rows.map((row) => row.id), cursor: next };
}

export async function readCursor(publisher: pg.PoolClient, feed: 'live' | 'release'): Promise<string | null> {
  const { rows } = await publisher.query<{ xid: string }>(
    'select xid::text as xid from publisher.cursor where feed = $1',
    [feed],
  );
  return rows[0]?.xid ?? null;
}

export async function writeCursor(
  publisher: pg.PoolClient,
  feed: 'live' | 'release',
  cursor: string,
  now: Date,
): Promise<void> {
  await publisher.query(
    `insert into publisher.cursor (feed, xid, read_at) values ($1, $2::xid8, $3)
     on conflict (feed) do update set xid = excluded.xid, read_at = excluded.read_at`,
    [feed, cursor, now],
  );
}
