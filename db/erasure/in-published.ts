/**
 * Erases what the published database keeps of a request beside its anonymous row: the sealed box of the private link
 * and, for a guarded request, whatever ties the code of its status page to its row.
 *
 * In:     the publisher's transaction, the code of a status page
 * Out:    what was there
 */
import type pg from 'pg';

export interface PublishedTraces {
  /** the row of a guarded request, under an id of its own, is in some release */
  readonly guarded_row: boolean;
  /** a row stands under the code itself */
  readonly open_row: boolean;
  readonly page: boolean;
  /** an erasure of it was begun before and not finished */
  readonly begun: boolean;
}

/** `id`: the code of a status page, or the id of a guarded row whose link is still known. Null: neither. */
export async function codeOf(publisher: pg.PoolClient, id: string): Promise<string> {
  const { rows } = await publisher.query<{ code: string }>(
    'select service_request_id as code from publisher.placement where record_id = $1 and service_request_id is not null',
    [id],
  );
  return rows[0]?.code ?? id;
}

export async function tracesOf(publisher: pg.PoolClient, code: string): Promise<PublishedTraces> {
  const { rows } = await publisher.query<PublishedTraces>(
    `select exists (select from publisher.placement where service_request_id = $1 and record_id <> $1)
              or exists (select from publisher.erased_request where service_request_id = $1 and released) as guarded_row,
            exists (select from published.request_version where service_request_id = $1) as open_row,
            exists (select from published.request_live where service_request_id = $1) as page,
            exists (select from publisher.erased_request where service_request_id = $1) as begun`,
    [code],
  );
  return rows[0] ?? { guarded_row: false, open_row: false, page: false, begun: false };
}

/** The private link opens nothing any more; its page stays. */
export async function eraseBox(publisher: pg.PoolClient, code: string): Promise<void> {
  await publisher.query(
    'update published.request_live set sealed = null, token_sha256 = null where service_request_id = $1',
    [code],
  );
}

/**
 * Cuts the code off from its row: the row stays as it is, in this and in all later releases, and the status page
 * goes, since whoever has a code and the key of the ids could find the row again. Until the code is gone from the
 * triage database as well it is noted, so that no publisher takes it for a new one.
 */
export async function eraseLink(publisher: pg.PoolClient, code: string, released: boolean): Promise<void> {
  await publisher.query('insert into publisher.erased_request values ($1, $2) on conflict do nothing', [
    code,
    released,
  ]);
  await publisher.query(
    'update publisher.placement set service_request_id = null where service_request_id = $1',
    [code],
  );
  for (const table of ['publisher.held_request', 'publisher.blocked_text', 'published.request_live'])
    await publisher.query(`delete from ${table} where service_request_id = $1`, [code]);
}

/** Codes that are gone from the triage database need not be noted any longer, and so are forgotten. */
export async function forgetErased(publisher: pg.PoolClient, triage: pg.PoolClient): Promise<void> {
  const { rows: noted } = await publisher.query<{ code: string }>(
    'select service_request_id as code from publisher.erased_request',
  );
  if (noted.length === 0) return;
  const { rows: there } = await triage.query<{ code: string }>(
    'select service_request_id as code from triage.request where service_request_id = any($1)',
    [noted.map((row) => row.code)],
  );
  await publisher.query('delete from publisher.erased_request where service_request_id <> all ($1)', [
    there.map((row) => row.code),
  ]);
}
