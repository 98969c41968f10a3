/**
 * Cuts the releases that are due: immutable, numbered snapshots of the published rows.
 *
 * In:     both databases, the pack, the time; `manifestFiles` writes the figures of a release down and digests
 *         its downloads as the portal will serve them
 * Out:    a report per release. Each is one transaction: a crash at any point leaves the old state or the new
 *         one, and a rerun completes what is missing. With `dryRun` the first that is due, or one as of now where none
 *         is, is made and undone, whatever the gates say.
 * Errors: ReleaseGateError; PublisherBusyError, PublishError (full disk); RangeError for codes that the pack does not have
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type PlaceRows, placeRows } from '../anonymise/ladder.ts';
import { type PublicationPolicy, publicationPolicy } from '../anonymise/policy.ts';
import {
  publishableRow,
  type ReleaseEvent,
  type ReleaseRow,
  releaseEvents,
  type TriageRequest,
} from '../anonymise/publishable.ts';
import { forgetErased } from '../erasure/in-published.ts';
import { manifestText } from '../schema/manifest-text.ts';
import type { AccountedFor, Manifest, ManifestFile, PrivacyStatement } from '../schema/published.ts';
import { account } from './account.ts';
import { readAreas } from './areas.ts';
import { recordBlocked } from './blocked-texts.ts';
import { candidates } from './candidates.ts';
import { writeCursor } from './change-feed.ts';
import { type Activity, type CutOff, dueCutOffs, type LastCut } from './cut-offs.ts';
import { writeDimensions } from './dimensions.ts';
import { lacksEvents } from './event-stage.ts';
import { checkGates, type GateResult, ReleaseGateError, unpublishable } from './gates.ts';
import { alignLiveWithRelease, type PublishJob } from './live.ts';
import { placeNew, readPlaces } from './places.ts';
import { privacyStatement } from './privacy-statement.ts';
import { publisherTransaction } from './publisher-transaction.ts';
import { isDemonstration, readReporters, readRequests, withTriageSnapshot } from './read-requests.ts';
import { reorderPages } from './reorder-pages.ts';
import { analyzeReleased, writeCells } from './rollup.ts';
import { type RowCounts, RowStage } from './rows.ts';
import { writeSensitiveCounts } from './sensitive.ts';
import { readSilenced } from './silenced.ts';
import { withdrawOutgoing } from './withdraw-outgoing.ts';

export interface ReleaseJob extends PublishJob {
  readonly manifestFiles: (
    client: pg.PoolClient,
    release: number,
    time_zone: string,
  ) => Promise<ManifestFile[]>;
  readonly dryRun?: boolean;
  /** how guarded rows are placed; the precision ladder unless a test puts another in its stead */
  readonly place?: PlaceRows;
  /** what a release must pass before it is published */
  readonly gates?: typeof checkGates;
}

export interface ReleaseReport extends RowCounts {
  readonly release: number;
  readonly label: string;
  readonly requests: number;
  readonly accounted_for: AccountedFor;
  readonly privacy: PrivacyStatement;
  readonly gates: readonly GateResult[];
  readonly manifest_sha256: string;
}

export async function publishReleases(job: ReleaseJob): Promise<ReleaseReport[]> {
  const reports: ReleaseReport[] = [];
  const due = await cutOffs(job);
  job.progress.phase('Cutting releases', due.length);
  for (const cutOff of due) {
    const report = await publisherTransaction(
      job.publisher.pool,
      (client) => cutRelease(job, client, cutOff),
      {
        rollBack: job.dryRun ?? false,
      },
    );
    if (report) reports.push(report);
    job.progress.advance(1);
    if (job.dryRun) break;
  }
  if (reports.length > 0 && !job.dryRun)
    await publisherTransaction(job.publisher.pool, async (client) => {
      await reorderPages(client);
      await analyzeReleased(client);
    });
  job.progress.done();
  return reports;
}

interface LastRelease extends LastCut {
  readonly release: number;
}

async function readLast(client: pg.Pool | pg.PoolClient): Promise<LastRelease | null> {
  const { rows } = await client.query<LastRelease>(
    'select release, cut_off, published_at, cadence from published.release order by release desc limit 1',
  );
  return rows[0] ?? null;
}

/** A rehearsal has one even when none is due: what a release as of now would hold. */
async function cutOffs(job: ReleaseJob): Promise<CutOff[]> {
  const last = await readLast(job.publisher.pool);
  const { rows } = await job.triage.pool.query<{ first: Date | null; last: Date | null }>(
    'select min(received_at) as first, max(received_at) as last from triage.request',
  );
  const activity: Activity | null =
    rows[0]?.first && rows[0].last
      ? { first_received_at: rows[0].first, last_received_at: rows[0].last }
      : null;
  const { time } = publicationPolicy(job.pack);
  const due = dueCutOffs(last, activity, job.pack.release_cadence, job.now, time);
  return job.dryRun && due.length === 0 && activity !== null
    ? [{ label: time.day(job.now), at: job.now }]
    : due;
}

