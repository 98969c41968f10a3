/**
 * What is true, to score attacks with: the guarded and sensitive requests, who stands behind them (as numbers), and
 * which row is whose. No text, no phone, no name is read.
 *
 * In:     a pool of the triage reader, one of the publisher (the only one that knows which row is whose), the
 *         services as they are published; progress
 * Out:    Truth
 * Errors: those of the databases
 */
import type pg from 'pg';
import type { Progress } from '../progress.ts';
import type { PublicView, TrueEvent, TrueRequest, Truth } from './types.ts';

const BATCH = 10_000;

interface Row {
  readonly code: string;
  readonly tier: 'guarded' | 'sensitive';
  readonly withheld: boolean;
  readonly area_code: string;
  readonly service_code: string;
  readonly received_at: number;
  readonly reporters: number[] | null;
  readonly events: [kind: string, at: number][] | null;
}

const REQUESTS = `
  select service_request_id as code, tier, withheld_reason is not null as withheld, area_code, service_code,
         extract(epoch from received_at)::float8 * 1000 as received_at,
         (select array_agg(distinct m.reporter_id::float8) from triage.request_message l
            join triage.message m on m.id = l.message_id
           where l.request_id = r.id and m.reporter_id is not null) as reporters,
         (select json_agg(json_build_array(e.kind, extract(epoch from e.at) * 1000) order by e.at, e.id)
            from triage.event e where e.request_id = r.id and e.kind <> 'received') as events
    from (select id, service_request_id, withheld_reason, area_code, service_code, received_at,
                 case when tier_raised = 'sensitive' or service_code = any($2) then 'sensitive'
                         when tier_raised = 'guarded' or service_code = any($1) then 'guarded' end as tier
            from triage.request where id >= $3 and id < $4) r
   where tier is not null`;

export async function readTruth(
  triage: pg.Pool,
  publisher: pg.Pool,
  services: PublicView['services'],
  progress: Progress,
): Promise<Truth> {
  const of = (tier: string) =>
    [...services.values()].filter((service) => service.tier === tier).map((service) => service.service_code);
  const { rows: range } = await triage.query<{ first: number | null; last: number | null }>(
    'select min(id) as first, max(id) as last from triage.request',
  );
  const [first, last] = [range[0]?.first ?? 0, range[0]?.last ?? -1];
  progress.phase('Reading what is true', Math.max(0, last - first + 1));
  const requests = new Map<string, TrueRequest>();
  for (let from = first; from <= last; from += BATCH) {
    const { rows } = await triage.query<Row>(REQUESTS, [of('guarded'), of('sensitive'), from, from + BATCH]);
    for (const row of rows)
      requests.set(row.code, {
        ...row,
        reporters: row.reporters ?? [],
        events: (row.events ?? []).map(([kind, at]): TrueEvent => ({ kind, at })),
      });
    progress.advance(BATCH);
  }
  const { rows: placed } = await publisher.query<{ record_id: string; code: string }>(
    'select record_id, service_request_id as code from publisher.placement where service_request_id is not null',
  );
  progress.done();
  return { requests, code_of: new Map(placed.map(({ record_id, code }) => [record_id, code])) };
}
