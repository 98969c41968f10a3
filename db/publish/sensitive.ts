/**
 * Counts of what is never published row by row: per group of services and quarter, once the quarter is over,
 * and never revised, so that no difference of two releases says anything.
 *
 * In:     the triage snapshot, the publisher's transaction, the pack, the cut-off
 * Out:    `published.sensitive_count`: from `sensitive_reporters` distinct reporters up, rounded to
 *         `sensitive_rounding`. Where a source does not know reporters, each request counts as one.
 */
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import type { Pack } from '../jurisdictions/types.ts';
import { quarterOf } from '../schema/local-time.ts';
import { servicesOf, TIER } from './account.ts';

export async function writeSensitiveCounts(
  triage: pg.PoolClient,
  publisher: pg.PoolClient,
  pack: Pack,
  policy: PublicationPolicy,
  cutOff: Date,
  release: number,
): Promise<void> {
  const month = policy.time.month(cutOff);
  const quarterStart = policy.time.start(
    `${month.slice(0, 4)}-${String(Math.floor((Number(month.slice(5)) - 1) / 3) * 3 + 1).padStart(2, '0')}`,
  );
  const { rows } = await triage.query<{
    month: string;
    service_code: string;
    reporters: string[];
    requests: number;
  }>(
    `select to_char(r.received_at at time zone $4, 'YYYY-MM') as month, r.service_code, count(distinct r.id)::int as requests,
            array_agg(distinct coalesce('reporter ' || m.reporter_id, 'request ' || r.id)) as reporters
       from triage.request r
       left join triage.request_message l on l.request_id = r.id
       left join triage.message m on m.id = l.message_id
      where r.received_at < $3 and ${TIER} = 'sensitive'
      group by 1, 2`,
    [servicesOf(pack, 'guarded'), servicesOf(pack, 'sensitive'), quarterStart, pack.time_zone],
  );
  const cells = new Map<
    string,
    { quarter: string; service_group: string; requests: number; reporters: Set<string> }
  >();
  for (const row of rows) {
    const quarter = quarterOf(row.month);
    const { service_group } = policy.service(row.service_code);
    const key = `${quarter} ${service_group}`;
    const cell = cells.get(key) ?? { quarter, service_group, requests: 0, reporters: new Set<string>() };
    cell.requests += row.requests;
    for (const reporter of row.reporters) cell.reporters.add(reporter);
    cells.set(key, cell);
  }
  const counts = [...cells.values()].flatMap(({ quarter, service_group, requests, reporters }) => {
    const rounded = roundedCount(requests, reporters.size, policy.recorded);
    return rounded === null ? [] : [{ quarter, service_group, requests: rounded }];
  });
  // A quarter is counted once: the first release after it fixes every group of it, present or absent.
  await publisher.query(
    `insert into published.sensitive_count (quarter, service_group, requests, from_release)
     select quarter, service_group, requests, $2
       from jsonb_to_recordset($1::jsonb) as incoming (quarter text, service_group text, requests integer)
      where incoming.quarter > coalesce((select max(last_quarter) from publisher.counted_quarter), '')`,
    [JSON.stringify(counts), release],
  );
  await publisher.query(
    `insert into publisher.counted_quarter (last_quarter) values ($1) on conflict do nothing`,
    [previousQuarter(quarterOf(month))],
  );
}

/** Null: too few people to say anything. */
function roundedCount(
  requests: number,
  reporters: number,
  policy: { readonly sensitive_reporters: number; readonly sensitive_rounding: number },
): number | null {
  if (reporters < policy.sensitive_reporters) return null;
  const step = policy.sensitive_rounding;
  return Math.max(step, Math.round(requests / step) * step);
}

function previousQuarter(quarter: string): string {
  const [year, q] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  return q === 1 ? `${year - 1}-Q4` : `${year}-Q${q - 1}`;
}
