/**
 * Published beside recomputed: what is on one side only, what is there more than once, what differs.
 *
 * In:     two relations with the same key; the columns to compare
 * Out:    Findings: how many were compared, how many differ, the first of them
 * Law:    measures of double precision are the same within 1e-9 of their size, everything else to the letter
 */
import type { Engine } from './engine.ts';
import { type Finding, type Findings, LISTED } from './finding.ts';

export const MACROS: readonly string[] = [
  `create macro near(a, b) as (a is null and b is null) or coalesce(abs(a - b) <= 1e-9 * greatest(abs(a), abs(b)) + 1e-13, false)`,
];

export interface Comparison {
  readonly kind: Finding['kind'];
  readonly release: number;
  /** SQL that gives the published side, with the key */
  readonly published: string;
  readonly recomputed: string;
  readonly key: readonly string[];
  readonly exact: readonly string[];
  readonly near: readonly string[];
  /** of the key, what a finding is headed by; the rest tells where */
  readonly what: string;
}

export async function compare(engine: Engine, comparison: Comparison): Promise<Findings> {
  const { key, exact, near, what } = comparison;
  const differs = [
    ...exact.map((name) => [name, `p.${name} is distinct from r.${name}`] as const),
    ...near.map((name) => [name, `not near(p.${name}, r.${name})`] as const),
  ];
  const shown = (side: 'p' | 'r') =>
    `array_to_string(list_filter([${differs
      .map(
        ([name, is]) =>
          `case when ${is} then '${name} ' || coalesce(cast(${side}.${name} as varchar), 'none') end`,
      )
      .join(', ')}], x -> x is not null), ', ')`;
  const where = key
    .filter((name) => name !== what)
    .map(
      (name) =>
        `case when coalesce(cast(k.${name} as varchar), '') not in ('', 'false') then '${name} ' || cast(k.${name} as varchar) end`,
    );
  const on = key.map((name) => `p.${name} is not distinct from r.${name}`).join(' and ');
  await engine.run('drop table if exists difference');
  await engine.run(
    `create table difference as
       with p as (select *, true as is_there, count(*) over (partition by ${key.join(', ')}) as times from (${comparison.published})),
            r as (select *, true as is_there from (${comparison.recomputed}))
       select {${key.map((name) => `'${name}': coalesce(p.${name}, r.${name})`).join(', ')}} as k,
              case when p.is_there is null then null when r.is_there is null then 'it is published'
                   when p.times > 1 then cast(p.times as varchar) || ' times' else ${shown('p')} end as published,
              case when r.is_there is null then null when p.is_there is null then 'it follows from the rows'
                   when p.times > 1 then 'once' else ${shown('r')} end as recomputed
         from p full join r on ${on}
        where p.is_there is null or r.is_there is null or p.times > 1 or ${differs.map(([, is]) => `(${is})`).join(' or ')}`,
  );
  const listed = await engine.rows(
    `select cast(k.${what} as varchar) as what, array_to_string(list_filter([${where.join(', ')}], x -> x is not null), ', ') as at,
            published, recomputed from difference order by 1, 2 limit ${LISTED}`,
  );
  return {
    checked: await engine.count(`select count(*) from (${comparison.published})`),
    total: await engine.count('select count(*) from difference'),
    findings: listed.map((row) => ({
      kind: comparison.kind,
      release: comparison.release,
      what: row['what'] ?? '',
      where: row['at'] || 'whole jurisdiction',
      published: row['published'] ?? null,
      recomputed: row['recomputed'] ?? null,
    })),
  };
}
