/**
 * What was taken back and what was erased: the publisher's memory of what it must never publish again, and how
 * many rows of a release were made less precise because others were withdrawn.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table published.withdrawal add column coarsened integer not null default 0 check (coarsened >= 0)`,
  `alter table published.withdrawal drop constraint withdrawal_requests_check`,
  `alter table published.withdrawal add constraint withdrawal_requests_check check (requests >= 0 and requests + coarsened > 0)`,

  // Codes of status pages and ids of rows. Of a guarded request whose link is known both are kept, and one counts.
  `create table publisher.withdrawn_request (
     id      text collate "C" primary key,
     counted boolean not null
   )`,
  // Codes that were erased here and are still in the triage database; forgotten once they are gone from it.
  `create table publisher.erased_request (
     service_request_id text collate "C" primary key,
     released           boolean not null
   )`,
];
