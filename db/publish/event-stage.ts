/**
 * Writes the events of a release: an event that is new or differs gets a version of its own, one that is gone is
 * closed, and what stayed the same is not touched.
 *
 * In:     the publisher's transaction; the events of open requests that are staged, as they were at the cut-off
 * Out:    `published.request_event`; of requests that are not staged nothing changes
 */
import type pg from 'pg';
import type { ReleaseEvent } from '../anonymise/publishable.ts';

const COLUMNS = ['service_request_id', 'position', 'kind', 'day', 'agency_responsible', 'note'] as const;
const LIST = COLUMNS.join(', ');
const of = (table: string) => COLUMNS.map((column) => `${table}.${column}`).join(', ');
const SAME =
  'current.service_request_id = incoming.service_request_id and current.position = incoming.position';

export async function openEventStage(publisher: pg.PoolClient): Promise<void> {
  await publisher.query('drop table if exists incoming_event');
  await publisher.query(
    `create temporary table incoming_event on commit drop as select ${LIST} from published.request_event with no data`,
  );
}

export async function stageEvents(publisher: pg.PoolClient, events: readonly ReleaseEvent[]): Promise<void> {
  if (events.length === 0) return;
  await publisher.query(
    `insert into incoming_event (${LIST}) select ${LIST} from json_populate_recordset(null::incoming_event, $1)`,
    [JSON.stringify(events)],
  );
}

/** `incoming_row` has the rows that are staged, `outgoing_code` those that have none any more. */
export async function writeEvents(publisher: pg.PoolClient, release: number): Promise<void> {
  await publisher.query('analyze incoming_event');
  await publisher.query(
    `update published.request_event current set to_release = ${release}
      where current.to_release is null
        and current.service_request_id in (select service_request_id from incoming_row union select service_request_id from outgoing_code)
        and not exists (select from incoming_event incoming where ${SAME}
                           and (${of('incoming')}) is not distinct from (${of('current')}))`,
  );
  await publisher.query(
    `insert into published.request_event (${LIST}, from_release)
     select ${LIST}, ${release} from incoming_event incoming
      where incoming.service_request_id in (select service_request_id from incoming_row)
        and not exists (select from published.request_event current where current.to_release is null and ${SAME})
      order by incoming.service_request_id, incoming.position`,
  );
}

/** A database whose releases are from before events were published: the next release reads every request. */
export async function lacksEvents(publisher: pg.PoolClient): Promise<boolean> {
  const { rows } = await publisher.query<{ lacks: boolean }>(
    `select exists (select from published.request_version where to_release is null and disclosure = 'open')
        and not exists (select from published.request_event) as lacks`,
  );
  return rows[0]?.lacks ?? false;
}
