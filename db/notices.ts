/**
 * Hears when a database says that something changed. A notice is a hint and nothing more: poolers and replicas lose
 * them, another system's triage database sends none, and anyone who may connect can send one. So whoever listens looks
 * for itself, now and then without a notice too.
 *
 * In:     a pool, from which one connection is kept; a channel
 * Out:    `heard` is called for each notice, and whenever listening begins (again), since one may have been missed
 * Errors: none: it tries again, later each time
 * Source: PostgreSQL manual, LISTEN: needs no privilege, is allowed in read-only sessions, refused by a standby
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Sent by `db/migrations/triage/0006-change-notice.ts`. */
export const TRIAGE_CHANGED = 'majibu_triage_changed';
/** Sent by `db/migrations/published/0009-live-version.ts`. */
export const PUBLISHED_CHANGED = 'majibu_published_changed';

export interface Ear {
  /** Gives the connection back: before its pool is closed. */
  close(): Promise<void>;
}

const FIRST_WAIT_MS = 1_000;
const WORST_WAIT_MS = 60_000;

export function listen(pool: pg.Pool, channel: string, heard: () => void): Ear {
  const over = new AbortController();
  const closed = new Promise<void>((resolve) =>
    over.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  const ended = (async () => {
    let wait = FIRST_WAIT_MS;
    while (!over.signal.aborted) {
      const began = await listenOnce().catch(() => false);
      wait = began ? FIRST_WAIT_MS : Math.min(WORST_WAIT_MS, wait * 2);
      await sleep(wait, undefined, { signal: over.signal, ref: false }).catch(() => undefined);
    }
  })();
  return {
    async close() {
      over.abort();
      await ended;
    },
  };

  /** Until the connection ends; false: it never came to listening. */
  async function listenOnce(): Promise<boolean> {
    const client = await pool.connect();
    const lost = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('notification', heard);
    let began = false;
    try {
      const asked = client.query(`listen ${pg.escapeIdentifier(channel)}`).then(() => {
        began = true;
        heard();
      });
      // Who stops waiting for it must not be told of its failure any more.
      asked.catch(() => undefined);
      await Promise.race([asked, closed]);
      await Promise.race([lost, closed]);
      return began;
    } finally {
      // The connection goes, and its listening with it: nobody else is to be given what it hears.
      client.release(true);
    }
  }
}
