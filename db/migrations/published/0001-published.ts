/**
 * The published database: public by construction. Whatever is in schema `published` may be shown to anyone;
 * the web role reads it and nothing else. Schema `publisher` is the publisher's own memory.
 *
 * A release is the set of rows with from_release <= number and (to_release is null or to_release > number).
 *
 * Keys and periods sort by their bytes (collation "C") whatever the server's locale: the order of a download,
 * and so its checksum, must not depend on where it is made.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const interval = `
     from_release integer not null references published.release deferrable initially deferred,
     to_release   integer references published.release deferrable initially deferred,
     check (to_release > from_release)`;

const statements = [
  `create schema if not exists published`,
  `create schema if not exists publisher`,

  `create table published.portal (
     only_row        boolean primary key default true check (only_row),
     jurisdiction_id text not null,
     demonstration   boolean not null default false,
     live_at         timestamptz
   )`,

  `create table published.release (
     release         integer primary key check (release > 0),
     label           date not null,
     cut_off         timestamptz not null unique,
     published_at    timestamptz not null,
     cadence         text not null check (cadence in ('day', 'week', 'month')),
     policy          jsonb not null,
     measures        text[] not null,
     demonstration   boolean not null,
     requests        integer not null,
     added           integer not null,
     changed         integer not null,
     accounted_for   jsonb not null,
     manifest        json not null,
     manifest_sha256 text not null check (manifest_sha256 ~ '^[0-9a-f]{64}$')
   )`,

  `create table published.area (
     area_code   text collate "C" not null,
     level       text not null,
     depth       integer not null,
     parent_code text,
     names       jsonb not null,
     population  integer,
     schematic   boolean not null,
     lat         double precision,
     long        double precision,
     geometry    jsonb,
     ${interval},
     primary key (area_code, from_release)
   )`,
  `create table published.agency (
     agency_code text collate "C" not null,
     names       jsonb not null,
     ${interval},
     primary key (agency_code, from_release)
   )`,
  `create table published.service (
     service_code        text collate "C" not null,
     service_group       text not null,
     names               jsonb not null,
     group_names         jsonb not null,
     agency_responsible  text not null,
     tier                text not null check (tier in ('open', 'guarded', 'sensitive')),
     first_response_days integer,
     resolution_days     integer,
     working_days        boolean not null,
     position            integer not null,
     ${interval},
     primary key (service_code, from_release)
   )`,

  // One row per state that a request had in some release.
  `create table published.request_version (
     service_request_id   text collate "C" not null,
     disclosure           text not null check (disclosure in ('open', 'guarded')),
     area_code            text not null,
     area_level           text not null,
     service_code         text,
     service_group        text,
     agency_responsible   text,
     received_period      text collate "C" not null check (received_period ~ '^\\d{4}-\\d{2}(-\\d{2})?$'),
     first_response_hours integer check (first_response_hours >= 0),
     resolution_hours     integer check (resolution_hours >= 0),
     closed_hours         integer check (closed_hours >= 0),
     first_response_due   date,
     resolution_due       date,
     status               text not null check (status in ('open', 'closed')),
     outcome              text not null check (outcome in ('waiting', 'in_progress', 'resolved', 'reopened', 'declined', 'merged')),
     reopened             boolean not null default false,
     reporter_says        text check (reporter_says in ('confirmed', 'disputed')),
     reporters            text check (reporters in ('1', '2-4', '5-9', '10+')),
     public_summary       text check (char_length(public_summary) <= 140),
     ${interval},
     primary key (service_request_id, from_release),
     check (disclosure = 'open' or (length(received_period) = 7 and public_summary is null)),
     check ((outcome = 'resolved') = (resolution_hours is not null)),
     check ((status = 'closed') = (closed_hours is not null))
   )`,
  `create unique index request_version_current on published.request_version (service_request_id) where to_release is null`,
  `create index request_version_listed on published.request_version (received_period desc, service_request_id)`,
  `create index request_version_area on published.request_version (area_code, received_period desc, service_request_id)`,
  `create index request_version_service on published.request_version (service_code, received_period desc, service_request_id)`,
  `create index request_version_from on published.request_version (from_release)`,
  `create index request_version_to on published.request_version (to_release) where to_release is not null`,

  // The rollup behind every statistic: hours[i] (ascending, on the published grid) happened counts[i] times.
  `create table published.response_cell (
     received_period    text collate "C" not null,
     area_code          text collate "C" not null,
     service_code       text collate "C" not null default '',
     service_group      text collate "C" not null default '',
     agency_responsible text collate "C" not null default '',
     disclosure         text collate "C" not null,
     measure            text collate "C" not null check (measure in ('first_response', 'resolution', 'declined', 'merged')),
     requests           integer not null check (requests > 0),
     hours              integer[] not null,
     counts             integer[] not null,
     ${interval},
     check (cardinality(hours) = cardinality(counts)),
     primary key (received_period, area_code, service_code, service_group, agency_responsible, disclosure, measure, from_release)
   )`,
  `create index response_cell_from on published.response_cell (from_release)`,

  `create table published.sensitive_count (
     quarter       text collate "C" not null check (quarter ~ '^\\d{4}-Q[1-4]$'),
     service_group text collate "C" not null,
     requests      integer not null check (requests > 0),
     ${interval},
     primary key (quarter, service_group, from_release)
   )`,

  // What a status page shows now. Never more precise than the request's released row.
  `create table published.request_live (
     service_request_id text collate "C" primary key,
     tier               text not null check (tier in ('open', 'guarded', 'sensitive', 'withheld')),
     status             text not null check (status in ('received', 'being_handled', 'closed')),
     detail             jsonb
   )`,

  // The publisher's memory; the web role cannot read it.
  `create table publisher.cursor (
     feed     text primary key check (feed in ('live', 'release')),
     xid      xid8 not null,
     read_at  timestamptz not null
   )`,
  // The quarters up to which sensitive counts are settled for ever.
  `create table publisher.counted_quarter (
     last_quarter text primary key check (last_quarter ~ '^\\d{4}-Q[1-4]$')
   )`,
];
