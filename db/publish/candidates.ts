/**
 * Requests whose row may differ from the release before: changed since it was cut (or their texts to be
 * looked at again by a new detector), with something happening
 * between the two cut-offs, or with something that comes to be seen between them (guarded rows show an event only
 * as long after their month's end as it came after receipt).
 *
 * In:     both databases, the pack and its policy, the last release (null: none), the new cut-off
 * Out:    ids in the triage database, and the cursor of the change feed
 */
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import type { Pack } from '../jurisdictions/types.ts';
import { servicesOf } from './account.ts';
import { textsToRecheck } from './blocked-texts.ts';
import { readChanges, readCursor } from './change-feed.ts';
import { readHeld } from './places.ts';

/** Always the same order, and none that tells of receipt: rows lie on the disk as they are written. */
const SHUFFLED = 'order by md5(id::text)';

export async function candidates(
  triage: pg.PoolClient,
  publisher: pg.PoolClient,
  pack: Pack,
  policy: PublicationPolicy,
  last: { readonly cut_off: Date } | null,
  cutOff: Date,
): Promise<{ ids: number[]; cursor: string }> {
  const recheck = await textsToRecheck(triage, publisher, 'release');
  if (last === null) {
    const { cursor } = await readChanges(triage, null);
    const { rows } = await triage.query<{ id: number }>(
      `select id from triage.request where received_at < $1 ${SHUFFLED}`,
      [cutOff],
    );
    return { ids: rows.map((row) => row.id), cursor };
  }
  const changes = await readChanges(triage, await readCursor(publisher, 'release'));
  // Published hours are rounded up to whole days, so an event is seen up to a day after the instant reckoned here;
  // no month is longer than 31 days, and clocks are moved by hours.
  const { rows } = await triage.query<{ id: number }>(
    `select id from (
     select id from triage.request
      where received_at < $2 and (id = any($3::bigint[]) or received_at >= $1 or service_request_id = any($6))
     union
     select e.request_id from triage.event e join triage.request r on r.id = e.request_id
      where e.at >= $7 and e.at < $2 and r.received_at < $2
     union
     select e.request_id from triage.event e join triage.request r on r.id = e.request_id
      where e.at >= $7::timestamptz - interval '34 days' and e.at < $2 and r.received_at < $2
        and (r.tier_raised = 'guarded' or r.service_code = any($5))
        and (date_trunc('month', r.received_at at time zone $4) + interval '1 month') at time zone $4
            + (e.at - r.received_at) between $7::timestamptz - interval '27 hours' and $2::timestamptz + interval '3 hours'
     ) candidate (id) ${SHUFFLED}`,
    [
      policy.time.start(policy.time.month(last.cut_off)),
      cutOff,
      [...changes.ids, ...recheck],
      pack.time_zone,
      servicesOf(pack, 'guarded'),
      await readHeld(publisher),
      last.cut_off,
    ],
  );
  return { ids: rows.map((row) => row.id), cursor: changes.cursor };
}
