/**
 * Brings the live status of requests up to date with the triage database.
 *
 * In:     both databases, the pack, the time
 * Out:    how many requests were looked at, and how many status pages changed
 * Errors: PublisherBusyError; RangeError for a service or area that the pack does not have
 */
import type pg from 'pg';
import { guardedAsOf, liveRow } from '../anonymise/live-row.ts';
import { type PublicationPolicy, publicationPolicy } from '../anonymise/policy.ts';
import { privateView } from '../anonymise/private-view.ts';
import { agencyAt, type GuardedPlace, type TriageRequest } from '../anonymise/publishable.ts';
import { reporterToken, seal, tokenDigest } from '../anonymise/sealed-box.ts';
import type { Connection } from '../connect.ts';
import type { Pack } from '../jurisdictions/types.ts';
import type { Progress } from '../progress.ts';
import type { PublishedDatabase, RequestLive } from '../schema/published.ts';
import type { TriageDatabase } from '../schema/triage.ts';
import { servicesOf } from './account.ts';
import { readAreas } from './areas.ts';
import { recordBlocked, textsToRecheck } from './blocked-texts.ts';
import { readChanges, readCursor, writeCursor } from './change-feed.ts';
import { readPlaces } from './places.ts';
import { publisherTransaction } from './publisher-transaction.ts';
import { isDemonstration, readRequests, withTriageSnapshot } from './read-requests.ts';
import { readSilenced } from './silenced.ts';

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
  /** what was seen of the triage database, for `lookForNews` */
  readonly seen: string;
}

export function publishLive(job: PublishJob): Promise<LiveReport> {
  return publisherTransaction(job.publisher.pool, (publisher) =>
    withTriageSnapshot(job.triage.pool, async (triage) => {
      const {
        ids: changed_ids,
        cursor,
        seen,
      } = await readChanges(triage, await readCursor(publisher, 'live'));
      const policy = publicationPolicy(job.pack, await readAreas(triage, job.pack));
      const ids = [
        ...new Set([
          ...changed_ids,
          ...(await mergedInto(triage, changed_ids)),
          ...(await textsToRecheck(triage, publisher, 'live')),
          ...(await turnedThisWeek(triage, publisher, job, policy)),
        ]),
      ];
      await publisher.query(
        `insert into published.portal (jurisdiction_id, demonstration, live_at) values ($1, $2, $3)
         on conflict (only_row) do update
            set jurisdiction_id = excluded.jurisdiction_id, demonstration = excluded.demonstration, live_at = excluded.live_at`,
        [job.pack.id, await isDemonstration(triage), job.now],
      );
      if (ids.length === 0) {
        await writeCursor(publisher, 'live', cursor, job.now);
        return { read: 0, changed: 0, seen };
      }
      let changed = 0;
      job.progress.phase('Publishing the status of requests', ids.length);
      for await (const requests of readRequests(triage, ids, policy, recordBlocked(publisher, job.now))) {
        changed += await writeLive(publisher, requests, policy, job.now);
        job.progress.advance(requests.length);
      }
      await writeCursor(publisher, 'live', cursor, job.now);
      job.progress.done();
      return { read: ids.length, changed, seen };
    }),
  );
}

/** Their pages name what they were merged into only as long as that is public. */
async function mergedInto(triage: pg.PoolClient, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const { rows } = await triage.query<{ id: number }>(
    'select id from triage.request where duplicate_of = any($1::bigint[])',
    [ids],
  );
  return rows.map((row) => row.id);
}

/** Guarded requests with something that comes to be shown since a Monday has passed. */
async function turnedThisWeek(
  triage: pg.PoolClient,
  publisher: pg.PoolClient,
  { pack, now }: PublishJob,
  policy: PublicationPolicy,
): Promise<number[]> {
  const { rows: portal } = await publisher.query<{ live_at: Date | null }>(
    'select live_at from published.portal',
  );
  const before = portal[0]?.live_at;
  if (!before) return [];
  const [from, until] = [guardedAsOf(before, policy), guardedAsOf(now, policy)];
  if (from >= until) return [];
  const { rows } = await triage.query<{ id: number }>(
    `select distinct r.id from triage.event e join triage.request r on r.id = e.request_id
      where e.at >= $1 and e.at < $2 and (r.tier_raised = 'guarded' or r.service_code = any($3))`,
    [from, until, servicesOf(pack, 'guarded')],
  );
  return rows.map((row) => row.id);
}

/** What was withdrawn says so for ever, and what was erased has no page. */
export async function writeLive(
  publisher: pg.PoolClient,
  given: readonly TriageRequest[],
  policy: PublicationPolicy,
  now: Date,
): Promise<number> {
  const silenced = new Set(await readSilenced(publisher));
  const requests = given
    .filter((request) => !silenced.has(request.service_request_id))
    .map((request) =>
      silenced.has(request.merged_into?.service_request_id ?? '')
        ? { ...request, merged_into: null }
        : request,
    );
  const codes = requests.map((request) => request.service_request_id);
  const places = await readPlaces(publisher, codes);
  const rows = requests.map((request) => {
    const place = places.get(request.service_request_id) ?? null;
    return { ...liveRow(request, policy, place, now), ...sealedView(request, place, policy, now) };
  });
  const { rowCount } = await publisher.query(
    `insert into published.request_live as live (service_request_id, tier, status, detail, sealed, token_sha256)
     select service_request_id, tier, status, nullif(detail, 'null'), sealed, token_sha256 from jsonb_to_recordset($1::jsonb)
       as row (service_request_id text, tier text, status text, detail jsonb, sealed text, token_sha256 text)
     on conflict (service_request_id) do update
        set tier = excluded.tier, status = excluded.status, detail = excluded.detail,
            sealed = excluded.sealed, token_sha256 = excluded.token_sha256
      where (live.tier, live.status, live.detail, live.sealed, live.token_sha256)
            is distinct from (excluded.tier, excluded.status, excluded.detail, excluded.sealed, excluded.token_sha256)`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

/** What the server keeps of the reporter's private view: a box that it cannot open. */
function sealedView(
  request: TriageRequest,
  place: GuardedPlace | null,
  policy: PublicationPolicy,
  now: Date,
): Pick<RequestLive, 'sealed' | 'token_sha256'> {
  const { secret, service_request_id: code } = request;
  if (!secret) return { sealed: null, token_sha256: null };
  const view = privateView(request, place?.record_id ?? null, policy, now);
  return {
    sealed: seal(secret, code, JSON.stringify(view)),
    token_sha256: tokenDigest(reporterToken(secret, code)),
  };
}

/** After a release: the page of a guarded request takes the precision that its row was given. */
export async function alignLiveWithRelease(
  publisher: pg.PoolClient,
  release: number,
  policy: PublicationPolicy,
): Promise<void> {
  const { rows } = await publisher.query<GuardedPlace & { service_request_id: string }>(
    `select service_request_id, service_code, service_group, area_code, received_period
       from publisher.placement where placed_release = $1 and service_request_id is not null`,
    [release],
  );
  const details = rows.map(
    ({ service_request_id, area_code, service_code, service_group, received_period }) => ({
      service_request_id,
      detail: {
        area_code,
        service_code,
        service_group,
        agency_responsible: agencyAt({ service_code, service_group }, policy),
        received_period,
        received_week: null,
      },
    }),
  );
  await publisher.query(
    `update published.request_live live set detail = live.detail || placed.detail
       from jsonb_to_recordset($1::jsonb) as placed (service_request_id text, detail jsonb)
      where placed.service_request_id = live.service_request_id and live.tier = 'guarded' and live.detail is not null`,
    [JSON.stringify(details)],
  );
}
