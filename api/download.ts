/**
 * Downloads: `/data/{dataset}.{format}` of the newest release, `/data/{release}/{dataset}.{format}` for ever, and
 * the two files that describe a release.
 *
 * In:     GET, HEAD or OPTIONS; the context of the request, a pool of the web role, the portal's address
 * Out:    a Response that streams; 304 where the client has the file; the same headers for HEAD
 * Errors: `application/problem+json`: 400 bad parameters, 404 no such file, 405, 503 while the data is away
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
import { type DatasetAddress, parseDownloadAddress } from './datasets/download-address.ts';
import { type DownloadOptions, parseDownloadOptions } from './datasets/download-options.ts';
import { filePath } from './datasets/manifest.ts';
import { BYTE_ORDER_MARK } from './formats/csv.ts';
import { checkCodes } from './known-codes.ts';
import { problem } from './problem.ts';
import { badParameters, Refusal } from './refusal.ts';

export interface DownloadContext extends Context {
  readonly pool: pg.Pool;
  readonly public_url: string;
  /** hears of every error that is not meant for the client */
  readonly failed?: (error: unknown) => void;
}

const METHODS = 'GET, HEAD, OPTIONS';
const SHARED = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Content-Disposition, Content-Length, ETag, Last-Modified, Link',
};

export async function handleDownload(request: Request, context: DownloadContext): Promise<Response> {
  if (request.method === 'OPTIONS')
    return new Response(null, {
      status: 204,
      headers: {
        ...SHARED,
        allow: METHODS,
        'access-control-allow-methods': METHODS,
        'access-control-max-age': '86400',
      },
    });
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw notAllowed();
    const url = new URL(request.url);
    const address = parseDownloadAddress(url.pathname);
    const release = await releaseOf(context, address.release ?? 'latest');
    if (address.kind === 'dataset') return await sendDataset(request, url, address, release, context);
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
  const file = release.manifest.files.find(({ path }) => path === filePath(release.release, dataset, format));
  const whole = options.filtered ? undefined : file;
  const mark = options.bom ? BYTE_ORDER_MARK : '';
  const { public_url, jurisdiction } = context;
  const name = [jurisdiction.id, dataset.id, release.label, ...(options.filtered ? ['filtered'] : [])].join(
    '-',
  );
  const headers = new Headers({
    ...common(release, entityTag(release, address, options, whole?.sha256), address.release !== null),
    'content-type': format.media_type,
    'content-disposition': `attachment; filename="${name}.${format.id}"`,
    link: `<${public_url}/data/${dataset.id}>; rel="describedby", <${jurisdiction.licence.url}>; rel="license"`,
    ...(whole && { 'content-length': String(whole.bytes + Buffer.byteLength(mark)) }),
  });
  const early = withoutBody(request, headers, release);
  if (early) return early;
  const condition = dataset.filters
    ? requestFilterSql(options.filters, release.release)
    : asOf(release.release);
  const body = await copyBody({
    pool: context.pool,
    statement: copyStatement(format.rows.copy(dataset, condition)),
    frame: { ...format.frame, open: mark + format.frame.open },
    signal: request.signal,
  });
  return new Response(body, { headers });
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
    for (const name of ['content-type', 'content-length', 'content-disposition']) headers.delete(name);
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
    digest ?? sha256(JSON.stringify([release.manifest_sha256, dataset.id, format.id, narrowed]));
  return `"${identity}${bom ? '-bom' : ''}"`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const notAllowed = () =>
  new Refusal('METHOD_NOT_SUPPORTED', 'wrong_method', `A download is read: use ${METHODS}.`);
