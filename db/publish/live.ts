/**
 * Brings the live status of requests up to date with the triage database.
 *
 * In:     both databases, the pack, the time
 * Out:    how many requests were looked at, and how many status pages changed
 * Errors: PublisherBusyError; RangeError for a service or area that the pack does not have
 */
import type pg from 'pg';
import { type PublicationPolicy, publicationPolicy } from '../anonymise/policy.ts';
import { liveRow, type ReleaseRow, type TriageRequest } from '../anonymise/publishable.ts';
import type { Connection } from '../connect.ts';
import type { Pack } from '../jurisdictions/types.ts';
import type { Progress } from '../progress.ts';
import type { PublishedDatabase } from '../schema/published.ts';
import type { TriageDatabase } from '../schema/triage.ts';
import { readAreas } from './areas.ts';
import { readChanges, readCursor, writeCursor } from './change-feed.ts';
import { publisherTransaction } from './publisher-transaction.ts';
import { isDemonstration, readRequests, withTriageSnapshot } from './read-requests.ts';

export interface PublishJob {
  readonly triage: Connection<TriageDatabase>;
  readonly publisher: Connection<PublishedDatabase>;
  readonly pack: Pack;
  readonly now: Date;
  readonly progress: Progress;
}

export interface LiveReport {
  readonly read: number;
  readonly changed: number;
}

export function publishLive(job: PublishJob): Promise<LiveReport> {
  return publisherTransaction(job.publisher.pool, (publisher) =>
    withTriageSnapshot(job.triage.pool, async (triage) => {
      const { ids, cursor } = await readChanges(triage, await readCursor(publisher, 'live'));
      await publisher.query(
        `insert into published.portal (jurisdiction_id, demonstration, live_at) values ($1, $2, $3)
         on conflict (only_row) do update
            set jurisdiction_id = excluded.jurisdiction_id, demonstration = excluded.demonstration, live_at = excluded.live_at`,
        [job.pack.id, await isDemonstration(triage), job.now],
      );
      if (ids.length === 0) {
        await writeCursor(publisher, 'live', cursor, job.now);
        return { read: 0, changed: 0 };
      }
      const policy = publicationPolicy(job.pack, await readAreas(triage, job.pack));
      let changed = 0;
      job.progress.phase('Publishing the status of requests', ids.length);
      for await (const requests of readRequests(triage, ids, policy)) {
        changed += await writeLive(publisher, requests, policy, job.now);
        job.progress.advance(requests.length);
      }
      await writeCursor(publisher, 'live', cursor, job.now);
      job.progress.done();
      return { read: ids.length, changed };
    }),
  );
}

async function writeLive(
  publisher: pg.PoolClient,
  requests: readonly TriageRequest[],
  policy: PublicationPolicy,
  now: Date,
): Promise<number> {
  const codes = requests.map((request) => request.service_request_id);
  const { rows: current } = await publisher.query<ReleaseRow>(
    'select * from published.request_version where to_release is null and service_request_id = any($1)',
    [codes],
  );
  const released = new Map(current.map((row) => [row.service_request_id, row]));
  const rows = requests.map((request) =>
    liveRow(request, policy, released.get(request.service_request_id) ?? null, now),
  );
  const { rowCount } = await publisher.query(
    `insert into published.request_live as live (service_request_id, tier, status, detail)
     select service_request_id, tier, status, nullif(detail, 'null') from jsonb_to_recordset($1::jsonb)
       as row (service_request_id text, tier text, status text, detail jsonb)
     on conflict (service_request_id) do update
        set tier = excluded.tier, status = excluded.status, detail = excluded.detail
      where (live.tier, live.status, live.detail) is distinct from (excluded.tier, excluded.status, excluded.detail)`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

/** After a release: the page of a guarded request takes the precision of its released row. */
export async function alignLiveWithRelease(publisher: pg.PoolClient, release: number): Promise<void> {
  await publisher.query(
    `update published.request_live live
        set detail = detail || jsonb_build_object('received_week', null, 'area_code', v.area_code,
              'service_code', v.service_code, 'agency_responsible', v.agency_responsible,
              'received_period', v.received_period, 'first_response_hours', v.first_response_hours,
              'resolution_hours', v.resolution_hours, 'reporters', v.reporters)
       from published.request_version v
      where v.from_release = $1 and v.disclosure = 'guarded' and v.service_request_id = live.service_request_id
        and live.tier = 'guarded' and live.detail is not null`,
    [release],
  );
}
