/** The sealed box of a reporter's private view, and the digest of the token that proves who asks. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table published.request_live
         add column sealed       text,
         add column token_sha256 text check (token_sha256 ~ '^[0-9a-f]{64}$'),
         add check ((sealed is null) = (token_sha256 is null))`,
    )
    .execute(db);
}
