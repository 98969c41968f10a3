/**
 * What was done about each open request, by release: the events of its status page as they were known at the
 * cut-off. Guarded requests have none, since the day of an event and the published hours would tell the day of receipt.
 * Releases of before have none at all.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table published.request_event (
     service_request_id text collate "C" not null,
     position           integer not null check (position > 0),
     kind               text not null check (kind in ('received', 'acknowledged', 'assigned', 'started', 'resolved',
                          'reopened', 'declined', 'merged', 'confirmed', 'disputed')),
     day                date not null,
     agency_responsible text,
     note               text,
     from_release integer not null references published.release deferrable initially deferred,
     to_release   integer references published.release deferrable initially deferred,
     check (to_release > from_release),
     primary key (service_request_id, position, from_release)
   )`,
  `create unique index request_event_current on published.request_event (service_request_id, position) where to_release is null`,
  `create index request_event_from on published.request_event (from_release)`,
  `create index request_event_to on published.request_event (to_release) where to_release is not null`,
];
