/**
 * The secret of a reporter's private link: 122 random bits, made with the request. Null where no reporter will ever
 * be given a link, as with requests imported from a source that knows none.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('alter table triage.request add column secret bytea check (octet_length(secret) between 16 and 64)')
    .execute(db);
  await sql
    .raw('alter table triage.request alter column secret set default uuid_send(gen_random_uuid())')
    .execute(db);
}
