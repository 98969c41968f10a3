/**
 * Downloads: `/data/{dataset}.{format}` of the newest release, `/data/{release}/{dataset}.{format}` for ever,
 * `/data/{dataset}/changes.csv?since={release}`, and the two files that describe a release.
 *
 * In:     GET, HEAD or OPTIONS; the context of the request, a pool of the web role, the portal's address
 * Out:    a Response that streams; 206 with one part of a whole file of a release; 304 where the client has the file;
 *         the same headers for HEAD
 * Errors: `application/problem+json`: 400 bad parameters, 404 no such file, 405, 416,
 *         422 more rows than the format holds, 503 while the data is away
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { asOf } from '../db/queries/as-of.ts';
import type { ReleaseRow } from '../db/queries/releases.ts';
import { requestFilterSql } from '../db/queries/request-filter.ts';
import { manifestText } from '../db/schema/manifest-text.ts';
import { isNotModified } from './conditional.ts';
import { type Context, releaseOf } from './context.ts';
import { copyBody } from './datasets/copy-body.ts';
import { copyStatement } from './datasets/copy-statement.ts';
import { dataPackage } from './datasets/data-package.ts';
import type { Dataset } from './datasets/dataset.ts';
import { type DatasetAddress, parseDownloadAddress } from './datasets/download-address.ts';
import { type DownloadOptions, parseDownloadOptions } from './datasets/download-options.ts';
import { fileBody } from './datasets/file-body.ts';
import { fileName } from './datasets/file-name.ts';
import { filePath } from './datasets/manifest.ts';
import { readChanges } from './datasets/send-changes.ts';
import { fileNotes } from './descriptions/file-notes.ts';
import { subjectOf } from './descriptions/handle-description.ts';
import { addresses } from './descriptions/subject.ts';
import { csv } from './formats/csv.ts';
import type { FileNotes } from './formats/format.ts';
import { inBackground } from './formats/in-background.ts';
import { spreadsheetFile, spreadsheetRows } from './formats/spreadsheet-csv.ts';
import { checkCodes } from './known-codes.ts';
import type { Hold, MadeFiles, Whole } from './made-files.ts';
import { problem } from './problem.ts';
import { readRange } from './range.ts';
import { badParameters, Refusal } from './refusal.ts';

export interface DownloadContext extends Context {
  readonly pool: pg.Pool;
  readonly made: MadeFiles;
  readonly public_url: string;
  /** hears of every error that is not meant for the client */
  readonly failed?: (error: unknown) => void;
}

const METHODS = 'GET, HEAD, OPTIONS';
const SHARED = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag, Last-Modified, Link',
};

export async function handleDownload(request: Request, context: DownloadContext): Promise<Response> {
  if (request.method === 'OPTIONS')
    return new Response(null, {
      status: 204,
      headers: {
        ...SHARED,
        allow: METHODS,
        'access-control-allow-methods': METHODS,
        'access-control-allow-headers': 'range, if-range, if-none-match, if-modified-since',
        'access-control-max-age': '86400',
      },
    });
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw notAllowed();
    const url = new URL(request.url);
    const address = parseDownloadAddress(url.pathname);
    const release = await releaseOf(context, address.release ?? 'latest');
    if (address.kind === 'dataset') return await sendDataset(request, url, address, release, context);
    if (address.kind === 'changes') return await sendChanges(request, url, address.dataset, release, context);
    if (url.searchParams.size > 0)
      throw badParameters([{ parameter: null, detail: 'takes no parameters', allowed: null }]);
    return sendText(request, address.kind, release, context);
  } catch (error) {
    if (!(error instanceof Refusal)) context.failed?.(error);
    const refused = problem(error);
    if (refused.status === 405) refused.headers.set('allow', METHODS);
    return refused;
  }
}

