/**
 * A county with enough requests for publishing to take a while: all three tiers, several months, merged, reopened
 * and withheld ones. The same for the same arguments, but for the public codes.
 */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { publicCode } from '../../db/public-code.ts';
import { smallPack } from '../setup/small-pack.ts';
import { addDimensions } from '../setup/triage-fixture.ts';

export const FIRST_DAY = '2023-01-01';

export async function fillCounty(
  client: pg.Client,
  requests: number,
  months: number,
  pack: Pack = smallPack,
): Promise<void> {
  await addDimensions(client, pack);
  await addRequests(client, 0, requests, `${FIRST_DAY}T00:00:00Z`, months * 30);
  await client.query('analyze');
}

/** Requests numbered from `from`, received evenly over `days` days. */
export async function addRequests(
  client: pg.Client,
  from: number,
  requests: number,
  start: string,
  days: number,
): Promise<void> {
  const bytes = randomBytes(requests * 16);
  let next = 0;
  const codes = Array.from({ length: requests }, () => publicCode(() => bytes[next++ % bytes.length] ?? 0));
  await client.query('begin');
  await client.query(
    `insert into triage.request (service_request_id, source, external_id, service_code, area_code, received_at,
       withheld_reason, public_summary, public_summary_by, public_summary_approved_by)
     select code, 'test', ($2 + i)::text,
            (array['road', 'light', 'clinic', 'road', 'light', 'corruption'])[1 + i % 6],
            (array['north', 'south', 'tiny'])[1 + i / 6 % 3],
            $3::timestamptz + make_interval(secs => i * $4::float8),
            case when i % 50 = 7 then 'abuse' end,
            case when i % 5 = 0 then 'Summary of request ' || i end, 'writer', case when i % 5 = 0 then 'approver' end
       from unnest($1::text[]) with ordinality as c (code, n), lateral (select (n - 1)::int as i) as number`,
    [codes, from, start, (days * 86_400) / requests],
  );
  await client.query(
    `insert into triage.event (request_id, kind, at)
     select r.id, e.kind, e.at
       from triage.request r
       cross join lateral (select r.external_id::int as i) as number
       cross join lateral (values
         ('received', r.received_at),
         ('acknowledged', case when i % 4 > 0 then r.received_at + make_interval(hours => i % 97) end),
         ('resolved', case when i % 3 > 0 then r.received_at + make_interval(hours => 97 + i % 1201) end),
         ('reopened', case when i % 33 = 1 then r.received_at + make_interval(hours => 1300 + i % 200) end),
         ('declined', case when i % 21 = 6 then r.received_at + make_interval(hours => 100 + i % 300) end)) as e (kind, at)
      where e.at is not null and r.source = 'test' and i >= $1 and i < $1 + $2
      order by r.id, e.at`,
    [from, requests],
  );
  await client.query('commit');
}
