/**
 * What the triage database knows of requests that bears on whether their rows still hide: the people behind them and
 * what has truly become of them.
 *
 * In:     the triage snapshot, codes, the moment
 * Out:    by code; nothing for requests that are not there any more
 */
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import type { TriageRequest } from '../anonymise/publishable.ts';
import { stateAt } from '../anonymise/state.ts';
import { readReporters, readRequests } from './read-requests.ts';
import type { Facts } from './withdraw.ts';

export function factsFrom(
  triage: pg.PoolClient,
  policy: PublicationPolicy,
  now: Date,
): (codes: readonly string[]) => Promise<ReadonlyMap<string, Facts>> {
  return async (codes) => {
    const reporters = await readReporters(triage, codes);
    const facts = new Map<string, Facts>();
    for await (const requests of requestsByCode(triage, codes, policy))
      for (const { service_request_id: code, received_at, events } of requests)
        facts.set(code, {
          reporters: reporters.get(code) ?? [],
          outcome: stateAt(received_at, events, now).outcome,
        });
    return facts;
  };
}

export async function* requestsByCode(
  triage: pg.PoolClient,
  codes: readonly string[],
  policy: PublicationPolicy,
): AsyncGenerator<TriageRequest[]> {
  const { rows } = await triage.query<{ id: number }>(
    'select id from triage.request where service_request_id = any($1) order by id',
    [codes],
  );
  yield* readRequests(
    triage,
    rows.map((row) => row.id),
    policy,
  );
}
