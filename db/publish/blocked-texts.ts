/**
 * The publisher's memory of texts that the detector stopped: what an operator is shown, and which texts a new
 * detector has to look at again.
 *
 * In:     the publisher's transaction
 * Out:    `recordBlocked` writes what was found in a batch, and forgets what is mended; `textsToRecheck` gives the
 *         requests with approved texts once per feed and version of the detector; `readBlocked` lists
 */
import type pg from 'pg';
import { DETECTOR_VERSION } from '../anonymise/detector/registry.ts';
import type { BlockedText } from './public-texts.ts';

export type RecordBlocked = (codes: readonly string[], blocked: readonly BlockedText[]) => Promise<void>;

/** `codes`: all requests whose texts were looked at, those without any included. */
export function recordBlocked(publisher: pg.PoolClient, now: Date): RecordBlocked {
  return async (codes, blocked) => {
    await publisher.query(
      `delete from publisher.blocked_text known
        where service_request_id = any($1) and not exists (
              select from jsonb_to_recordset($2::jsonb) as found (service_request_id text, field text, event_id bigint)
               where found.service_request_id = known.service_request_id and found.field = known.field
                 and found.event_id is not distinct from known.event_id)`,
      [codes, JSON.stringify(blocked)],
    );
    if (blocked.length === 0) return;
    await publisher.query(
      `insert into publisher.blocked_text as known (service_request_id, field, event_id, reasons, found_at)
       select service_request_id, field, event_id, reasons, $2
         from jsonb_to_recordset($1::jsonb)
           as found (service_request_id text, field text, event_id bigint, reasons text[])
       on conflict (service_request_id, field, event_id) do update
          set reasons = excluded.reasons, found_at = excluded.found_at
        where known.reasons <> excluded.reasons`,
      [JSON.stringify(blocked), now],
    );
  };
}

/** Ids in the triage database; none while the detector is the one that looked last. */
export async function textsToRecheck(
  triage: pg.PoolClient,
  publisher: pg.PoolClient,
  feed: 'live' | 'release',
): Promise<number[]> {
  const { rowCount } = await publisher.query(
    `insert into publisher.text_check as last (feed, detector_version) values ($1, $2)
     on conflict (feed) do update set detector_version = excluded.detector_version
      where last.detector_version <> excluded.detector_version`,
    [feed, DETECTOR_VERSION],
  );
  if (rowCount === 0) return [];
  const { rows } = await triage.query<{ id: number }>(
    `select id from triage.request where public_summary_approved_by is not null
     union select request_id from triage.event where public_note_approved_by is not null`,
  );
  return rows.map((row) => row.id);
}

export interface BlockedTextRow {
  readonly service_request_id: string;
  readonly field: BlockedText['field'];
  readonly event_id: number | null;
  readonly reasons: string[];
  readonly found_at: Date;
}

export async function readBlocked(publisher: Pick<pg.Pool, 'query'>): Promise<BlockedTextRow[]> {
  const { rows } = await publisher.query<BlockedTextRow>(
    'select * from publisher.blocked_text order by found_at, service_request_id, field, event_id',
  );
  return rows;
}
