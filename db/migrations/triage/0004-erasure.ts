/**
 * Erasure. What was erased stays erased, whatever is imported or written later; history goes with its request and
 * in no other way; and a source's row whose request was erased whole is not taken in again.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table triage.request add column erased_at timestamptz`,

  `create function triage.erased_stays_erased() returns trigger language plpgsql as $$
   begin
     new.erased_at := old.erased_at;
     new.lat := null;
     new.long := null;
     new.secret := null;
     return new;
   end $$`,
  `create trigger erased_stays_erased before update on triage.request
     for each row when (old.erased_at is not null) execute function triage.erased_stays_erased()`,

  // A cascade from triage.request is a trigger itself, so this one runs below it.
  `create function triage.event_is_kept() returns trigger language plpgsql as $$
   begin
     if pg_trigger_depth() < 2 then
       raise exception 'triage.event is append-only: history goes only with its request';
     end if;
     return old;
   end $$`,
  `create trigger event_is_kept before delete on triage.event
     for each row execute function triage.event_is_kept()`,

  // Ids that hold a telephone number are never kept here.
  `create table triage.erased_request (
     source      text not null,
     external_id text not null,
     primary key (source, external_id)
   )`,
];
