/**
 * Requests of which nothing is published any more, whatever the triage database says of them: taken back by
 * `portal withdraw`, or erased here and not yet in the triage database.
 *
 * In:     the publisher's transaction
 * Out:    codes of status pages (and ids of rows, which no request has as its code); counts for the account
 */
import type pg from 'pg';

export async function readSilenced(publisher: pg.PoolClient): Promise<string[]> {
  const { rows } = await publisher.query<{ id: string }>(
    `select id from publisher.withdrawn_request union all select service_request_id from publisher.erased_request`,
  );
  return rows.map((row) => row.id);
}

/** By the reason under which a release accounts for them. What was erased after it was released has its row. */
export async function countSilenced(
  publisher: pg.PoolClient,
): Promise<{ withdrawn: number; personal_data: number }> {
  const { rows } = await publisher.query<{ withdrawn: number; personal_data: number }>(
    `select (select count(*)::int from publisher.withdrawn_request where counted) as withdrawn,
            (select count(*)::int from publisher.erased_request where not released) as personal_data`,
  );
  return rows[0] ?? { withdrawn: 0, personal_data: 0 };
}
