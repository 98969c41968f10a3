/**
 * The portal as the front sees it: there, or not there and why. A database that is down when the process starts,
 * or goes away, comes back here by itself.
 *
 * In:     how to open the portal, how to ask the database for its newest release, and how to hear of news
 * Out:    PortalSource, asked at each notice and four times a second without one
 * Errors: Unavailable, with a reason for the operator that names no address
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PortalRequest } from '../../../api/portal.ts';
import type { Ear } from '../../../db/notices.ts';
import { Bell } from '../bell.ts';

export class Unavailable extends Error {
  override name = 'Unavailable';
}

export interface PortalSource {
  /** newest release that was seen; null: none, or never seen the database */
  readonly release: number | null;
  /** of that release and of what was withdrawn from releases: answers are kept under it */
  readonly edition: string;
  /** a status page holds for as long as this stays; null: nobody knows now whether one changed */
  readonly live: number | null;
  /** null: ready. Otherwise why not, for the operator */
  readonly reason: string | null;
  /** languages of the jurisdiction, the default one first */
  readonly languages: readonly string[];
  forRequest(): Promise<PortalRequest>;
  close(): Promise<void>;
}

export interface WatchedPortal {
  readonly languages: readonly string[];
  forRequest(): Promise<PortalRequest>;
  /** Asks the database itself: throws when it is away; no release when nothing is published. */
  newestRelease(): Promise<{
    readonly release: number | null;
    readonly revision: number;
    readonly live: number;
  }>;
  /** Rings when the database says that something was published. */
  listen(ring: () => void): Ear;
  /** Why an error of `newestRelease` keeps the portal from being served. */
  explain(error: unknown): string;
  close(): Promise<void>;
}

/** Where no notice comes, as from a replica, this is how late a status change is seen here. */
const LOOK_EVERY_MS = 250;
/** However many notices come. */
const REST_MS = 10;
/** What was found this long ago says nothing of now: a database can go silent instead of away. */
const KNOWN_MS = 2_000;
/** A look that takes longer is told at once, and goes on. */
const SILENT_MS = 5_000;
const SILENT = 'The database does not answer in time.';
export const NOTHING_PUBLISHED =
  'nothing is published yet: run "npm run portal -- publish" and "npm run portal -- release"';

export function watchPortal(
  portal: WatchedPortal,
  onChange: (reason: string | null) => void,
  look_every_ms = LOOK_EVERY_MS,
): PortalSource {
  let release: number | null = null;
  let edition = '';
  let live: number | null = null;
  let knownUntil = 0;
  let reason: string | null = 'starting';
  let closed = false;
  const bell = new Bell();
  const ear = portal.listen(bell.ring);

  async function look(): Promise<void> {
    const silent = setTimeout(() => tell(SILENT), SILENT_MS);
    silent.unref();
    const asked = performance.now();
    try {
      const found = await portal.newestRelease();
      release = found.release;
      edition = `${found.release}.${found.revision}`;
      live = found.live;
      knownUntil = asked + Math.max(KNOWN_MS, 2 * look_every_ms);
      tell(release === null ? NOTHING_PUBLISHED : null);
    } catch (error) {
      tell(portal.explain(error));
    }
    clearTimeout(silent);
  }
  async function keepLooking(): Promise<void> {
    while (!closed) {
      await look();
      await sleep(REST_MS);
      if (!closed) await bell.wait(look_every_ms);
    }
  }
  function tell(found: string | null): void {
    if (closed || found === reason) return;
    reason = found;
    onChange(found);
  }
  void keepLooking();

  return {
    get release() {
      return release;
    },
    get edition() {
      return edition;
    },
    get live() {
      return reason === null && performance.now() < knownUntil ? live : null;
    },
    get reason() {
      return reason;
    },
    languages: portal.languages,
    forRequest: () => portal.forRequest(),
    async close() {
      closed = true;
      bell.ring();
      await ear.close();
      await portal.close();
    },
  };
}