/** Null: another publisher cut it in the meantime. */
async function cutRelease(
  job: ReleaseJob,
  publisher: pg.PoolClient,
  cutOff: CutOff,
): Promise<ReleaseReport | null> {
  const last = await readLast(publisher);
  if (last !== null && last.cut_off >= cutOff.at) return null;
  const release = (last?.release ?? 0) + 1;
  return withTriageSnapshot(job.triage.pool, async (triage) => {
    const areas = await readAreas(triage, job.pack);
    const policy = publicationPolicy(job.pack, areas);
    const demonstration = await isDemonstration(triage);
    const { ids, cursor } = await candidates(
      triage,
      publisher,
      job.pack,
      policy,
      (await lacksEvents(publisher)) ? null : last,
      cutOff.at,
    );

    const stage = await RowStage.open(publisher);
    await forgetErased(publisher, triage);
    const silenced = new Set(await readSilenced(publisher));
    const unplaced = await stageRows(
      stage,
      publisher,
      readRequests(triage, ids, policy, recordBlocked(publisher, job.now)),
      policy,
      cutOff.at,
      silenced,
    );
    const places = await placeNew(publisher, unplaced, {
      release,
      cutOff: cutOff.at,
      policy,
      place: job.place ?? placeRows,
      batch: last === null || policy.time.month(last.cut_off) < policy.time.month(cutOff.at),
      demonstration,
      reportersOf: (codes) => readReporters(triage, codes),
    });
    await stage.stage(
      unplaced.flatMap((request) => {
        const place = places.get(request.service_request_id);
        const publishable = place && publishableRow(request, policy, cutOff.at, place);
        return publishable?.kind === 'row' ? [publishable.row] : [];
      }),
      [],
    );
    // Withheld or raised to a stricter tier since: such rows leave all releases, not only this one.
    await withdrawOutgoing(stage, {
      triage,
      publisher,
      policy,
      now: job.now,
      manifestFiles: redigest(job, publisher),
    });
    const counts = await stage.write(release);
    await writeDimensions(publisher, job.pack, areas, release);
    await writeCells(publisher, release);
    await writeSensitiveCounts(triage, publisher, job.pack, policy, cutOff.at, release);
    await alignLiveWithRelease(publisher, release, policy);
    const gates = await (job.gates ?? checkGates)(
      publisher,
      policy,
      release,
      await unpublishable(triage, job.pack),
    );
    const failures = gates.flatMap(({ failure }) => (failure === null ? [] : [failure]));
    if (failures.length > 0 && !job.dryRun) throw new ReleaseGateError(release, failures);
    const accounted_for = await account(triage, publisher, job.pack, policy, cutOff.at);
    const privacy = await privacyStatement(publisher, policy, release);
    const report = {
      release,
      label: cutOff.label,
      privacy,
      gates,
      ...counts,
      requests: accounted_for.published + accounted_for.merged,
      accounted_for,
    };
    const manifest_sha256 = await writeRelease(job, publisher, cutOff, policy, demonstration, report);
    await writeCursor(publisher, 'release', cursor, job.now);
    return { ...report, manifest_sha256 };
  });
}

/** Stages what has a row and what has none any more; out: guarded requests that the ladder is to place. */
async function stageRows(
  stage: RowStage,
  publisher: pg.PoolClient,
  batches: AsyncIterable<readonly TriageRequest[]>,
  policy: PublicationPolicy,
  cutOff: Date,
  silenced: ReadonlySet<string>,
): Promise<TriageRequest[]> {
  const unplaced: TriageRequest[] = [];
  for await (const batch of batches) {
    const requests = batch.filter((request) => !silenced.has(request.service_request_id));
    const places = await readPlaces(
      publisher,
      requests.map((request) => request.service_request_id),
    );
    const rows: ReleaseRow[] = [];
    const gone: string[] = [];
    const events: ReleaseEvent[] = [];
    for (const request of requests) {
      const code = request.service_request_id;
      const place = places.get(code) ?? null;
      const publishable = publishableRow(request, policy, cutOff, place);
      if (publishable.kind === 'unplaced') unplaced.push(request);
      if (publishable.kind === 'row') {
        rows.push(publishable.row);
        events.push(...releaseEvents(request, publishable.row, policy, cutOff));
      }
      if (publishable.kind !== 'row' && place !== null) gone.push(place.record_id);
      // A request that was open before it was raised had a row under its own code.
      if (publishable.kind !== 'row' || publishable.row.service_request_id !== code) gone.push(code);
    }
    await stage.stage(rows, gone, events);
  }
  return unplaced;
}

/** How the digests of an earlier release are made anew; a rehearsal makes none. */
function redigest(
  job: ReleaseJob,
  publisher: pg.PoolClient,
): ((release: number) => Promise<ManifestFile[]>) | null {
  if (job.dryRun) return null;
  return (release) => job.manifestFiles(publisher, release, job.pack.time_zone);
}

async function writeRelease(
  job: ReleaseJob,
  publisher: pg.PoolClient,
  cutOff: CutOff,
  policy: PublicationPolicy,
  demonstration: boolean,
  report: Omit<ReleaseReport, 'manifest_sha256'>,
): Promise<string> {
  await publisher.query(
    `insert into published.release (release, label, cut_off, published_at, cadence, policy, measures, demonstration,
       requests, added, changed, accounted_for, privacy, manifest, manifest_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '{}', repeat('0', 64))`,
    [
      report.release,
      cutOff.label,
      cutOff.at,
      job.now,
      job.pack.release_cadence,
      JSON.stringify(policy.recorded),
      [...job.pack.measures],
      demonstration,
      report.requests,
      report.added,
      report.changed,
      JSON.stringify(report.accounted_for),
      JSON.stringify(report.privacy),
    ],
  );
  // The row is there already, as the downloads' own queries may want to read it.
  const manifest: Manifest = {
    jurisdiction_id: job.pack.id,
    release: report.release,
    label: cutOff.label,
    cut_off: cutOff.at.toISOString(),
    files: await job.manifestFiles(publisher, report.release, job.pack.time_zone),
  };
  const text = manifestText(manifest);
  const sha256 = createHash('sha256').update(text).digest('hex');
  await publisher.query(
    'update published.release set manifest = $2, manifest_sha256 = $3 where release = $1',
    [report.release, text, sha256],
  );
  return sha256;
}
