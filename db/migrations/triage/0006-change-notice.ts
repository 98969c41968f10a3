/**
 * Says that something about a request changed, so that it is published at once and not when somebody next looks. The
 * notice is empty: whoever may connect can listen to it, and learns no more than from the server's own counters.
 *
 * A triage database of another system needs none of this; it may have it, since the publisher listens everywhere.
 *
 * Source: PostgreSQL manual, NOTIFY: equal notices of one transaction are one, and none leaves before the commit
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create function triage.tell_publisher() returns trigger language plpgsql as $$
   begin
     perform pg_notify('majibu_triage_changed', '');
     return null;
   end $$`,
  // What belongs to a request touches its row (changed_xid), so this hears of all that the change feed has.
  `create trigger tell_publisher after insert or update or delete on triage.request
     for each statement execute function triage.tell_publisher()`,
];
