/**
 * Which release is the newest. Asked of the database at most once a second, by one query for all who wait.
 *
 * In:     a handle, a clock in milliseconds, and who wants to hear of a release that is new to this process, or of
 *         rows that were withdrawn from releases
 * Out:    the newest release; `available: false` when the database is away and none is known from before.
 *         While it is away the last known one stands: what is remembered of a release stays true.
 */
import type { ReadOnly } from '../db/connect.ts';
import { type PortalState, portalState } from '../db/queries/releases.ts';
import type { PublishedDatabase } from '../db/schema/published.ts';

export interface Newest extends PortalState {
  readonly available: boolean;
}

export interface NewestRelease {
  /** What was found within the last second, or else is found now; never throws. */
  known(): Promise<Newest>;
  /** Asks the database; throws when it is away. */
  ask(): Promise<Newest>;
}

const FRESH_MILLISECONDS = 1_000;

export function newestRelease(
  db: ReadOnly<PublishedDatabase>,
  clock: () => number,
  appeared: (found: PortalState) => void,
): NewestRelease {
  let known: Newest = { release: null, revision: 0, live: 0, demonstration: false, available: false };
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<Newest> | null = null;
  let looks = 0;
  let lastFound = 0;

  async function look(): Promise<Newest> {
    const number = ++looks;
    try {
      const found = await portalState(db);
      // Two looks can overtake each other: the later one knows better.
      if (number > lastFound) {
        if (found.release !== known.release || found.revision !== known.revision) appeared(found);
        known = { ...found, available: true };
        lastFound = number;
      }
      return known;
    } finally {
      asked = clock();
      asking = null;
    }
  }

  return {
    async known() {
      if (Math.abs(clock() - asked) < FRESH_MILLISECONDS) return known;
      asking ??= look();
      return asking.catch(() => known);
    },
    ask: look,
  };
}
