/**
 * The publisher at work: live status, and the releases that are due.
 *
 * In:     addresses of the triage reader and the publisher, the pack, the clock
 * Out:    what was published; `keepPublishing` goes on until it is told to stop, and outlives a database that
 *         goes away. A release that a gate stops is told and tried again; the one before stands meanwhile, and the
 *         status of requests goes on being published
 * Errors: those of db/publish; `keepPublishing` tells them and tries again
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { manifestFiles } from '../../api/datasets/manifest.ts';
import { connectPublisher, connectTriageReader } from '../../db/connect.ts';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { type Progress, silent } from '../../db/progress.ts';
import { ReleaseGateError } from '../../db/publish/gates.ts';
import { publishLive } from '../../db/publish/live.ts';
import { publishReleases } from '../../db/publish/release.ts';
import { withdrawRequests } from '../../db/publish/withdraw-requests.ts';
import { type Addresses, need } from './addresses.ts';
import { explainFailure } from './explain-failure.ts';
import { quietUntilBusy } from './quiet-progress.ts';

/** A status change is seen within a second: half of it here, the rest in the front's cache. */
const LIVE_EVERY_MS = 500;
const RELEASES_EVERY_MS = 60_000;
const WORST_WAIT_MS = 30_000;

export interface Publishing {
  hasRelease(): Promise<boolean>;
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
  return {
    async hasRelease() {
      const found = await publisher.db.selectFrom('published.release').select('release').limit(1).execute();
      return found.length > 0;
    },
    live: (progress) => publishLive({ triage, publisher, pack, now: now(), progress }),
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
}

/** Publishes until the signal; a failure is told once and tried again, later each time. */
export async function keepPublishing({
  publishing,
  signal,
  progress,
  revive,
}: KeepPublishing): Promise<void> {
  let releasesAt = 0;
  let wait = LIVE_EVERY_MS;
  let told = '';
  let stopped = '';
  while (!signal.aborted) {
    try {
      await publishing.live(silent);
      if (performance.now() >= releasesAt) {
        stopped = await releasesOrWhyNot(publishing, progress, stopped);
        releasesAt = performance.now() + RELEASES_EVERY_MS;
      }
      if (told) progress.note('Publishing goes on.');
      told = '';
      wait = LIVE_EVERY_MS;
    } catch (failure) {
      const { message } = explainFailure(failure, false);
      if (message !== told) progress.note(`Publishing has paused. ${message}`);
      told = message;
      wait = Math.min(WORST_WAIT_MS, Math.max(1_000, wait * 2));
      await revive().catch(() => undefined);
    }
    await sleep(wait, undefined, { signal }).catch(() => undefined);
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
