/**
 * What a release says of its guarded rows: how precisely they were published, and the risk that is left.
 *
 * In:     the publisher's transaction, after the rows of the release were written
 * Out:    PrivacyStatement. Counts over the whole jurisdiction; nothing of a cell but the smallest one's size
 */
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import type { LadderStep, PrivacyStatement } from '../schema/published.ts';

/** The rows of release $1. */
const AT = 'v.from_release <= $1 and (v.to_release is null or v.to_release > $1)';

export async function privacyStatement(
  publisher: pg.PoolClient,
  policy: PublicationPolicy,
  release: number,
): Promise<PrivacyStatement> {
  const { rows } = await publisher.query<LadderStep & { requests: number; added: number }>(
    `select v.area_level,
            case when v.service_code is not null then 'service' when v.service_group is not null then 'group' else 'any' end as service,
            count(*)::int as requests, (count(*) filter (where p.placed_release = $1))::int as added
       from published.request_version v join publisher.placement p on p.record_id = v.service_request_id
      where ${AT} and v.disclosure = 'guarded'
      group by 1, 2`,
    [release],
  );
  const risk = await publisher.query<{ rows: number | null; reporters: number | null }>(
    `select min(p.cell_rows) as rows, min(p.cell_reporters) as reporters
       from published.request_version v join publisher.placement p on p.record_id = v.service_request_id
      where ${AT} and v.disclosure = 'guarded' and p.cell_rows > 0`,
    [release],
  );
  const others = await publisher.query<{ held: number; blocked: number }>(
    `select (select count(*)::int from publisher.held_request) as held,
            -- Of reports that have a row for all to see: one of a sensitive report would tell that there is one.
            (select count(*)::int from publisher.blocked_text b
              where exists (select from published.request_version v
                             where v.service_request_id = b.service_request_id and v.disclosure = 'open'
                               and v.to_release is null)) as blocked`,
  );
  const fewest = risk.rows[0]?.rows ?? null;
  return {
    k: policy.recorded.k,
    steps: stepsOf(policy, rows).map((step) => {
      const found = rows.find((row) => row.area_level === step.area_level && row.service === step.service);
      return { ...step, requests: found?.requests ?? 0, added: found?.added ?? 0 };
    }),
    held: others.rows[0]?.held ?? 0,
    smallest_cell: risk.rows[0]?.reporters ?? null,
    largest_linkage: fewest === null ? null : 1 / fewest,
    blocked_texts: others.rows[0]?.blocked ?? 0,
  };
}

/** The ladder in force, and steps of an earlier one that rows were placed by. */
function stepsOf(policy: PublicationPolicy, rows: readonly LadderStep[]): LadderStep[] {
  const known = (step: LadderStep) =>
    policy.ladder.some((one) => one.area_level === step.area_level && one.service === step.service);
  const earlier = rows
    .filter((row) => !known(row))
    .map(({ area_level, service }) => ({ area_level, service }));
  return [...policy.ladder, ...earlier];
}
