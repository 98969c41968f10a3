/**
 * `portal erase`: erases what is private of one request and keeps its anonymous row.
 *
 * In:     the code of its status page (or the id of its row, while the link is known), the databases, the pack.
 *         `importer`: null where the triage database belongs to another system, which has to erase there itself
 * Out:    what was erased, where, and how far: `strip`, `withhold` or `remove` (see `in-triage.ts`)
 * Errors: ErasureError when nothing is known of the code; those of the databases
 *
 * Two databases have no common transaction. The published side goes first and notes what is under way, so a crash
 * at any point leaves nothing that a publisher could bring back, and running it again completes it.
 */
import type pg from 'pg';
import { tierOf } from '../anonymise/publishable.ts';
import type { Connection } from '../connect.ts';
import type { Pack } from '../jurisdictions/types.ts';
import { PublishError, publisherTransaction } from '../publish/publisher-transaction.ts';
import type { PublishedDatabase } from '../schema/published.ts';
import type { Tier, TriageDatabase } from '../schema/triage.ts';
import { codeOf, eraseBox, eraseLink, forgetErased, type PublishedTraces, tracesOf } from './in-published.ts';
import { type ErasedInTriage, type Extent, eraseInTriage } from './in-triage.ts';

class ErasureError extends PublishError {
  override name = 'ErasureError';
}

export interface ErasureJob {
  /** canonical */
  readonly code: string;
  readonly importer: Connection<TriageDatabase> | null;
  readonly triage: Connection<TriageDatabase>;
  readonly publisher: Connection<PublishedDatabase>;
  readonly pack: Pack;
  readonly dryRun?: boolean;
}

export interface Erasure {
  /** of the status page */
  readonly code: string;
  readonly extent: Extent;
  readonly tier: Tier | null;
  readonly open: boolean;
  readonly published: PublishedTraces;
  /** null: the triage database is another system's, or has nothing of it any more */
  readonly triage: ErasedInTriage | null;
}

export async function eraseRequest(job: ErasureJob): Promise<Erasure> {
  const rollBack = job.dryRun ?? false;
  const { code, published, request, extent } = await publisherTransaction(
    job.publisher.pool,
    (publisher) => erasePublished(job, publisher),
    { rollBack },
  );
  const triage =
    job.importer === null || request === null
      ? null
      : await inTransaction(job.importer.pool, rollBack, (client) => eraseInTriage(client, code, extent));
  // The code itself is forgotten here once it is gone there.
  if (!rollBack)
    await publisherTransaction(job.publisher.pool, (publisher) =>
      inTransaction(job.triage.pool, true, (client) => forgetErased(publisher, client)),
    );
  return { code, extent, tier: request?.tier ?? null, open: request?.status === 'open', published, triage };
}

interface TriageFacts {
  readonly tier: Tier;
  readonly status: 'open' | 'closed';
}

async function erasePublished(job: ErasureJob, publisher: pg.PoolClient) {
  const code = await codeOf(publisher, job.code);
  const published = await tracesOf(publisher, code);
  const request = await readFacts(job, code);
  if (request === null && !published.begun)
    throw new ErasureError(
      `Nothing is known of ${code}. Compare it with the address of the status page. If it was a guarded report that has ` +
        'been erased before, this is how it should be: then nobody can tell any more which row was its own. ' +
        'Nothing was changed.',
    );
  const extent = extentOf(request?.tier ?? 'guarded', published);
  const theirs = job.importer === null;
  if (extent === 'remove') await eraseLink(publisher, code, true);
  // A system of others cannot be told to withhold it: it is never published from here.
  else if (extent === 'withhold' && theirs) await eraseLink(publisher, code, false);
  else await eraseBox(publisher, code);
  return { code, published, request, extent };
}

function extentOf(tier: Tier, published: PublishedTraces): Extent {
  if (published.guarded_row) return 'remove';
  return tier === 'guarded' && !published.open_row ? 'withhold' : 'strip';
}

async function readFacts(job: ErasureJob, code: string): Promise<TriageFacts | null> {
  const { rows } = await job.triage.pool.query<{
    service_code: string;
    tier_raised: Tier | null;
    status: 'open' | 'closed';
  }>('select service_code, tier_raised, status from triage.request where service_request_id = $1', [code]);
  const [row] = rows;
  if (row === undefined) return null;
  const service = job.pack.services.find((candidate) => candidate.service_code === row.service_code);
  return { tier: tierOf(service?.tier ?? 'sensitive', row.tier_raised), status: row.status };
}

async function inTransaction<T>(
  pool: pg.Pool,
  rollBack: boolean,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query(rollBack ? 'rollback' : 'commit');
    client.release();
    return result;
  } catch (error) {
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}
