/**
 * The rows against themselves and each other: codes that are known, values that are what their column holds, an
 * account that adds up, and cells that follow from the rows.
 *
 * In:     the tables of a release, its description
 * Out:    Findings per check
 */
import { compare } from './compare.ts';
import type { Description } from './description.ts';
import type { Engine } from './engine.ts';
import { type Finding, type Findings, LISTED } from './finding.ts';
import { CELL_KEY, CELL_MEASURES, cellStatements } from './sql/cells.ts';
import { TABLES } from './sql/tables.ts';

export async function checkCells(engine: Engine, { release }: Description): Promise<Findings> {
  for (const statement of cellStatements()) await engine.run(statement);
  return compare(engine, {
    kind: 'cell',
    release,
    published: `select ${CELL_KEY.join(', ')}, hours, requests, requests_at_hours from response_times`,
    recomputed: `select ${CELL_KEY.join(', ')}, hours, requests, requests_at_hours from cell
                  where measure in (${CELL_MEASURES.map((measure) => `'${measure}'`).join(', ')})`,
    key: [...CELL_KEY, 'hours'],
    exact: ['requests', 'requests_at_hours'],
    near: [],
    what: 'measure',
  });
}

/** Values that no dimension knows, that are of another kind, or that contradict their row. */
export async function checkReferences(engine: Engine, { release }: Description): Promise<Findings> {
  const list = (select: string) => listed(engine, release, select);
  const references = [
    `select 'reference' as kind, 'area_code' as what, service_request_id as at, area_code as published, 'no such area' as recomputed
       from requests where area_code not in (select area_code from areas)`,
    `select 'reference', 'area_level', r.service_request_id, r.area_level, a.level from requests r join areas a using (area_code)
      where r.area_level is distinct from a.level`,
    `select 'reference', 'service_code', service_request_id, service_code, 'no such service'
       from requests where service_code not in (select service_code from services union all select '')`,
    `select 'reference', 'service_group', service_request_id, service_group, 'no such group'
       from requests where service_group not in (select service_group from services union all select '')`,
    `select 'reference', 'agency_responsible', service_request_id, agency_responsible, 'no such office'
       from requests where agency_responsible not in (select agency_code from agencies union all select '')`,
    `select 'reference', 'parent_code', area_code, parent_code, 'no such area'
       from areas where parent_code not in (select area_code from areas union all select '')`,
  ];
  const rows = [
    ...Object.keys(TABLES).map(
      (dataset) =>
        `select 'row', '${dataset}.' || name, 'line ' || line, text, 'no such value' from unread_${dataset}`,
    ),
    `select 'row', 'service_request_id', service_request_id, 'more than once', 'once'
       from requests group by service_request_id having count(*) > 1`,
    `select 'row', 'received_period', service_request_id, received_period, 'no period by its disclosure'
       from requests left join period using (received_period)
      where period.received_period is null or length(received_period) <> case disclosure when 'open' then 10 else 7 end`,
    `select 'row', 'disclosure', service_request_id, disclosure, 'open or guarded' from requests where disclosure not in ('open', 'guarded')`,
    `select 'row', 'status', service_request_id, status, 'what its outcome says' from requests
      where status is distinct from case when outcome in ('resolved', 'declined', 'merged') then 'closed' else 'open' end
         or (closed_hours is not null) <> (status = 'closed')`,
    `select 'row', 'outcome', service_request_id, outcome, 'what its hours say' from requests
      where outcome not in ('waiting', 'in_progress', 'resolved', 'reopened', 'declined', 'merged')
         or (resolution_hours is not null) <> (outcome = 'resolved') or resolution_hours <> closed_hours
         or resolution_hours < first_resolution_hours or first_response_hours > closed_hours
         or (reopened and first_resolution_hours is null)`,
    ...['first_response', 'resolution', 'closed', 'first_resolution'].map(
      (name) =>
        `select 'row', '${name}_hours', service_request_id, cast(${name}_hours as varchar), 'no time of the grid' from requests
          where ${name}_hours < 0 or (${name}_hours > 48 and ${name}_hours % 24 <> 0)`,
    ),
    ...['first_response', 'resolution'].map(
      (name) =>
        `select 'row', '${name}_due', service_request_id, cast(${name}_due as varchar), 'a day of receipt or later' from requests
          where ${name}_due < try_cast(received_period as date) or (${name}_due is not null and disclosure <> 'open')`,
    ),
    // The hour of receipt is not public: between these bounds either is possible. An hour for changed clocks.
    ...[
      ['first_response', 'first_response_hours'],
      ['resolution', 'resolution_hours'],
    ].map(
      ([name, hours]) =>
        `select 'row', '${name}_on_time', service_request_id, cast(${name}_on_time as varchar), 'what its hours and due day say'
           from (select *, 24 * date_diff('day', try_cast(received_period as date), ${name}_due) as due,
                        case when ${hours} <= 48 then ${hours} - 1 else ${hours} - 24 end as more_than from requests) r
          where (${name}_on_time is not null and (${name}_due is null or ${hours} is null))
             or (${name}_on_time is null and ${name}_due is not null and ${hours} is not null)
             or (not ${name}_on_time and ${hours} + 1 <= due) or (${name}_on_time and more_than > due + 25)`,
    ),
  ];
  const found = await list([...references, ...rows].join(' union all '));
  return { ...found, checked: await engine.count('select count(*) from requests') };
}

export async function checkAccount(engine: Engine, of: Description): Promise<Findings> {
  const { received, published, merged, withheld, sensitive, pending } = of.accounted_for;
  const sum =
    published + merged + pending + (sensitive ?? 0) + Object.values(withheld).reduce((all, n) => all + n, 0);
  const counted = await engine.rows(
    `select (select count(*) from requests) as requests,
            (select count(*) from requests where outcome <> 'merged') as published,
            (select count(*) from requests where outcome = 'merged') as merged,
            (select sum(requests) from sensitive_counts) as sensitive`,
  );
  const [row = {}] = counted;
  const pairs: readonly (readonly [string, number | null, string | number | null | undefined])[] = [
    ['requests', of.requests, row['requests']],
    ['accounted_for.received', received, sum],
    ['accounted_for.published', published, row['published']],
    ['accounted_for.merged', merged, row['merged']],
    ['accounted_for.sensitive', sensitive, row['sensitive']],
  ];
  const findings = pairs.flatMap(([what, said, found]): Finding[] => {
    const [a, b] = [said, found ?? null].map((value) => (value === null ? 'none' : String(value)));
    if (a === b) return [];
    const at = { kind: 'account', release: of.release, what, where: 'release' } as const;
    return [{ ...at, published: a ?? null, recomputed: b ?? null }];
  });
  return { checked: pairs.length, total: findings.length, findings };
}

async function listed(engine: Engine, release: number, select: string): Promise<Omit<Findings, 'checked'>> {
  await engine.run(`create or replace table found as ${select}`);
  const rows = await engine.rows(`select * from found limit ${LISTED}`);
  return {
    total: await engine.count('select count(*) from found'),
    findings: rows.map((row) => ({
      kind: row['kind'] === 'reference' ? 'reference' : 'row',
      release,
      what: row['what'] ?? '',
      where: row['at'] ?? '',
      published: row['published'] ?? null,
      recomputed: row['recomputed'] ?? null,
    })),
  };
}
