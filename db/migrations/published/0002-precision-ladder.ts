/**
 * Guarded rows by the precision ladder: where each was placed, once and for all, and under which id; what a
 * release says of its own privacy; withdrawals; and the measures of service standards and of reopening.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table published.release add column privacy jsonb`,

  `alter table published.request_version
     add column first_resolution_hours integer check (first_resolution_hours >= 0),
     add column first_response_on_time boolean,
     add column resolution_on_time     boolean,
     add check (disclosure = 'open' or (first_response_on_time is null and resolution_on_time is null))`,
  `update published.request_version set first_resolution_hours = resolution_hours where resolution_hours is not null`,
  `alter table published.request_version add check (resolution_hours is null or first_resolution_hours <= resolution_hours)`,

  `alter table published.response_cell drop constraint response_cell_measure_check`,
  `alter table published.response_cell add constraint response_cell_measure_check check (measure in
     ('first_response', 'resolution', 'declined', 'merged', 'first_resolution', 'reopened', 'confirmed', 'disputed',
      'first_response_due', 'first_response_on_time', 'unanswered_due', 'resolution_due', 'resolution_on_time'))`,

  // Per release how many rows were taken back, and when; never which.
  `create table published.withdrawal (
     release         integer not null references published.release deferrable initially deferred,
     withdrawn_on    date not null,
     requests        integer not null check (requests > 0),
     manifest_sha256 text not null check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
     primary key (release, withdrawn_on)
   )`,

  `alter table published.request_live drop constraint request_live_tier_check`,
  `alter table published.request_live add constraint request_live_tier_check
     check (tier in ('open', 'guarded', 'sensitive', 'withheld', 'withdrawn'))`,

  // The precision of each guarded row, given once, and the id under which the row is published. Null once the link
  // between a status page and its row was erased.
  `create table publisher.placement (
     record_id          text collate "C" primary key,
     service_request_id text collate "C" unique,
     area_code          text not null,
     area_level         text not null,
     service_code       text,
     service_group      text,
     received_period    text not null check (received_period ~ '^\\d{4}-\\d{2}$'),
     reporters          text check (reporters in ('1', '2-4', '5-9', '10+')),
     cell_rows          integer not null,
     cell_reporters     integer not null,
     placed_release     integer not null
   )`,
  `create index placement_release on publisher.placement (placed_release)`,
  // Guarded requests that no cell could hold yet; tried again with the next month's.
  `create table publisher.held_request (service_request_id text collate "C" primary key)`,
  // Makes record ids; who has it can tell which row belongs to which status page.
  `create table publisher.record_key (only_row boolean primary key default true check (only_row), key bytea not null)`,
  // Rows that an earlier policy released under the code of their status page stay as they are.
  `insert into publisher.placement
     select service_request_id, service_request_id, area_code, area_level, service_code, service_group, received_period,
            reporters, 0, 0, from_release
       from published.request_version where disclosure = 'guarded' and to_release is null`,

  // Approved texts that the detector stopped, with its reasons; nothing of the text.
  `create table publisher.blocked_text (
     service_request_id text collate "C" not null,
     field              text not null check (field in ('public_summary', 'public_note')),
     event_id           bigint,
     reasons            text[] not null check (cardinality(reasons) > 0),
     found_at           timestamptz not null,
     unique nulls not distinct (service_request_id, field, event_id)
   )`,
];
