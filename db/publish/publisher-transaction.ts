/**
 * One transaction of the one publisher: what it writes is there as a whole or not at all, and two publishers
 * never write at once. One that keeps up with the triage database is done in a moment, so another waits for it.
 *
 * In:     the publisher's pool and the work
 * Out:    what the work returns, after the commit
 * Errors: PublisherBusyError when another publisher is at work for longer; PublishError in words when the disk is full
 */
import pg from 'pg';

export class PublishError extends Error {
  override name = 'PublishError';
}

export class PublisherBusyError extends PublishError {
  constructor() {
    super(
      'Another publisher is at work on this database. Wait until it has finished, or stop it, and try again.',
    );
    this.name = 'PublisherBusyError';
  }
}

const PUBLISHER_LOCK = 0x6d616a69;
const DISK_FULL = '53100';
const LOCK_NOT_AVAILABLE = '55P03';
const WAIT_MS = 10_000;

/** `rollBack: true` undoes the work at the end: a rehearsal. */
export async function publisherTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  { rollBack = false, wait_ms = WAIT_MS } = {},
): Promise<T> {
  const client = await pool.connect();
  try {
    // In one message: this begins every small change that is published.
    await client.query(
      `begin; set local lock_timeout = ${wait_ms}; select pg_advisory_xact_lock(${PUBLISHER_LOCK}); set local lock_timeout to default`,
    );
    const result = await work(client);
    await client.query(rollBack ? 'rollback' : 'commit');
    client.release();
    return result;
  } catch (error) {
    // The connection goes, and with it the transaction: nothing stays of work that was not finished.
    client.release(error instanceof Error ? error : true);
    if (error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE)
      throw new PublisherBusyError();
    if (error instanceof pg.DatabaseError && error.code === DISK_FULL)
      throw new PublishError(
        'The disk of the published database is full. Nothing was published and nothing is lost: make room and run it again.',
        { cause: error },
      );
    throw error;
  }
}
