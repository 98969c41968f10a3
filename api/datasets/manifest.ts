/**
 * The digests of a release: every dataset in every format whose bytes follow from
 * its rows alone, as it will be served for ever. Its figures are written
 * down as well, since they are one of the datasets.
 *
 * Each dataset is read once, by a COPY of typed rows, of which the bytes of CSV, JSON and Parquet follow; a thread beside
 * makes and hashes them, and meanwhile the figures are computed.
 *
 * In:     the publisher's client, inside the transaction that cuts the release: its rows must be visible on it;
 *         the time zone of its days
 * Out:    per file its address, rows, bytes and SHA-256
 * Errors: those of the database
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { asOf } from '../../db/queries/as-of.ts';
import type { ManifestFile } from '../../db/schema/published.ts';
import type { Format, RowEncoding } from '../formats/format.ts';
import { digestRows } from '../formats/typed-rows.ts';
import { copyStatement, SETTINGS } from './copy-statement.ts';
import type { Dataset } from './dataset.ts';
import { digestedFormats, type FormatDigest, isOfTypedRows } from './digest-formats.ts';
import { Digesting } from './digest-thread.ts';
import { filePath } from './file-path.ts';
import { keepFigures } from './keep-figures.ts';
import { datasets } from './registry.ts';
import { statisticFigures } from './statistics.ts';

/** Read, and perhaps not digested to the end. */
interface Read {
  readonly dataset: Dataset;
  readonly rows: number;
  readonly digests: Promise<readonly FormatDigest[]>;
}

export async function manifestFiles(
  client: pg.PoolClient,
  release: number,
  time_zone: string,
): Promise<ManifestFile[]> {
  await client.query(SETTINGS);
  const read: Read[] = [];
  for (const dataset of datasets)
    if (dataset !== statisticFigures) read.push(await readOnce(client, release, dataset));
  await keepFigures(client, release, time_zone);
  read.push(await readOnce(client, release, statisticFigures));
  const files: ManifestFile[] = [];
  for (const dataset of datasets) {
    const found = read.find((one) => one.dataset === dataset);
    const digests = (await found?.digests) ?? [];
    for (const format of inOrder(dataset)) {
      const digest = digests.find((one) => one.format === format.id);
      if (found && digest)
        files.push({
          dataset: dataset.id,
          format: format.id,
          path: filePath(release, dataset, format),
          rows: found.rows,
          bytes: digest.bytes,
          sha256: digest.sha256,
        });
    }
  }
  return files;
}

/** Formats of the same rows stand together. */
const inOrder = (dataset: Dataset): Format[] =>
  [...Map.groupBy(digestedFormats(dataset), (format) => format.rows).values()].flat();

async function readOnce(client: pg.PoolClient, release: number, dataset: Dataset): Promise<Read> {
  const digesting = new Digesting(dataset);
  const others: FormatDigest[] = [];
  try {
    const rows = await copy(client, release, dataset, digestRows, (chunk) => digesting.push(chunk));
    for (const format of digestedFormats(dataset))
      if (!isOfTypedRows(format)) others.push(await digestFile(client, release, dataset, format));
    const digests = digesting.end().then((own) => [...own, ...others]);
    // Whoever waits for it hears of it; until then it is nobody's.
    digests.catch(() => undefined);
    return { dataset, rows, digests };
  } catch (error) {
    digesting.end().catch(() => undefined);
    throw error;
  }
}

async function digestFile(
  client: pg.PoolClient,
  release: number,
  dataset: Dataset,
  format: Format,
): Promise<FormatDigest> {
  const hash = createHash('sha256');
  const writer = format.file(dataset);
  let bytes = 0;
  const add = (part: Buffer) => {
    hash.update(part);
    bytes += part.length;
  };
  await copy(client, release, dataset, format.rows, async (chunk) => add(await writer.push(chunk)));
  add(await writer.end());
  return { format: format.id, bytes, sha256: hash.digest('hex') };
}

/** Out: how many rows there are. */
async function copy(
  client: pg.PoolClient,
  release: number,
  dataset: Dataset,
  encoding: RowEncoding,
  each: (chunk: Buffer) => Promise<void>,
): Promise<number> {
  const rows = client.query(copyTo(copyStatement(encoding.copy(dataset, asOf(release)))));
  for await (const chunk of rows) await each(chunk);
  // The count comes after the last row; the next query cannot be answered before it has.
  await client.query('select');
  return rows.rowCount;
}
