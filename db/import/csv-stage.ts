/**
 * Takes one batch of requests into the triage database: COPY into a temporary table, then sets.
 *
 * In:     a connection on which `createStage` has run, the source's name, requests
 * Out:    counts, and the requests that contradict the history that is kept; one transaction
 * Errors: those of the database; nothing of the batch is kept then
 *
 * What is known already stays as it is: its code, its receipt, its past. What changed is updated, and events are
 * added for what has happened since. A source tells no time of reopening: a request that it shows as open again
 * was reopened now; one that it shows as closed later than before had been reopened when it was first closed.
 */
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { publicCode } from '../public-code.ts';
import type { StagedRequest } from './csv-row.ts';
import type { Rejected } from './rejects.ts';

export interface BatchResult {
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: readonly Rejected[];
}

const STAGE = `create temporary table if not exists import_stage (
  row_number integer not null, external_id text not null, service_request_id text not null,
  service_code text not null, area_code text not null, agency_responsible text,
  lat double precision, long double precision, received_at timestamptz not null,
  acknowledged_at timestamptz, closed_at timestamptz, expected_at timestamptz,
  request_id bigint, verdict text,
  add_acknowledged timestamptz, add_reopened timestamptz, add_resolved timestamptz
) on commit delete rows`;

const COPY = `copy import_stage (row_number, external_id, service_request_id, service_code, area_code,
  agency_responsible, lat, long, received_at, acknowledged_at, closed_at, expected_at) from stdin`;

/** What is known of each staged request, and what would have to be added to its history. */
const COMPARE = `
  update import_stage s set (request_id, verdict, add_acknowledged, add_reopened, add_resolved) =
    (k.request_id,
     case when k.received_at <> s.received_at then 'received'
          when k.acknowledged_at <> s.acknowledged_at then 'acknowledged'
          when k.last_kind = 'resolved' and k.final_at < k.resolved_at then 'closed'
          when k.differs then 'changed' end,
     case when k.acknowledged_at is null then s.acknowledged_at end,
     case when k.last_kind <> 'resolved' then null
          when s.closed_at is null then greatest(now(), k.resolved_at)
          when k.final_at > k.resolved_at then k.resolved_at end,
     case when s.closed_at is null or k.last_kind in ('declined', 'merged') then null
          when k.last_kind = 'resolved' and k.final_at <= k.resolved_at then null
          else k.final_at end)
  from (
    select p.row_number, r.id as request_id, r.received_at, h.acknowledged_at, h.resolved_at, h.last_kind,
           greatest(p.closed_at, h.reopened_at) as final_at,
           (r.service_code, r.area_code, r.agency_responsible, r.lat, r.long, r.expected_at) is distinct from
           (p.service_code, p.area_code, p.agency_responsible,
            case when r.erased_at is null then p.lat end, case when r.erased_at is null then p.long end,
            p.expected_at) as differs
      from import_stage p
      join triage.request r on r.source = $1 and r.external_id = p.external_id
      cross join lateral (
        select min(e.at) filter (where e.kind = 'acknowledged') as acknowledged_at,
               max(e.at) filter (where e.kind = 'resolved') as resolved_at,
               max(e.at) filter (where e.kind = 'reopened') as reopened_at,
               coalesce((array_agg(e.kind order by e.at desc, e.id desc)
                 filter (where e.kind in ('resolved', 'declined', 'merged', 'reopened')))[1], 'none') as last_kind
          from triage.event e where e.request_id = r.id) h
  ) k
  where k.row_number = s.row_number`;

const SETTLE = `
  update import_stage set verdict = case
    when coalesce(add_acknowledged, add_reopened, add_resolved) is not null then 'changed' else 'unchanged' end
  where request_id is not null and verdict is null`;

/** Rows of requests that were erased whole are not taken in again, and leave no trace. */
const ERASED = `
  update import_stage s set request_id = 0, verdict = 'unchanged'
    from triage.erased_request e where e.source = $1 and e.external_id = s.external_id and s.request_id is null`;

const TAKEN = `
  select s.row_number from import_stage s join triage.request r using (service_request_id)
   where s.request_id is null
  union all
  select max(row_number) from import_stage where request_id is null
   group by service_request_id having count(*) > 1`;

