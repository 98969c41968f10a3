/**
 * Writes the demonstration into the triage database: 24 months of invented requests that end at `now`.
 *
 * In:     the importer's connection, a pack that was imported (`importPack`), the end of the history
 * Out:    how many requests and reporters the database now holds. Where a demonstration is already loaded it
 *         is left as it is.
 * Errors: DemonstrationError when the database holds requests of another source, or the pack has no
 *         demonstration. All is written in one transaction: a crash leaves nothing.
 */
import type pg from 'pg';
import type { Connection } from '../connect.ts';
import type { Pack } from '../jurisdictions/types.ts';
import type { Progress } from '../progress.ts';
import type { TriageDatabase } from '../schema/triage.ts';
import { copyRows } from './copy-rows.ts';
import { drawDemonstration } from './draw-demonstration.ts';
import { DemonstrationError } from './error.ts';
import { type Random, seededRandom } from './random.ts';
import { DEMONSTRATION, tablesOf } from './tables.ts';

export interface DemonstrationJob {
  readonly importer: Connection<TriageDatabase>;
  readonly pack: Pack;
  readonly now: Date;
  readonly progress: Progress;
  readonly random?: Random;
  /** about how many; a small demonstration is as good for most tests */
  readonly requests?: number;
}

export interface LoadedDemonstration {
  readonly requests: number;
  readonly reporters: number;
}

export async function loadDemonstration(job: DemonstrationJob): Promise<LoadedDemonstration> {
  const client = await job.importer.pool.connect();
  try {
    await client.query('begin');
    // Two that start at once: the second waits here, and then finds the first one's.
    await client.query("select pg_advisory_xact_lock(hashtext('majibu demonstration'))");
    const loaded = (await alreadyLoaded(client)) ?? (await write(client, job));
    await client.query('commit');
    client.release();
    return loaded;
  } catch (error) {
    // The connection goes, and the transaction with it.
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}

async function alreadyLoaded(client: pg.PoolClient): Promise<LoadedDemonstration | null> {
  const { rows } = await client.query<{ demonstration: number; others: number; reporters: number }>(
    `select (select count(*) from triage.request where source = $1)::int as demonstration,
            (select count(*) from triage.request where source <> $1)::int
              + (select count(*) from triage.message where channel <> $1)::int as others,
            (select count(*) from triage.reporter)::int as reporters`,
    [DEMONSTRATION],
  );
  const { demonstration = 0, others = 0, reporters = 0 } = rows[0] ?? {};
  if (demonstration > 0) return { requests: demonstration, reporters };
  if (others > 0 || reporters > 0)
    throw new DemonstrationError(
      'The triage database holds reports that are not of the demonstration, and invented ones are never mixed with them. Use another database, or another DATA_DIR.',
    );
  return null;
}

async function write(client: pg.PoolClient, job: DemonstrationJob): Promise<LoadedDemonstration> {
  const random = job.random ?? seededRandom('majibu');
  const demonstration = drawDemonstration(job.pack, job.now, random, job.requests);
  const tables = tablesOf(demonstration);
  const total = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  job.progress.phase('Loading the demonstration', total);
  for (const { name, columns, rows } of tables)
    await copyRows(client, `triage.${name}`, columns, rows, (count) => job.progress.advance(count));
  // COPY gave the ids; the next one comes after them.
  for (const name of ['reporter', 'message', 'request'])
    await client.query(
      `select setval(pg_get_serial_sequence('triage.${name}', 'id'), (select max(id) from triage.${name}))`,
    );
  // Publishing begins at once, before the database would look by itself at how much there is.
  await client.query('analyze triage.request, triage.event, triage.message, triage.request_message');
  job.progress.done();
  return { requests: demonstration.requests.length, reporters: demonstration.reporters.length };
}
