/**
 * `portal withdraw`: takes requests back. Their rows leave every release, their status pages say that they were
 * withdrawn, and nothing of them is published again.
 *
 * In:     codes of status pages or ids of rows, both databases, the pack, the time
 * Out:    what changed; nothing where all of them had been withdrawn before. One transaction: a crash at any point
 *         leaves the old state or the new one. With `dryRun` it is made and undone, but for the digests.
 * Errors: WithdrawalError for codes that nothing is published of; PublisherBusyError; PublishError (full disk)
 */
import type pg from 'pg';
import { publicationPolicy } from '../anonymise/policy.ts';
import { readAreas } from './areas.ts';
import { factsFrom } from './facts.ts';
import type { PublishJob } from './live.ts';
import { PublishError, publisherTransaction } from './publisher-transaction.ts';
import { withTriageSnapshot } from './read-requests.ts';
import type { ReleaseJob } from './release.ts';
import { type ReleaseChange, withdrawRows } from './withdraw.ts';
import { showPlaces } from './withdraw-outgoing.ts';

class WithdrawalError extends PublishError {
  override name = 'WithdrawalError';
}

export interface WithdrawalJob extends PublishJob, Pick<ReleaseJob, 'manifestFiles' | 'dryRun'> {
  /** canonical codes */
  readonly codes: readonly string[];
}

export interface WithdrawalReport {
  /** of what was asked for */
  readonly withdrawn: number;
  readonly already: number;
  /** status pages that say so */
  readonly pages: number;
  readonly releases: readonly ReleaseChange[];
  /** rows that became less precise, and rows that left since no step could hold them without the others */
  readonly coarsened: number;
  readonly held: number;
}

/** What a code that was given stands for. */
interface Target {
  readonly asked: string;
  /** of the status page; null: not known any more */
  readonly code: string | null;
  /** of its row; null: it has none */
  readonly row: string | null;
  readonly already: boolean;
}

export function withdrawRequests(job: WithdrawalJob): Promise<WithdrawalReport> {
  return publisherTransaction(
    job.publisher.pool,
    (publisher) =>
      withTriageSnapshot(job.triage.pool, async (triage) => {
        const targets = await readTargets(publisher, [...new Set(job.codes)]);
        const fresh = targets.filter((target) => !target.already);
        const policy = publicationPolicy(job.pack, await readAreas(triage, job.pack));
        const pages = await silence(publisher, fresh);
        const { releases, moved, gone, held } = await withdrawRows(
          publisher,
          fresh.flatMap((target) => target.row ?? []),
          {
            policy,
            day: policy.time.day(job.now),
            factsOf: factsFrom(triage, policy, job.now),
            manifestFiles: job.dryRun
              ? null
              : async (release) => {
                  job.progress.advance(1);
                  return job.manifestFiles(publisher, release, job.pack.time_zone);
                },
          },
        );
        await showPlaces({ triage, publisher, policy, now: job.now }, moved, held);
        return {
          withdrawn: fresh.length,
          already: targets.length - fresh.length,
          pages,
          releases,
          coarsened: moved.length,
          held: gone.length,
        };
      }),
    { rollBack: job.dryRun ?? false },
  );
}

async function readTargets(publisher: pg.PoolClient, asked: readonly string[]): Promise<Target[]> {
  const { rows } = await publisher.query<Target & { found: boolean }>(
    `select asked, coalesce(p.service_request_id, case when p.record_id is null then asked end) as code,
            coalesce(p.record_id, case when v.found then asked end) as row,
            w.id is not null as already,
            p.record_id is not null or v.found or l.service_request_id is not null or w.id is not null as found
       from unnest($1::text[]) with ordinality as a (asked, place)
       left join publisher.placement p on asked in (p.service_request_id, p.record_id)
       left join publisher.withdrawn_request w on w.id = asked
       left join published.request_live l on l.service_request_id = asked
       cross join lateral (select exists (select from published.request_version where service_request_id = asked) as found) v
      order by place`,
    [asked],
  );
  const unknown = rows.filter((row) => !row.found).map((row) => row.asked);
  if (unknown.length > 0)
    throw new WithdrawalError(
      `Nothing is published of ${unknown.join(', ')}: neither a status page nor a row has this code. Nothing was changed. ` +
        'Compare it with the address of the page, or with the first column of the download; a report that came in a ' +
        'moment ago has to be published first ("npm run portal -- publish").',
    );
  // The code of a page and the id of its row may both have been given.
  return [...new Map(rows.map((row) => [row.code ?? row.row, row])).values()];
}

/** Their pages say that they were withdrawn, no page of another request names them, and no publisher writes them again. */
async function silence(publisher: pg.PoolClient, targets: readonly Target[]): Promise<number> {
  const codes = targets.flatMap((target) => target.code ?? []);
  const rowsAlone = targets.flatMap(({ code, row }) => (code === null && row !== null ? [row] : []));
  const beside = targets.flatMap(({ code, row }) =>
    code !== null && row !== null && row !== code ? [row] : [],
  );
  await publisher.query(
    `insert into publisher.withdrawn_request (id, counted)
     select unnest($1::text[]), true union all select unnest($2::text[]), false on conflict do nothing`,
    [[...codes, ...rowsAlone], beside],
  );
  await publisher.query('delete from publisher.held_request where service_request_id = any($1)', [codes]);
  await publisher.query('delete from publisher.blocked_text where service_request_id = any($1)', [codes]);
  const { rowCount } = await publisher.query(
    `update published.request_live set tier = 'withdrawn', status = 'closed', detail = null, sealed = null, token_sha256 = null
      where service_request_id = any($1)`,
    [codes],
  );
  await publisher.query(
    `update published.request_live set detail = jsonb_set(detail, '{merged_into}', 'null')
      where detail ->> 'merged_into' = any($1)`,
    [codes],
  );
  return rowCount ?? 0;
}
