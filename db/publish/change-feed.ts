/**
 * The change feed of the triage database: which requests changed since it was last read.
 *
 * A transaction that was still running then is not missed when it commits later, since the cursor stands at
 * the oldest such transaction, not at the newest row seen. A request may be read twice; never zero times.
 *
 * Ids come in the order of the codes, which are random: what is written of them lies in no order that tells of receipt.
 *
 * Whether there is anything to read is asked by snapshot, which tells exactly what was seen: a long transaction of
 * others would have the cursor stand still, and the same requests read again and again.
 *
 * In:     a client in a snapshot of the triage database, and the cursor (null: from the beginning)
 * Out:    ids, the cursor for the next time, and what was seen
 * Source: PostgreSQL manual, "Transaction IDs and Snapshot Information Functions" (pg_snapshot_xmin, xid8,
 *         pg_visible_in_snapshot)
 */
import type pg from 'pg';

export interface Changes {
  readonly ids: number[];
  readonly cursor: string;
  /** the snapshot that was read, as PostgreSQL writes it */
  readonly seen: string;
}

/** On a standby, transactions that run are not listed: there, only what is older than all of them was seen for certain. */
const SEEN = `case when pg_is_in_recovery()
  then concat(pg_snapshot_xmin(pg_current_snapshot()), ':', pg_snapshot_xmin(pg_current_snapshot()), ':')
  else pg_current_snapshot()::text end`;

export async function readChanges(triage: pg.PoolClient, cursor: string | null): Promise<Changes> {
  const horizon = await triage.query<{ xmin: string; seen: string }>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, ${SEEN} as seen`,
  );
  const { xmin: next, seen } = horizon.rows[0] ?? { xmin: '0', seen: '1:1:' };
  // Transaction numbers below the cursor mean another server, such as a restored copy: begin anew.
  const from = cursor !== null && BigInt(cursor) <= BigInt(next) ? cursor : '0';
  const { rows } = await triage.query<{ id: number }>(
    'select id from triage.request where changed_xid >= $1::xid8 order by service_request_id',
    [from],
  );
  return { ids: rows.map((row) => row.id), cursor: next, seen };
}

export interface News {
  readonly any: boolean;
  /** what is seen now */
  readonly seen: string;
}

/** Whether something changed since `seen`. Costs a fraction of a millisecond, and writes nothing. */
export async function lookForNews(triage: Pick<pg.Pool, 'query'>, seen: string): Promise<News> {
  const { rows } = await triage.query<News>({
    name: 'look_for_news',
    // Fewer transactions than before: a copy was restored, and what it holds is to be read anew. Asked for in order,
    // since a plan made for any snapshot would expect a third of the table and read all of it.
    text: `select ${SEEN} as seen, pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax($1::pg_snapshot)
             or exists (select from (select changed_xid from triage.request
                                      where changed_xid >= pg_snapshot_xmin($1::pg_snapshot)
                                      order by changed_xid desc) recent
                         where not pg_visible_in_snapshot(changed_xid, $1::pg_snapshot)) as any`,
    values: [seen],
  });
  return rows[0] ?? { any: true, seen };
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
