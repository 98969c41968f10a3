/**
 * The secret of a reporter's private link, in the triage database.
 *
 * In:     a connection, a canonical code
 * Out:    `readPrivateLink`: the secret, null where there is none; null instead of an answer: no such request
 *         `makeSecret`: a new one, and whatever the old one opened stays shut; null: the request was erased
 */
import type { Connection } from './connect.ts';
import type { TriageDatabase } from './schema/triage.ts';

export async function readPrivateLink(
  triage: Pick<Connection<TriageDatabase>, 'pool'>,
  code: string,
): Promise<{ readonly secret: Buffer | null } | null> {
  const { rows } = await triage.pool.query<{ secret: Buffer | null }>(
    'select secret from triage.request where service_request_id = $1',
    [code],
  );
  return rows[0] ?? null;
}

export async function makeSecret(
  importer: Pick<Connection<TriageDatabase>, 'pool'>,
  code: string,
): Promise<Buffer | null> {
  const { rows } = await importer.pool.query<{ secret: Buffer | null }>(
    'update triage.request set secret = uuid_send(gen_random_uuid()) where service_request_id = $1 returning secret',
    [code],
  );
  return rows[0]?.secret ?? null;
}
