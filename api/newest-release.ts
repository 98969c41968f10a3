/**
 * Which release is the newest. Asked of the database at most once a second, by one query for all who wait.
 *
 * Out:    the newest release; `available: false` when the database is away and none is known from before.
 *         While it is away the last known one stands: what is remembered of a release stays true.
 */
import type { ReadOnly } from '../db/connect.ts';
import { type PortalState, portalState } from '../db/queries/releases.ts';
import type { PublishedDatabase } from '../db/schema/published.ts';

export interface Newest extends PortalState {
  readonly available: boolean;
}

const FRESH_MILLISECONDS = 1_000;

export function newestRelease(db: ReadOnly<PublishedDatabase>, clock: () => number): () => Promise<Newest> {
  let known: Newest = { release: null, demonstration: false, available: false };
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<Newest> | null = null;

  async function ask(): Promise<Newest> {
    try {
      known = { ...(await portalState(db)), available: true };
    } catch {
      // Said by `available`, and by every query that needs the database.
    }
    asked = clock();
    asking = null;
    return known;
  }

  return async () => {
    if (Math.abs(clock() - asked) < FRESH_MILLISECONDS) return known;
    asking ??= ask();
    return asking;
  };
}
