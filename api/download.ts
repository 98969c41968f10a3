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
import type { ReleaseRow } from '../db/queries/releases.ts';
import { manifestText } from '../db/schema/manifest-text.ts';
import { chooseFile, type DownloadContext } from './choose-download.ts';
import { releaseOf } from './context.ts';
import { copyBody } from './datasets/copy-body.ts';
import { dataPackage } from './datasets/data-package.ts';
import type { Dataset } from './datasets/dataset.ts';
import { parseDownloadAddress } from './datasets/download-address.ts';
import { readChanges } from './datasets/send-changes.ts';
import { common, SHARED, sha256, withoutBody } from './download-headers.ts';
import { csv } from './formats/csv.ts';
import { problem } from './problem.ts';
import { badParameters, Refusal } from './refusal.ts';
import { sendFile } from './send-file.ts';

const METHODS = 'GET, HEAD, OPTIONS';

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
    if (address.kind === 'dataset')
      return await sendFile(
        request,
        await chooseFile(request, url.searchParams, address, release, context),
        release,
      );
    if (address.kind === 'changes') return await sendChanges(request, url, address.dataset, release, context);
    if (url.searchParams.size > 0)
      throw badParameters([{ parameter: null, detail: 'takes no parameters', allowed: null }]);
    return sendText(request, address.kind, release, context);
  } catch (error) {
    // What breaks because the reader went away is no fault.
    if (!(error instanceof Refusal) && !request.signal.aborted) context.failed?.(error);
    const refused = problem(error);
    if (refused.status === 405) refused.headers.set('allow', METHODS);
    return refused;
  }
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

const notAllowed = () =>
  new Refusal('METHOD_NOT_SUPPORTED', 'wrong_method', `A download is read: use ${METHODS}.`);
