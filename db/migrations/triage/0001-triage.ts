/**
 * The private triage database. Also the contract for a county that has a triage system of its own: it
 * provides these tables, or views of these names and columns, and Majibu needs only SELECT on them.
 *
 * `changed_xid` is the change feed. It holds the transaction that last changed a request or anything that
 * belongs to it; a reader that remembers the oldest transaction still running when it last read
 * (`pg_snapshot_xmin`) and asks for `changed_xid >= that` misses nothing, however late others commit.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create schema if not exists triage`,

  `create table triage.area (
     area_code   text primary key,
     level       text not null,
     parent_code text references triage.area deferrable initially deferred,
     names       jsonb not null,
     population  integer check (population >= 0),
     schematic   boolean not null default false,
     geometry    jsonb
   )`,
  `create table triage.agency (
     agency_code text primary key,
     names       jsonb not null
   )`,
  `create table triage.service (
     service_code       text primary key,
     service_group      text not null,
     names              jsonb not null,
     agency_responsible text not null references triage.agency,
     tier               text not null check (tier in ('open', 'guarded', 'sensitive'))
   )`,

  `create table triage.reporter (
     id       bigint generated always as identity primary key,
     phone    text unique,
     language text not null default 'en'
   )`,
  `create table triage.message (
     id          bigint generated always as identity primary key,
     reporter_id bigint references triage.reporter,
     channel     text not null,
     external_id text not null,
     received_at timestamptz not null,
     body        text,
     media       jsonb,
     unique (channel, external_id)
   )`,
  `create index on triage.message (reporter_id)`,

  `create table triage.request (
     id                         bigint generated always as identity primary key,
     service_request_id         text not null unique
                                check (service_request_id ~ '^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}$'),
     source                     text not null,
     external_id                text not null,
     service_code               text not null references triage.service,
     area_code                  text not null references triage.area,
     agency_responsible         text references triage.agency,
     lat                        double precision check (lat between -90 and 90),
     long                       double precision check (long between -180 and 180),
     status                     text not null default 'open' check (status in ('open', 'closed')),
     received_at                timestamptz not null,
     expected_at                timestamptz,
     tier_raised                text check (tier_raised in ('guarded', 'sensitive')),
     public_summary             text check (char_length(public_summary) <= 140),
     public_summary_by          text,
     public_summary_approved_by text,
     withheld_reason            text check (withheld_reason in ('personal_data', 'abuse', 'not_for_county', 'legal', 'test')),
     duplicate_of               bigint references triage.request check (duplicate_of <> id),
     changed_xid                xid8 not null default pg_current_xact_id(),
     unique (source, external_id),
     check ((lat is null) = (long is null)),
     check (public_summary_approved_by is null or public_summary_approved_by <> public_summary_by)
   )`,
  `create index on triage.request (changed_xid)`,
  `create index on triage.request (received_at)`,
  `create index on triage.request (duplicate_of) where duplicate_of is not null`,

  `create table triage.request_message (
     request_id bigint not null references triage.request on delete cascade,
     message_id bigint not null references triage.message on delete cascade,
     primary key (request_id, message_id)
   )`,
  `create index on triage.request_message (message_id)`,

  `create table triage.event (
     id                      bigint generated always as identity primary key,
     request_id              bigint not null references triage.request on delete cascade,
     kind                    text not null check (kind in ('received', 'acknowledged', 'assigned', 'started',
                               'resolved', 'reopened', 'declined', 'merged', 'confirmed', 'disputed')),
     at                      timestamptz not null,
     agency_responsible      text references triage.agency,
     public_note             text check (char_length(public_note) <= 140),
     public_note_by          text,
     public_note_approved_by text,
     check (public_note_approved_by is null or public_note_approved_by <> public_note_by)
   )`,
  `create index on triage.event (request_id, at, id)`,
  `create index on triage.event (at)`,
  `create unique index on triage.event (request_id) where kind = 'received'`,

  // History is append-only, nothing happens before its request was received, and a request's status is
  // what its history says.
  `create function triage.event_is_append_only() returns trigger language plpgsql as $$
   begin
     raise exception 'triage.event is append-only: add an event instead of changing one';
   end $$`,
  `create trigger append_only before update of kind, at, request_id on triage.event
     for each row execute function triage.event_is_append_only()`,
  `create function triage.event_added() returns trigger language plpgsql as $$
   declare early record;
   begin
     select e.kind, e.at, r.received_at into early
       from added e join triage.request r on r.id = e.request_id
      where e.at < r.received_at limit 1;
     if found then
       raise exception 'event % at % precedes the receipt of its request at %', early.kind, early.at, early.received_at
         using errcode = 'check_violation';
     end if;
     -- A row that says so already, since the same transaction has just inserted it, is not written again.
     update triage.request r
        set changed_xid = pg_current_xact_id(), status = told.status
       from (
         select q.id, coalesce((
              select case when e.kind in ('resolved', 'declined', 'merged') then 'closed' else 'open' end
                from triage.event e
               where e.request_id = q.id and e.kind in ('resolved', 'declined', 'merged', 'reopened', 'received')
               order by e.at desc, (e.kind <> 'received') desc, e.id desc limit 1), q.status) as status
           from triage.request q where q.id in (select request_id from added)) told
      where r.id = told.id and (r.status <> told.status or r.changed_xid <> pg_current_xact_id());
     return null;
   end $$`,
  `create trigger event_added after insert on triage.event
     referencing new table as added for each statement execute function triage.event_added()`,
  `create function triage.request_changed() returns trigger language plpgsql as $$
   begin
     new.changed_xid := pg_current_xact_id();
     return new;
   end $$`,
  `create trigger request_changed before update on triage.request
     for each row execute function triage.request_changed()`,
  `create function triage.request_message_added() returns trigger language plpgsql as $$
   begin
     update triage.request set changed_xid = pg_current_xact_id()
      where id in (select request_id from added) and changed_xid <> pg_current_xact_id();
     return null;
   end $$`,
  `create trigger request_message_added after insert on triage.request_message
     referencing new table as added for each statement execute function triage.request_message_added()`,
];
