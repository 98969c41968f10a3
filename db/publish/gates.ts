/**
 * What a release must pass before it is published, asked of the rows as they were written and not of the code that
 * made them. A release that fails is not published: its transaction ends as if it had not begun.
 *
 * In:     the publisher's transaction, after the rows of the release were written
 * Errors: ReleaseGateError that says which gates failed and by how much; it names no request
 */
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import { PublishError } from './publisher-transaction.ts';

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
  /** said of `n`, the number of offences */
  readonly failure: (n: number) => string;
  /** counts offences; $1 the release, $2 k, $3 the step of sensitive counts */
  readonly sql: string;
}

const GATES: readonly Gate[] = [
  {
    failure: (n) => `${n} cells of new guarded rows have fewer rows than k`,
    sql: `select count(*) from (
            select from published.request_version v join publisher.placement p on p.record_id = v.service_request_id
             where p.placed_release = $1 and v.from_release = $1
             group by v.area_code, v.service_code, v.service_group, v.received_period
            having count(*) < $2) cell`,
  },
  {
    failure: (n) => `${n} new guarded rows were placed in a cell of fewer people than k`,
    sql: 'select count(*) from publisher.placement where placed_release = $1 and cell_reporters < $2',
  },
  {
    failure: (n) => `${n} guarded rows have a day, a due day, a summary or a punctuality`,
    sql: `select count(*) from published.request_version
           where to_release is null and disclosure = 'guarded'
             and (length(received_period) > 7 or num_nonnulls(public_summary, first_response_due, resolution_due,
                  first_response_on_time, resolution_on_time) > 0)`,
  },
  {
    failure: (n) => `${n} guarded rows are not where the ladder placed them`,
    sql: `select count(*) from published.request_version v left join publisher.placement p on p.record_id = v.service_request_id
           where v.to_release is null and v.disclosure = 'guarded'
             and (p.area_code, p.service_code, p.service_group, p.received_period)
                 is distinct from (v.area_code, v.service_code, v.service_group, v.received_period)`,
  },
  {
    failure: (n) => `${n} rows stand under the code of a status page that is not open`,
    sql: `select count(*) from published.request_version v join publisher.placement p on p.service_request_id = v.service_request_id
           where v.to_release is null and p.record_id <> p.service_request_id`,
  },
  {
    failure: (n) => `${n} sensitive counts are not rounded`,
    sql: 'select count(*) from published.sensitive_count where to_release is null and requests % $3 <> 0',
  },
];

export async function checkGates(
  publisher: pg.PoolClient,
  policy: PublicationPolicy,
  release: number,
): Promise<void> {
  const failures: string[] = [];
  const { k, sensitive_rounding } = policy.recorded;
  for (const { failure, sql } of GATES) {
    const { rows } = await publisher.query<{ count: number }>(
      `with setting (release, k, step) as (values ($1::int, $2::int, $3::int)) ${sql}`,
      [release, k, sensitive_rounding],
    );
    const count = Number(rows[0]?.count ?? 0);
    if (count > 0) failures.push(failure(count));
  }
  if (failures.length > 0) throw new ReleaseGateError(release, failures);
}
