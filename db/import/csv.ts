/**
 * `import csv`: service requests from a CSV file, plain or gzip, of any size.
 *
 * In:     the file, and a declaration in the pack (imports/NAME.json) of what its columns mean
 * Out:    requests and events in the triage database. Each batch of rows is one transaction, so whatever stops the
 *         import, the batches before stay, and importing the file again completes it: known rows are compared,
 *         not repeated.
 * Errors: ImportError; with a report where the file broke off and rows before the break are kept
 */
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import type { Declaration } from './csv-declaration.ts';
import { loadDeclaration } from './csv-load-declaration.ts';
import { preparedReader } from './csv-prepare.ts';
import { readRecords } from './csv-records.ts';
import type { RowReader, StagedRequest } from './csv-row.ts';
import { createStage, dropStage, takeBatch } from './csv-stage.ts';
import { Tally } from './csv-tally.ts';
import { checkOptions } from './options.ts';
import { type Rejected, Rejects, rejectsPath } from './rejects.ts';
import { SourceBreak } from './source.ts';
import { ImportError, type Importer, type ImportJob, type ImportReport } from './types.ts';

const CSV_OPTIONS = {
  mapping: "the name of the pack's imports/NAME.json; needed where it has several",
  rejects: 'where to write what could not be used (default: FILE.rejects.csv in the current folder)',
} as const;

const BATCH_ROWS = 10_000;

export const csvImporter: Importer = {
  name: 'csv',
  summary: 'service requests from a CSV file, plain or gzip',
  options: CSV_OPTIONS,
  run: importCsv,
};

async function importCsv(job: ImportJob): Promise<ImportReport> {
  checkOptions(job.options, CSV_OPTIONS);
  const declaration = await loadDeclaration(job.pack, job.options['mapping']);
  const client = await connected(job.importer.pool);
  try {
    await lockSource(client, declaration.source);
    return await importLocked(job, declaration, client);
  } finally {
    const cleared = await dropStage(client)
      .then(() => unlockSource(client, declaration.source))
      .then(
        () => true,
        () => false,
      );
    // A connection that failed is dropped, and its lock and its temporary table with it.
    client.release(!cleared);
    if (cleared) client.off('error', ignore);
  }
}

const ignore = (): void => undefined;

/** A connection that survives being told of its own end: the query that runs then fails, and says so. */
async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    const client = await pool.connect();
    client.on('error', ignore);
    return client;
  } catch (error) {
    throw new ImportError(
      `The triage database cannot be reached (${reasonOf(error)}). Nothing was imported.`,
    );
  }
}

async function importLocked(
  { importer, pack, file, options, progress }: ImportJob,
  declaration: Declaration,
  client: pg.PoolClient,
): Promise<ImportReport> {
  const tally = new Tally();
  const rejects = new Rejects(rejectsPath(file, options['rejects']));
  const counts = { read: 0, accepted: 0, unchanged: 0 };
  const report = async (): Promise<ImportReport> => {
    const rejected = rejects.count;
    if (counts.read !== counts.accepted + counts.unchanged + rejected)
      throw new Error(
        `the import does not add up: ${counts.read} read, ${counts.accepted} accepted, ${counts.unchanged} unchanged, ${rejected} rejected`,
      );
    const notes = [...tally.notes(pack.time_zone), ...rejects.reasons('row')];
    return { ...counts, rejected, rejects_file: await rejects.close(), notes };
  };

  await createStage(client);
  const makeReader = await preparedReader({ importer, pack }, declaration, client, tally);
  const size = await stat(file).catch(() => null);
  const randomByte = randomByteSource();
  let readRow: RowReader | null = null;
  let row = 0;
  let batch: { requests: StagedRequest[]; rejected: Rejected[] } = { requests: [], rejected: [] };

  const flush = async (): Promise<void> => {
    const { requests, rejected } = batch;
    batch = { requests: [], rejected: [] };
    const result = await takeBatch(client, declaration.source, requests, randomByte);
    counts.read += requests.length + rejected.length;
    counts.accepted += result.accepted;
    counts.unchanged += result.unchanged;
    await rejects.add([...rejected, ...result.rejected].sort((a, b) => a.row - b.row));
  };

  progress.phase(`import ${path.basename(file)}`, size?.size ?? null);
  try {
    for await (const records of readRecords(file, declaration.delimiter, (bytes) => progress.advance(bytes)))
      for (const record of records) {
        row++;
        if (readRow === null) {
          readRow = makeReader(record);
          continue;
        }
        const result = readRow(record, row);
        if (result.ok) batch.requests.push(result.request);
        else batch.rejected.push({ row, external_id: result.external_id, reason: result.reason });
        if (batch.requests.length + batch.rejected.length >= BATCH_ROWS) await flush();
      }
    if (row === 0) throw new ImportError(`${file} holds no line of CSV. Nothing was imported.`);
    await flush();
  } catch (error) {
    if (error instanceof SourceBreak) {
      await flush();
      throw brokenOff(file, row, error.message, await report());
    }
    if (error instanceof ImportError && counts.read > 0)
      throw new ImportError(`${error.message} ${kept({ ...counts, rejected: rejects.count })}`);
    if (error instanceof ImportError) throw error;
    throw databaseFault(error, file, await report());
  }
  progress.done();
  await client.query('analyze triage.request, triage.event');
  return report();
}

const LOCK = `hashtext('majibu import'), hashtext($1)`;

/** One import of a source at a time: two would each take the other's rows for new. */
async function lockSource(client: pg.PoolClient, source: string): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${LOCK}) as locked`, [
    source,
  ]);
  if (!rows[0]?.locked)
    throw new ImportError(
      `Another import of ${source} is running. Wait until it is done, then import again.`,
    );
}

async function unlockSource(client: pg.PoolClient, source: string): Promise<void> {
  await client.query(`select pg_advisory_unlock(${LOCK})`, [source]);
}

function brokenOff(file: string, row: number, why: string, report: ImportReport): ImportError {
  return new ImportError(
    `${file} breaks off after row ${row}: ${why}. ${kept(report)} Import the whole file again to complete it.`,
    report,
  );
}

function databaseFault(error: unknown, file: string, report: ImportReport): ImportError {
  return new ImportError(
    `The database stopped taking rows of ${file} (${reasonOf(error)}). ${kept(report)} Import the file again to complete it.`,
    report,
  );
}

/** Never more than the message and the code: the details of a database's error quote what a row says. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error ? String(error.code) : '';
  return [error.message, code].filter((part) => part !== '').join(', ');
}

type Counts = Pick<ImportReport, 'read' | 'accepted' | 'unchanged' | 'rejected'>;

function kept({ read, accepted, unchanged, rejected }: Counts): string {
  return `Kept so far: ${read} rows read = ${accepted} accepted + ${unchanged} unchanged + ${rejected} rejected.`;
}

function randomByteSource(): () => number {
  let bytes = randomBytes(4096);
  let next = 0;
  return () => {
    if (next === bytes.length) {
      bytes = randomBytes(4096);
      next = 0;
    }
    return bytes[next++] ?? 0;
  };
}