async function sendDataset(
  request: Request,
  url: URL,
  address: DatasetAddress,
  release: ReleaseRow,
  context: DownloadContext,
): Promise<Response> {
  const { dataset, format } = address;
  const options = parseDownloadOptions(url.searchParams, dataset, format);
  if (options.filtered) checkCodes(options.filters, await context.stores.dimensions(release.release));
  await checkRows(address, options, release, context);
  // What was narrowed or changed for spreadsheets is another file than the one of the manifest.
  const isWhole = !options.filtered && !options.bom;
  const published = isWhole
    ? release.manifest.files.find(({ path }) => path === filePath(release.release, dataset, format))
    : undefined;
  const copy = async (signal: AbortSignal) =>
    copyBody({
      pool: context.pool,
      statement: copyStatement(
        (options.bom ? spreadsheetRows : format.rows).copy(
          dataset,
          dataset.filters ? requestFilterSql(options.filters, release.release) : asOf(release.release),
        ),
      ),
      file: options.bom
        ? spreadsheetFile()
        : inBackground(dataset, format, await notesOf(address, options, release, context)),
      signal,
    });
  const hold = isWhole
    ? () =>
        context.made.hold(
          `${release.manifest_sha256} ${dataset.id}.${format.id}`,
          published?.sha256 ?? null,
          copy,
        )
    : null;
  // A file that no manifest knows has to be made before anything can be said of it.
  const known = published ?? (format.heavy && hold ? await wholeOf(hold(), request.signal) : undefined);
  const ranges = isWhole && (address.release !== null || format.read_by_parts);
  const etag = entityTag(release, address, options, known?.sha256);
  const headers = new Headers({
    ...common(release, etag, address.release !== null && format.digested),
    ...fileHeaders(address, options, release, context),
    ...(known && { 'content-length': String(known.bytes) }),
    ...(known && ranges && { 'accept-ranges': 'bytes' }),
  });
  const early = withoutBody(request, headers, release);
  if (early) return early;
  const part =
    known && ranges
      ? readRange(request.headers, {
          bytes: known.bytes,
          etag,
          last_modified: lastModified(release),
        })
      : null;
  if (part === 'unsatisfiable') return outOfRange(known?.bytes ?? 0, etag);
  const bytes = known?.bytes ?? null;
  const body = await fileBody({ copy, hold, heavy: format.heavy, bytes }, part, request.signal);
  if (part === null) return new Response(body, { headers });
  headers.set('content-length', String(part.until - part.from));
  headers.set('content-range', `bytes ${part.from}-${part.until - 1}/${bytes}`);
  return new Response(body, { status: 206, headers });
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

/** Refuses what the format cannot hold before the first byte of it. */
async function checkRows(
  { dataset, format }: DatasetAddress,
  { filters, filtered }: DownloadOptions,
  release: ReleaseRow,
  { stores }: DownloadContext,
): Promise<void> {
  if (format.most_rows === null) return;
  const rows = filtered
    ? await stores.requests({ release: release.release, filter: filters, sort: 'received' })
    : (release.manifest.files.find((file) => file.dataset === dataset.id)?.rows ?? 0);
  if (rows <= format.most_rows) return;
  throw new Refusal(
    'UNPROCESSABLE_CONTENT',
    'too_many_rows',
    `${format.title.en} holds ${format.most_rows.toLocaleString('en')} rows and this has ${rows.toLocaleString('en')}. ` +
      `Take /data/${release.release}/${dataset.id}.csv or .parquet${dataset.filters ? ', or narrow it with a filter' : ''}.`,
  );
}

async function wholeOf(hold: Hold, signal: AbortSignal): Promise<Whole> {
  signal.throwIfAborted();
  signal.addEventListener('abort', hold.release, { once: true });
  try {
    return await hold.whole();
  } finally {
    hold.release();
  }
}

function outOfRange(bytes: number, etag: string): Response {
  const refused = problem(
    new Refusal('BAD_REQUEST', 'out_of_range', `The file has ${bytes.toLocaleString('en')} bytes.`),
  );
  refused.headers.set('content-range', `bytes */${bytes}`);
  refused.headers.set('accept-ranges', 'bytes');
  refused.headers.set('etag', etag);
  return refused;
}

async function sendChanges(
  request: Request,
  url: URL,
  dataset: Dataset,
  release: ReleaseRow,
  context: DownloadContext,
): Promise<Response> {
  const {
    statement,
    headers: own,
    identity,
  } = await readChanges(url.searchParams, dataset, release, context);
  const headers = new Headers({ ...common(release, `"${sha256(JSON.stringify(identity))}"`, false), ...own });
  const early = withoutBody(request, headers, release);
  if (early) return early;
  const { pool } = context;
  return new Response(await copyBody({ pool, statement, file: csv.file(dataset), signal: request.signal }), {
    headers,
  });
}

/** The manifest's bytes are those that its published hash is of. */
function sendText(
  request: Request,
  kind: 'manifest' | 'datapackage',
  release: ReleaseRow,
  context: DownloadContext,
): Response {
  const text =
    kind === 'manifest'
      ? manifestText(release.manifest)
      : JSON.stringify(dataPackage(release, context), null, 2);
  const headers = new Headers({
    ...common(release, `"${sha256(text)}"`, true),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
  });
  return withoutBody(request, headers, release) ?? new Response(text, { headers });
}

function common(release: ReleaseRow, etag: string, immutable: boolean): Record<string, string> {
  const modified = lastModified(release);
  return {
    ...SHARED,
    etag,
    ...(modified && { 'last-modified': modified.toUTCString() }),
    'cache-control': immutable
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=60, stale-while-revalidate=86400',
  };
}

/** Null: rows were withdrawn since it was published, and whoever has only a date is given the file anew. */
const lastModified = (release: ReleaseRow): Date | null =>
  release.withdrawals?.length ? null : release.published_at;

function withoutBody(request: Request, headers: Headers, release: ReleaseRow): Response | null {
  if (isNotModified(request.headers, headers.get('etag') ?? '', lastModified(release))) {
    // Its type stays, by which whoever sends it knows whether the whole would be compressed.
    for (const name of ['content-length', 'content-disposition']) headers.delete(name);
    return new Response(null, { status: 304, headers });
  }
  return request.method === 'HEAD' ? new Response(null, { headers }) : null;
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

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const notAllowed = () =>
  new Refusal('METHOD_NOT_SUPPORTED', 'wrong_method', `A download is read: use ${METHODS}.`);
