/**
 * What a release must pass before it is published, asked of the rows as they were written and not of the code that
 * made them. A release that fails is not published: its transaction ends as if it had not begun.
 *
 * In:     the publisher's transaction, after the rows of the release were written; the codes of requests that may
 *         have no row, as the triage database has them
 * Out:    every gate with what is wrong, if anything. It names no request
 */
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import type { Pack } from '../jurisdictions/types.ts';
import { servicesOf, TIER } from './account.ts';
import { PublishError } from './publisher-transaction.ts';

export interface GateResult {
  /** what must hold */
  readonly gate: string;
  /** what is wrong; null: it holds */
  readonly failure: string | null;
}

export class ReleaseGateError extends PublishError {
  readonly failures: readonly string[];
  constructor(release: number, failures: readonly string[]) {
    super(
      `Release ${release} was not published, since it would expose people:\n${failures.map((failure) => `  - ${failure}`).join('\n')}\n` +
        'Nothing was changed. Please report this: the anonymiser should never have made such a release.',
    );
    this.name = 'ReleaseGateError';
    this.failures = failures;
  }
}

interface Gate {
  readonly gate: string;
  /** said of `n`, the number of offences */
  readonly failure: (n: number) => string;
  /** counts offences; names of `setting` stand for what the policy says */
  readonly sql: string;
}

const GATES: readonly Gate[] = [
  {
    gate: 'every cell of new guarded rows has k rows or more',
    failure: (n) => `${n} cells of new guarded rows have fewer rows than k`,
    sql: `select count(*) from (
            select from published.request_version v join publisher.placement p on p.record_id = v.service_request_id
             where p.placed_release = $1 and v.from_release = $1
             group by v.area_code, v.service_code, v.service_group, v.received_period
            having count(*) < $2) cell`,
  },
  {
    gate: 'every new guarded row was placed among k people or more',
    failure: (n) => `${n} new guarded rows were placed in a cell of fewer people than k`,
    sql: 'select count(*) from publisher.placement where placed_release = $1 and cell_reporters < $2',
  },
  {
    gate: 'no guarded row has a day, a due day, a summary or a punctuality',
    failure: (n) => `${n} guarded rows have a day, a due day, a summary or a punctuality`,
    sql: `select count(*) from published.request_version
           where to_release is null and disclosure = 'guarded'
             and (length(received_period) > 7 or num_nonnulls(public_summary, first_response_due, resolution_due,
                  first_response_on_time, resolution_on_time) > 0)`,
  },
  {
    gate: 'every guarded row is where the ladder placed it',
    failure: (n) => `${n} guarded rows are not where the ladder placed them`,
    sql: `select count(*) from published.request_version v left join publisher.placement p on p.record_id = v.service_request_id
           where v.to_release is null and v.disclosure = 'guarded'
             and (p.area_code, p.service_code, p.service_group, p.received_period)
                 is distinct from (v.area_code, v.service_code, v.service_group, v.received_period)`,
  },
  {
    gate: 'no row stands under the code of a status page that is not open',
    failure: (n) => `${n} rows stand under the code of a status page that is not open`,
    sql: `select count(*) from published.request_version v join publisher.placement p on p.service_request_id = v.service_request_id
           where v.to_release is null and p.record_id <> p.service_request_id`,
  },
  {
    gate: 'no step of a request is published without its open row',
    failure: (n) => `${n} steps are published of requests that have no open row`,
    sql: `select count(*) from published.request_event e
           where e.to_release is null and not exists (select from published.request_version v
                  where v.service_request_id = e.service_request_id and v.to_release is null and v.disclosure = 'open')`,
  },
  {
    gate: 'no sensitive or withheld request has a row',
    failure: (n) => `${n} sensitive or withheld requests have a row`,
    sql: `select count(*) from published.request_version v left join publisher.placement p on p.record_id = v.service_request_id
           where v.to_release is null and (v.service_request_id = any($6) or p.service_request_id = any($6))`,
  },
  {
    gate: 'no new row is in an area of too few people',
    failure: (n) => `${n} new rows are in an area of too few people`,
    sql: `select count(*) from published.request_version v
            join published.area a on a.area_code = v.area_code and a.to_release is null
            left join publisher.placement p on p.record_id = v.service_request_id
           where v.from_release = $1 and coalesce(p.placed_release, $1) = $1
             and a.parent_code is not null and a.population < $4`,
  },
  {
    gate: 'every new sensitive count is rounded',
    failure: (n) => `${n} new sensitive counts are not rounded`,
    // The threshold is of people, who can stand behind fewer requests: ten behind four are counted as five.
    sql: `select count(*) from published.sensitive_count
           where from_release = $1 and to_release is null and (requests % $3 <> 0 or requests < $3)`,
  },
];

export async function checkGates(
  publisher: pg.PoolClient,
  policy: PublicationPolicy,
  release: number,
  unpublishable: readonly string[],
): Promise<GateResult[]> {
  const { k, sensitive_rounding, area_population, sensitive_reporters } = policy.recorded;
  const results: GateResult[] = [];
  for (const { gate, failure, sql } of GATES) {
    const { rows } = await publisher.query<{ count: number }>(
      `with setting as (select $1::int, $2::int, $3::int, $4::int, $5::int, $6::text[]) ${sql}`,
      [release, k, sensitive_rounding, area_population, sensitive_reporters, unpublishable],
    );
    const count = Number(rows[0]?.count ?? 0);
    results.push({ gate, failure: count > 0 ? failure(count) : null });
  }
  return results;
}

/** Codes of requests that are sensitive or withheld, asked of the triage database in its own words. */
export async function unpublishable(triage: pg.PoolClient, pack: Pack): Promise<string[]> {
  const { rows } = await triage.query<{ code: string }>(
    `select service_request_id as code from triage.request where withheld_reason is not null or ${TIER} = 'sensitive'`,
    [servicesOf(pack, 'guarded'), servicesOf(pack, 'sensitive')],
  );
  return rows.map((row) => row.code);
}
