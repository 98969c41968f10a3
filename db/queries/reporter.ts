/**
 * What is kept for the reporter of a request alone: the digest of the token that only a private link gives, and the
 * sealed box. Two questions, so that the box of a request is touched only once its token has been shown.
 *
 * In:     a read-only handle, a canonical code
 * Out:    null: no such request, or no private link
 */
import type { ReadOnly } from '../connect.ts';
import type { PublishedDatabase } from '../schema/published.ts';

export async function tokenDigestOf(db: ReadOnly<PublishedDatabase>, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('published.request_live')
    .select('token_sha256')
    .where('service_request_id', '=', code)
    .executeTakeFirst();
  return row?.token_sha256 ?? null;
}

export async function sealedBoxOf(db: ReadOnly<PublishedDatabase>, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('published.request_live')
    .select('sealed')
    .where('service_request_id', '=', code)
    .executeTakeFirst();
  return row?.sealed ?? null;
}
