/**
 * The publisher at work: live status, and the releases that are due.
 *
 * In:     addresses of the triage reader and the publisher, the pack, the clock
 * Out:    what was published; `keepPublishing` goes on until it is told to stop, publishes when the triage database
 *         says that something changed or a look finds it, and outlives a database that goes away. A release that a gate stops is told and tried again; the one before stands meanwhile, and the
 *         status of requests goes on being published
 * Errors: those of db/publish; `keepPublishing` tells them and tries again
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { manifestFiles } from '../../api/datasets/manifest.ts';
import { connectPublisher, connectTriageReader } from '../../db/connect.ts';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { type Ear, listen, TRIAGE_CHANGED } from '../../db/notices.ts';
import { type Progress, silent } from '../../db/progress.ts';
import { lookForNews } from '../../db/publish/change-feed.ts';
import { ReleaseGateError } from '../../db/publish/gates.ts';
import { publishLive } from '../../db/publish/live.ts';
import { publishReleases } from '../../db/publish/release.ts';
import { withdrawRequests } from '../../db/publish/withdraw-requests.ts';
import { type Addresses, need } from './addresses.ts';
import { Bell } from './bell.ts';
import { explainFailure } from './explain-failure.ts';
import { quietUntilBusy } from './quiet-progress.ts';

/** Where no notice comes, a status change is still seen within a second: this, and a look of the web process. */
const LOOK_EVERY_MS = 250;
/** Also what has no change behind it: pages that turn on a Monday. Releases that are due come with it. */
const ALL_EVERY_MS = 60_000;
const WORST_WAIT_MS = 30_000;
/** A stream of changes is published in rounds, with a rest between them as long as the last took. */
const LEAST_REST_MS = 25;
const MOST_REST_MS = 250;

export interface Publishing {
  hasRelease(): Promise<boolean>;
  /** whether anything changed since `live` read the triage database */
  hasNews(): Promise<boolean>;
  /** rings when the triage database says that something changed */
  listen(ring: () => void): Ear;
  live(progress: Progress): ReturnType<typeof publishLive>;
  releases(progress: Progress, dryRun?: boolean): ReturnType<typeof publishReleases>;
  /** takes requests back, by codes of status pages or ids of rows */
  withdraw(
    codes: readonly string[],
    progress: Progress,
    dryRun?: boolean,
  ): ReturnType<typeof withdrawRequests>;
  close(): Promise<void>;
}

export function openPublishing(addresses: Addresses, pack: Pack, now: () => Date): Publishing {
  const triage = connectTriageReader(need(addresses, 'triage_reader'));
  const publisher = connectPublisher(need(addresses, 'publisher'));
  let seen: string | null = null;
  return {
    async hasNews() {
      if (seen === null) return true;
      const news = await lookForNews(triage.pool, seen);
      if (!news.any) seen = news.seen;
      return news.any;
    },
    listen: (ring) => listen(triage.pool, TRIAGE_CHANGED, ring),
    async hasRelease() {
      const found = await publisher.db.selectFrom('published.release').select('release').limit(1).execute();
      return found.length > 0;
    },
    async live(progress) {
      const report = await publishLive({ triage, publisher, pack, now: now(), progress });
      seen = report.seen;
      return report;
    },
    releases: (progress, dryRun = false) =>
      publishReleases({ triage, publisher, pack, now: now(), progress, manifestFiles, dryRun }),
    withdraw: (codes, progress, dryRun = false) =>
      withdrawRequests({ triage, publisher, pack, now: now(), progress, manifestFiles, codes, dryRun }),
    async close() {
      await Promise.all([triage.close(), publisher.close()]);
    },
  };
}

export interface KeepPublishing {
  readonly publishing: Publishing;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** what may bring the database back before another attempt */
  readonly revive: () => Promise<void>;
  readonly look_every_ms?: number;
}

/** Publishes until the signal; a failure is told once and tried again, later each time. */
export async function keepPublishing(job: KeepPublishing): Promise<void> {
  const bell = new Bell();
  const ear = job.publishing.listen(bell.ring);
  job.signal.addEventListener('abort', bell.ring, { once: true });
  try {
    await publishAtEachRing(job, bell);
  } finally {
    await ear.close();
  }
}

async function publishAtEachRing(
  { publishing, signal, progress, revive, look_every_ms = LOOK_EVERY_MS }: KeepPublishing,
  bell: Bell,
): Promise<void> {
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
  let allAt = 0;
  let wait = 0;
  let told = '';
  let stopped = '';
  while (!signal.aborted) {
    const began = performance.now();
    try {
      const all = began >= allAt || told !== '';
      if (all || (await publishing.hasNews())) await publishing.live(silent);
      if (all) {
        stopped = await releasesOrWhyNot(publishing, progress, stopped);
        allAt = began + ALL_EVERY_MS;
      }
      if (told) progress.note('Publishing goes on.');
      told = '';
      wait = 0;
      await pause(Math.min(MOST_REST_MS, Math.max(LEAST_REST_MS, performance.now() - began)));
      if (!signal.aborted) await bell.wait(look_every_ms);
    } catch (failure) {
      const { message } = explainFailure(failure, false);
      if (message !== told) progress.note(`Publishing has paused. ${message}`);
      told = message;
      wait = Math.min(WORST_WAIT_MS, Math.max(1_000, wait * 2));
      await revive().catch(() => undefined);
      await pause(wait);
    }
  }
}

/** Why no release came out, told when it is news; empty: nothing stands in the way. */
async function releasesOrWhyNot(
  publishing: Publishing,
  progress: Progress,
  toldBefore: string,
): Promise<string> {
  try {
    await publishing.releases(quietUntilBusy(progress));
    return '';
  } catch (failure) {
    if (!(failure instanceof ReleaseGateError)) throw failure;
    if (failure.message !== toldBefore)
      progress.note(`${failure.message}\nThe release before it stands, and the status of requests goes on.`);
    return failure.message;
  }
}