// The sender of a row of a file is given no link, so the request has no secret.
const INSERT = `
  with added as (
    insert into triage.request (service_request_id, source, external_id, service_code, area_code,
      agency_responsible, lat, long, status, received_at, expected_at, secret)
    select service_request_id, $1, external_id, service_code, area_code, agency_responsible, lat, long,
      case when closed_at is null then 'open' else 'closed' end, received_at, expected_at, null
      from import_stage where request_id is null order by row_number
    returning id, external_id)
  update import_stage s
     set request_id = added.id, verdict = 'new', add_acknowledged = s.acknowledged_at, add_resolved = s.closed_at
    from added where added.external_id = s.external_id`;

const UPDATE = `
  update triage.request r
     set service_code = s.service_code, area_code = s.area_code, agency_responsible = s.agency_responsible,
         lat = s.lat, long = s.long, expected_at = s.expected_at
    from import_stage s
   where s.verdict = 'changed' and r.id = s.request_id`;

const EVENTS = `
  insert into triage.event (request_id, kind, at, agency_responsible)
  select s.request_id, e.kind, e.at, e.agency
    from import_stage s
    cross join lateral (values
      (1, 'received', case when s.verdict = 'new' then s.received_at end, null),
      (2, 'acknowledged', s.add_acknowledged, s.agency_responsible),
      (3, 'reopened', s.add_reopened, null),
      (4, 'resolved', s.add_resolved, s.agency_responsible)) e (rank, kind, at, agency)
   where s.verdict in ('new', 'changed') and e.at is not null
   order by s.row_number, e.at, e.rank`;

const CONFLICTS: Readonly<Record<string, string>> = {
  received: 'its time of receipt is another than when it was first imported; a receipt is never moved',
  acknowledged:
    'its time of first response is another than when it was first imported; history is never rewritten',
  closed: 'its time of closing is earlier than the one that was imported before; history is never rewritten',
};

export async function createStage(client: pg.PoolClient): Promise<void> {
  await client.query(STAGE);
}

export async function dropStage(client: pg.PoolClient): Promise<void> {
  await client.query('drop table if exists pg_temp.import_stage');
}

export async function takeBatch(
  client: pg.PoolClient,
  source: string,
  requests: readonly StagedRequest[],
  randomByte: () => number,
): Promise<BatchResult> {
  await client.query('begin');
  try {
    await pipeline([copyLines(requests, randomByte)], client.query(copyFrom(COPY)));
    await client.query('analyze import_stage');
    await client.query(COMPARE, [source]);
    await client.query(SETTLE);
    await client.query(ERASED, [source]);
    await replaceTakenCodes(client, randomByte);
    await client.query(INSERT, [source]);
    await client.query(UPDATE);
    await client.query(EVENTS);
    const result = await countVerdicts(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function countVerdicts(client: pg.PoolClient): Promise<BatchResult> {
  const counts = await client.query<{ verdict: string; count: number }>(
    `select verdict, count(*)::int as count from import_stage group by verdict`,
  );
  const of = (verdict: string) => counts.rows.find((row) => row.verdict === verdict)?.count ?? 0;
  const conflicts = await client.query<{ row_number: number; external_id: string; verdict: string }>(
    `select row_number, external_id, verdict from import_stage where verdict = any($1) order by row_number`,
    [Object.keys(CONFLICTS)],
  );
  return {
    accepted: of('new') + of('changed'),
    unchanged: of('unchanged'),
    rejected: conflicts.rows.map(({ row_number, external_id, verdict }) => ({
      row: row_number,
      external_id,
      reason: CONFLICTS[verdict] ?? verdict,
    })),
  };
}

/** Two requests never share a code. That two are equal by chance is all but impossible, and handled. */
async function replaceTakenCodes(client: pg.PoolClient, randomByte: () => number): Promise<void> {
  for (;;) {
    const taken = await client.query<{ row_number: number }>(TAKEN);
    if (taken.rows.length === 0) return;
    for (const { row_number } of taken.rows)
      await client.query('update import_stage set service_request_id = $1 where row_number = $2', [
        publicCode(randomByte),
        row_number,
      ]);
  }
}

/** COPY's text format. */
function copyLines(requests: readonly StagedRequest[], randomByte: () => number): string {
  const time = (at: number | null) => (at === null ? '\\N' : new Date(at).toISOString());
  let lines = '';
  for (const r of requests)
    lines += `${[
      r.row,
      r.external_id.replaceAll('\\', '\\\\'),
      publicCode(randomByte),
      r.service_code,
      r.area_code,
      r.agency_responsible ?? '\\N',
      r.lat ?? '\\N',
      r.long ?? '\\N',
      time(r.received_at),
      time(r.acknowledged_at),
      time(r.closed_at),
      time(r.expected_at),
    ].join('\t')}\n`;
  return lines;
}
