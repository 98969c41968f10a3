/**
 * Which file a download of a dataset is: the whole of a release, as its manifest knows it, or what a filter leaves.
 *
 * In:     the address and its parameters, the release, the context of the request
 * Out:    the headers of the file, its tag and size, and where its bytes come from
 * Errors: Refusal: 400 bad parameters, 422 more rows than the format holds; those of the database
 */
import type pg from 'pg';
import { asOf } from '../db/queries/as-of.ts';
import type { ReleaseRow } from '../db/queries/releases.ts';
import { requestFilterSql } from '../db/queries/request-filter.ts';
import type { Context } from './context.ts';
import { copyBody } from './datasets/copy-body.ts';
import { copyStatement } from './datasets/copy-statement.ts';
import type { DatasetAddress } from './datasets/download-address.ts';
import { type DownloadOptions, parseDownloadOptions } from './datasets/download-options.ts';
import type { FileSource } from './datasets/file-body.ts';
import { fileName } from './datasets/file-name.ts';
import { filePath } from './datasets/file-path.ts';
import { checkRows } from './datasets/fitting-formats.ts';
import { fileNotes } from './descriptions/file-notes.ts';
import { subjectOf } from './descriptions/handle-description.ts';
import { addresses } from './descriptions/subject.ts';
import { common, sha256 } from './download-headers.ts';
import type { FileNotes } from './formats/format.ts';
import { inBackground } from './formats/in-background.ts';
import { spreadsheetFile, spreadsheetRows } from './formats/spreadsheet-csv.ts';
import { checkCodes } from './known-codes.ts';
import type { Hold, MadeFiles, Whole } from './made-files.ts';

export interface DownloadContext extends Context {
  readonly pool: pg.Pool;
  readonly made: MadeFiles;
  readonly public_url: string;
  /** hears of every error that is not meant for the client */
  readonly failed?: (error: unknown) => void;
}

export interface ChosenFile {
  readonly headers: Headers;
  readonly etag: string;
  readonly source: FileSource;
  /** whether a part of it can be asked for */
  readonly ranges: boolean;
  /** nothing is read of it */
  readonly release: () => void;
}

export async function chooseFile(
  { signal }: Request,
  query: URLSearchParams,
  address: DatasetAddress,
  release: ReleaseRow,
  context: DownloadContext,
): Promise<ChosenFile> {
  const { dataset, format } = address;
  const options = parseDownloadOptions(query, dataset, format);
  if (options.filtered) checkCodes(options.filters, await context.stores.dimensions(release.release));
  await checkRows(address, options, release, context);
  // What was narrowed or changed for spreadsheets is another file than the one of the manifest.
  const isWhole = !options.filtered && !options.bom;
  const published = isWhole
    ? release.manifest.files.find(({ path }) => path === filePath(release.release, dataset, format))
    : undefined;
  const copy = copyOf(address, options, release, context);
  const key = `${release.manifest_sha256} ${dataset.id}.${format.id}`;
  const hold = isWhole ? () => context.made.hold(key, published?.sha256 ?? null, copy) : null;
  const made = published || !format.heavy || !hold ? null : await madeSoon(hold(), context.made, signal);
  const known = published ?? made?.whole;
  const ranges = known !== undefined && isWhole && (address.release !== null || format.read_by_parts);
  const tag = entityTag(release, address, options, known?.sha256);
  // Before it is made nobody knows its bytes.
  const etag = made && !known ? `W/${tag}` : tag;
  const headers = new Headers({
    ...common(release, etag, address.release !== null && format.digested),
    ...fileHeaders(address, options, release, context),
    ...(known && { 'content-length': String(known.bytes) }),
    ...(ranges && { 'accept-ranges': 'bytes' }),
  });
  return {
    headers,
    etag,
    source: { copy, hold: made ? () => made.hold : hold, heavy: format.heavy, bytes: known?.bytes ?? null },
    ranges,
    release: made?.hold.release ?? (() => undefined),
  };
}

/** The file, made anew from its first byte on. */
function copyOf(
  address: DatasetAddress,
  options: DownloadOptions,
  release: ReleaseRow,
  context: DownloadContext,
): FileSource['copy'] {
  const { dataset, format } = address;
  const condition = dataset.filters
    ? requestFilterSql(options.filters, release.release)
    : asOf(release.release);
  return async (signal) =>
    copyBody({
      pool: context.pool,
      statement: copyStatement((options.bom ? spreadsheetRows : format.rows).copy(dataset, condition)),
      file: options.bom
        ? spreadsheetFile()
        : inBackground(dataset, format, await notesOf(address, options, release, context)),
      signal,
    });
}

/** Null: the bytes of the format follow from the rows alone. */
async function notesOf(
  { dataset, format }: DatasetAddress,
  { filters }: DownloadOptions,
  release: ReleaseRow,
  context: DownloadContext,
): Promise<FileNotes | null> {
  if (format.digested) return null;
  const [subject, dimensions] = await Promise.all([
    subjectOf(context, release),
    context.stores.dimensions(release.release),
  ]);
  const file = addresses(context.public_url).file(release.release, dataset.id, format.id);
  return fileNotes(dataset, subject, dimensions, { file, filter: new URLSearchParams(filters).toString() });
}

/**
 * A file that no manifest knows is made before anything is said of it: its size, its tag, its parts. Where that takes
 * long, it is sent as it grows, and the rest is left unsaid.
 */
async function madeSoon(
  hold: Hold,
  made: MadeFiles,
  signal: AbortSignal,
): Promise<{ readonly hold: Hold; readonly whole: Whole | undefined }> {
  signal.addEventListener('abort', hold.release, { once: true });
  try {
    signal.throwIfAborted();
    return { hold, whole: (await made.soon(hold)) ?? undefined };
  } catch (error) {
    hold.release();
    throw error;
  }
}

function fileHeaders(
  { dataset, format }: DatasetAddress,
  { filtered, bom }: DownloadOptions,
  release: ReleaseRow,
  { public_url, jurisdiction }: DownloadContext,
): Record<string, string> {
  const name = fileName({
    jurisdiction: jurisdiction.id,
    dataset: dataset.id,
    release: release.release,
    ending: format.id,
    filtered,
    spreadsheet: bom,
  });
  return {
    'content-type': format.media_type,
    'content-disposition': `attachment; filename="${name}"`,
    link: [
      `<${public_url}/data/${dataset.id}>; rel="describedby"`,
      `<${public_url}/data/${release.release}/${dataset.id}.metadata.json>; rel="describedby"; type="application/json"`,
      // Readers of CSV on the Web look here before they guess an address.
      ...(format.id === 'csv'
        ? [
            `<${public_url}/data/${release.release}/${dataset.id}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`,
          ]
        : []),
      `<${jurisdiction.licence.url}>; rel="license"`,
    ].join(', '),
  };
}

/** A whole file is known by its digest; a part of one by the release that it is of and how it was narrowed. */
function entityTag(
  release: ReleaseRow,
  { dataset, format }: DatasetAddress,
  { filters, bom }: DownloadOptions,
  digest: string | undefined,
): string {
  const narrowed = Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1));
  const identity =
    digest ??
    sha256(
      JSON.stringify([
        release.manifest_sha256,
        dataset.id,
        format.id,
        narrowed,
        // Some formats hold the dictionary, as it is worded now.
        format.digested ? null : [dataset.columns, dataset.caveats],
      ]),
    );
  return `"${identity}${bom ? '-spreadsheet' : ''}"`;
}
