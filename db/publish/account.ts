/**
 * The account of a release: received = published + merged + withheld + sensitive + pending.
 *
 * In:     the triage snapshot and the publisher's transaction, after the rows of the release were written
 * Out:    AccountedFor. The sensitive are the sum of the rounded quarterly counts and nothing finer, so that
 *         the account tells nothing that these counts do not.
 *
 * Guarded reports of a month that is not over count among the pending in multiples of k, rounded down: the exact
 * number of one release less that of the one before would tell that, say, a single one came in a certain week.
 */
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import type { Pack } from '../jurisdictions/types.ts';
import type { AccountedFor } from '../schema/published.ts';
import { countSilenced, readSilenced } from './silenced.ts';

export async function account(
  triage: pg.PoolClient,
  publisher: pg.PoolClient,
  pack: Pack,
  policy: PublicationPolicy,
  cutOff: Date,
): Promise<AccountedFor> {
  const guardedUntil = policy.time.start(policy.time.month(cutOff));
  const { rows } = await triage.query<{
    tier: string;
    withheld_reason: string | null;
    held: boolean;
    requests: number;
  }>(
    `select ${TIER} as tier, withheld_reason, received_at >= $3 as held, count(*)::int as requests
       from triage.request where received_at < $4 and service_request_id <> all ($5) group by 1, 2, 3`,
    [
      servicesOf(pack, 'guarded'),
      servicesOf(pack, 'sensitive'),
      guardedUntil,
      cutOff,
      await readSilenced(publisher),
    ],
  );
  const withheld: Record<string, number> = {};
  let fresh = 0;
  for (const { tier, withheld_reason: reason, held, requests } of rows) {
    if (tier === 'sensitive') continue;
    if (reason !== null) withheld[reason] = (withheld[reason] ?? 0) + requests;
    else if (tier === 'guarded' && held) fresh += requests;
  }
  for (const [reason, requests] of Object.entries(await countSilenced(publisher)))
    if (requests > 0) withheld[reason] = (withheld[reason] ?? 0) + requests;
  const current = await publisher.query<{ published: number; merged: number }>(
    `select count(*) filter (where outcome <> 'merged')::int as published, count(*) filter (where outcome = 'merged')::int as merged
       from published.request_version where to_release is null`,
  );
  const counted = await publisher.query<{ sensitive: number | null }>(
    'select sum(requests)::int as sensitive from published.sensitive_count where to_release is null',
  );
  const waiting = await publisher.query<{ held: number }>(
    'select count(*)::int as held from publisher.held_request',
  );
  const { k } = policy.recorded;
  const pending = Math.floor(fresh / k) * k + (waiting.rows[0]?.held ?? 0);
  const { published = 0, merged = 0 } = current.rows[0] ?? {};
  const sensitive = counted.rows[0]?.sensitive ?? null;
  const others = Object.values(withheld).reduce((sum, n) => sum + n, 0) + (sensitive ?? 0) + pending;
  return {
    received: published + merged + others,
    published,
    merged,
    withheld: sorted(withheld),
    sensitive,
    pending,
  };
}

/** The tier of a request in SQL: the stricter of its service's ($1 guarded, $2 sensitive services) and its own. */
export const TIER = `case
    when tier_raised = 'sensitive' or service_code = any($2::text[]) then 'sensitive'
    when tier_raised = 'guarded' or service_code = any($1::text[]) then 'guarded'
    else 'open' end`;

export function servicesOf(pack: Pack, tier: 'guarded' | 'sensitive'): string[] {
  return pack.services.filter((service) => service.tier === tier).map((service) => service.service_code);
}

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
