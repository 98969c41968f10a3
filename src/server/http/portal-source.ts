/**
 * The portal as the front sees it: there, or not there and why. A database that is down when the process starts,
 * or goes away, comes back here by itself.
 *
 * In:     how to open the portal, and how to ask the database for its newest release
 * Out:    PortalSource, asked twice a second
 * Errors: Unavailable, with a reason for the operator that names no address
 */
import type { PortalRequest } from '../../../api/portal.ts';

export class Unavailable extends Error {
  override name = 'Unavailable';
}

export interface PortalSource {
  /** newest release that was seen; null: none, or never seen the database */
  readonly release: number | null;
  /** of that release and of what was withdrawn from releases: answers are kept under it */
  readonly edition: string;
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
  newestRelease(): Promise<{ readonly release: number | null; readonly revision: number }>;
  /** Why an error of `newestRelease` keeps the portal from being served. */
  explain(error: unknown): string;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 500;
/** A look that takes longer is told at once, and goes on. */
const SILENT_MS = 5_000;
const SILENT = 'The database does not answer in time.';
export const NOTHING_PUBLISHED =
  'nothing is published yet: run "npm run portal -- publish" and "npm run portal -- release"';

export function watchPortal(portal: WatchedPortal, onChange: (reason: string | null) => void): PortalSource {
  let release: number | null = null;
  let edition = '';
  let reason: string | null = 'starting';
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  async function look(): Promise<void> {
    const silent = setTimeout(() => tell(SILENT), SILENT_MS);
    silent.unref();
    try {
      const found = await portal.newestRelease();
      release = found.release;
      edition = `${found.release}.${found.revision}`;
      tell(release === null ? NOTHING_PUBLISHED : null);
    } catch (error) {
      tell(portal.explain(error));
    }
    clearTimeout(silent);
    if (closed) return;
    timer = setTimeout(look, LOOK_EVERY_MS);
    timer.unref();
  }
  function tell(found: string | null): void {
    if (closed || found === reason) return;
    reason = found;
    onChange(found);
  }
  void look();

  return {
    get release() {
      return release;
    },
    get edition() {
      return edition;
    },
    get reason() {
      return reason;
    },
    languages: portal.languages,
    forRequest: () => portal.forRequest(),
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await portal.close();
    },
  };
}
