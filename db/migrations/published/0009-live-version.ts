/**
 * Lets web processes keep status pages until one of them changes: a version that grows when what the public sees of an
 * open or guarded page that was there changed, and an empty notice then and at each release, so that nobody waits for
 * the next look.
 *
 * The version stays where a report is new, where only a sealed box was written, and whatever happens to pages of
 * sensitive and withheld reports, which are not kept by it. Otherwise whoever measures when answers are made anew would
 * learn, with no code at all, the moment at which something happened to one of these.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table published.portal add column live_version bigint not null default 0',

  // Schema "publisher": the web role must not be able to call functions.
  `create function publisher.tell_readers() returns trigger language plpgsql as $$
   begin
     perform pg_notify('majibu_published_changed', '');
     return null;
   end $$`,
  `create trigger tell_readers after update of live_version on published.portal
     for each statement execute function publisher.tell_readers()`,
  `create trigger tell_readers after insert or update or delete on published.release
     for each statement execute function publisher.tell_readers()`,
  `create trigger tell_readers after insert or update or delete on published.withdrawal
     for each statement execute function publisher.tell_readers()`,

  `create function publisher.pages_changed() returns trigger language plpgsql as $$
   begin
     if exists (select from page_before before join page_now now using (service_request_id)
                 where before.tier in ('open', 'guarded')
                   and (before.tier, before.status, before.detail) is distinct from (now.tier, now.status, now.detail)) then
       update published.portal set live_version = live_version + 1;
     end if;
     return null;
   end $$`,
  `create trigger pages_changed after update on published.request_live
     referencing old table as page_before new table as page_now
     for each statement execute function publisher.pages_changed()`,

  `create function publisher.pages_gone() returns trigger language plpgsql as $$
   begin
     if exists (select from page_before where tier in ('open', 'guarded')) then
       update published.portal set live_version = live_version + 1;
     end if;
     return null;
   end $$`,
  `create trigger pages_gone after delete on published.request_live
     referencing old table as page_before
     for each statement execute function publisher.pages_gone()`,
];
