/**
 * The digests of a release: every dataset in every format whose bytes follow from
 * its rows alone, as it will be served for ever. Its figures are written
 * down first, since they are one of the datasets.
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
import type { Format } from '../formats/format.ts';
import { formatsOf } from '../formats/registry.ts';
import { copyStatement, SETTINGS } from './copy-statement.ts';
import type { Dataset } from './dataset.ts';
import { keepFigures } from './keep-figures.ts';
import { datasets } from './registry.ts';

export const filePath = (release: number, dataset: Dataset, format: Format): string =>
  `/data/${release}/${dataset.id}.${format.id}`;

export async function manifestFiles(
  client: pg.PoolClient,
  release: number,
  time_zone: string,
): Promise<ManifestFile[]> {
  await keepFigures(client, release, time_zone);
  await client.query(SETTINGS);
  const files: ManifestFile[] = [];
  // Formats made of the same rows are digested together: one COPY for NDJSON and JSON.
  for (const dataset of datasets)
    for (const shared of Map.groupBy(digestedFormats(dataset), (format) => format.rows).values())
      files.push(...(await digest(client, release, dataset, shared)));
  return files;
}

const digestedFormats = (dataset: Dataset) => formatsOf(dataset).filter((format) => format.digested);

async function digest(
  client: pg.PoolClient,
  release: number,
  dataset: Dataset,
  formats: readonly Format[],
): Promise<ManifestFile[]> {
  const [first] = formats;
  if (first === undefined) return [];
  const digests = formats.map((format) => ({
    format,
    writer: format.file(dataset),
    hash: createHash('sha256'),
    bytes: 0,
  }));
  const rows = client.query(copyTo(copyStatement(first.rows.copy(dataset, asOf(release)))));
  for await (const chunk of rows)
    for (const file of digests) {
      const part = await file.writer.push(chunk);
      file.hash.update(part);
      file.bytes += part.length;
    }
  // The count comes after the last row; the next query cannot be answered before it has.
  await client.query('select');
  const files: ManifestFile[] = [];
  for (const { format, writer, hash, bytes } of digests) {
    const rest = await writer.end();
    files.push({
      dataset: dataset.id,
      format: format.id,
      path: filePath(release, dataset, format),
      rows: rows.rowCount,
      bytes: bytes + rest.length,
      sha256: hash.update(rest).digest('hex'),
    });
  }
  return files;
}
