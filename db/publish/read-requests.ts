/**
 * Reads triage requests for the anonymiser, in batches, inside one snapshot.
 *
 * In:     a client in a repeatable-read transaction on the triage database, and ids
 * Out:    TriageRequest: no text of a message, no phone, no id of a reporter is ever selected; a summary or a
 *         note that no second person has approved, or that the detector stopped, is null already here. `record` is
 *         told of the stopped ones.
 */
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import type { TriageRequest } from '../anonymise/publishable.ts';
import { tierOf } from '../anonymise/publishable.ts';
import type { EventKind, Tier, WithheldReason } from '../schema/triage.ts';
import type { RecordBlocked } from './blocked-texts.ts';
import { approvedText, type BlockedText, blockedTexts, type PublicText } from './public-texts.ts';

const BATCH = 5_000;

/** A snapshot of the triage database: everything `work` reads is of one moment. */
export async function withTriageSnapshot<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}

/** Whether the database holds invented requests: everything published of it says so. */
export async function isDemonstration(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select exists (select from triage.request where source = 'demonstration') as found`,
  );
  return rows[0]?.found ?? false;
}

export async function* readRequests(
  client: pg.PoolClient,
  ids: readonly number[],
  policy: PublicationPolicy,
  record?: RecordBlocked,
): AsyncGenerator<TriageRequest[]> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const { rows } = await client.query<TriageRow>(SELECT, [ids.slice(from, from + BATCH)]);
    const blocked = await blockedTexts(client, rows.flatMap(textsOf));
    await record?.(
      rows.map((row) => row.service_request_id),
      blocked,
    );
    const stopped = new Set(blocked.map(keyOf));
    yield rows.map((row) => toRequest(row, policy, stopped));
  }
}

const keyOf = ({ service_request_id, event_id }: Pick<BlockedText, 'service_request_id' | 'event_id'>) =>
  `${service_request_id}/${event_id ?? 'summary'}`;

function textsOf({ service_request_id, public_summary, events }: TriageRow): PublicText[] {
  const summary = public_summary === null ? [] : [{ event_id: null, text: public_summary }];
  const notes = (events ?? []).flatMap(([, , event_id, , note]) =>
    note === null ? [] : [{ event_id, text: note }],
  );
  return [
    ...summary.map((text) => ({ service_request_id, field: 'public_summary' as const, ...text })),
    ...notes.map((text) => ({ service_request_id, field: 'public_note' as const, ...text })),
  ];
}

/** Who stands behind requests, as numbers that mean nothing elsewhere: for the ladder, which counts people. */
export async function readReporters(
  client: pg.PoolClient,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await client.query<{ service_request_id: string; reporters: number[] }>(
    `select r.service_request_id, array_agg(distinct m.reporter_id) as reporters
       from triage.request r join triage.request_message l on l.request_id = r.id
       join triage.message m on m.id = l.message_id and m.reporter_id is not null
      where r.service_request_id = any($1)
      group by 1`,
    [codes],
  );
  return new Map(rows.map((row) => [row.service_request_id, row.reporters.map(Number)]));
}

interface TriageRow {
  service_request_id: string;
  service_code: string;
  area_code: string;
  agency_responsible: string | null;
  received_at: Date;
  expected_at: Date | null;
  tier_raised: 'guarded' | 'sensitive' | null;
  public_summary: string | null;
  withheld_reason: WithheldReason | null;
  merged_into: string | null;
  merged_service: string | null;
  merged_raised: Tier | null;
  reporters: number;
  secret: Buffer | null;
  events: [kind: EventKind, at_ms: number, id: number, agency: string | null, note: string | null][] | null;
}

const SELECT = `
  select r.service_request_id, r.service_code, r.area_code, r.agency_responsible, r.received_at, r.expected_at,
         r.tier_raised, r.withheld_reason, r.secret,
         ${approvedText('r.public_summary')} as public_summary,
         case when d.withheld_reason is null then d.service_request_id end as merged_into, d.service_code as merged_service, d.tier_raised as merged_raised,
         (select count(distinct m.reporter_id)::int from triage.request_message l
            join triage.message m on m.id = l.message_id where l.request_id = r.id) as reporters,
         (select json_agg(json_build_array(e.kind, extract(epoch from e.at) * 1000, e.id, e.agency_responsible,
                   ${approvedText('e.public_note')}))
            from triage.event e where e.request_id = r.id) as events
    from triage.request r left join triage.request d on d.id = r.duplicate_of
   where r.id = any($1::bigint[])
   order by r.service_request_id`;

function toRequest(row: TriageRow, policy: PublicationPolicy, stopped: ReadonlySet<string>): TriageRequest {
  const { merged_into, merged_service, merged_raised, events, public_summary, ...rest } = row;
  const { service_request_id } = row;
  return {
    ...rest,
    public_summary: stopped.has(keyOf({ service_request_id, event_id: null })) ? null : public_summary,
    merged_into:
      merged_into === null || merged_service === null
        ? null
        : {
            service_request_id: merged_into,
            tier: tierOf(policy.service(merged_service).tier, merged_raised),
          },
    events: (events ?? []).map(([kind, at, id, agency_responsible, note]) => ({
      kind,
      at: new Date(at),
      id,
      agency_responsible,
      note: stopped.has(keyOf({ service_request_id, event_id: id })) ? null : note,
    })),
  };
}
