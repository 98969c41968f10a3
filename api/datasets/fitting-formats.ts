/**
 * The formats that a dataset of a release fits into: a sheet of Excel ends at its last row, and one that is cut off is
 * worse than none. So a file that cannot be made is named nowhere, and refused in words where it is asked for.
 *
 * In:     a dataset; the release, whose manifest counts its rows (null: none yet); what narrows the download
 * Out:    formats
 * Errors: Refusal (422) that says what to take instead
 */
import type { ReleaseRow } from '../../db/queries/releases.ts';
import type { Context } from '../context.ts';
import type { Format } from '../formats/format.ts';
import { formatsOf } from '../formats/registry.ts';
import { Refusal } from '../refusal.ts';
import type { Dataset } from './dataset.ts';
import type { DatasetAddress } from './download-address.ts';
import type { DownloadOptions } from './download-options.ts';

/** Its manifest says how many rows there are. */
export type CountedRelease = Pick<ReleaseRow, 'manifest'>;

export function fittingFormats(dataset: Dataset, release: CountedRelease | null): readonly Format[] {
  const rows = release === null ? 0 : rowsOf(release, dataset);
  return formatsOf(dataset).filter((format) => fits(format, rows));
}

/** Before the first byte of the file. */
export async function checkRows(
  { dataset, format }: Pick<DatasetAddress, 'dataset' | 'format'>,
  { filters, filtered }: Pick<DownloadOptions, 'filters' | 'filtered'>,
  release: ReleaseRow,
  { stores }: Pick<Context, 'stores'>,
): Promise<void> {
  if (format.most_rows === null) return;
  const rows = filtered
    ? await stores.requests({ release: release.release, filter: filters, sort: 'received' })
    : rowsOf(release, dataset);
  if (fits(format, rows)) return;
  throw new Refusal(
    'UNPROCESSABLE_CONTENT',
    'too_many_rows',
    `${format.title.en} holds ${format.most_rows.toLocaleString('en')} rows and this has ${rows.toLocaleString('en')}. ` +
      `Take /data/${release.release}/${dataset.id}.csv or .parquet${dataset.filters ? ', or narrow it with a filter' : ''}.`,
  );
}

const fits = ({ most_rows }: Format, rows: number): boolean => most_rows === null || rows <= most_rows;

const rowsOf = ({ manifest }: CountedRelease, { id }: Dataset): number =>
  manifest.files.find((file) => file.dataset === id)?.rows ?? 0;
