/**
 * Sends a file that was chosen: all of it, a part, or only what is said of it.
 *
 * In:     the request; the file and the release that it is of
 * Out:    a Response that streams; 206 with one part; 304 where the client has it; the same headers for HEAD
 * Errors: 416 where nothing of the file lies in the range; those of the database and of the disk
 */
import type { ReleaseRow } from '../db/queries/releases.ts';
import type { ChosenFile } from './choose-download.ts';
import { fileBody } from './datasets/file-body.ts';
import { lastModified, withoutBody } from './download-headers.ts';
import { problem } from './problem.ts';
import { type Part, readRange } from './range.ts';
import { Refusal } from './refusal.ts';

export async function sendFile(request: Request, file: ChosenFile, release: ReleaseRow): Promise<Response> {
  const { headers, etag, source } = file;
  const early = withoutBody(request, headers, release);
  const part = early ? null : partOf(request, file, release);
  if (early || part === 'unsatisfiable') file.release();
  if (early) return early;
  if (part === 'unsatisfiable') return outOfRange(source.bytes ?? 0, etag);
  const body = await fileBody(source, part, request.signal);
  if (part === null) return new Response(body, { headers });
  headers.set('content-length', String(part.until - part.from));
  headers.set('content-range', `bytes ${part.from}-${part.until - 1}/${source.bytes}`);
  return new Response(body, { status: 206, headers });
}

function partOf(
  request: Request,
  { ranges, etag, source: { bytes } }: ChosenFile,
  release: ReleaseRow,
): Part | 'unsatisfiable' | null {
  if (!ranges || bytes === null) return null;
  return readRange(request.headers, { bytes, etag, last_modified: lastModified(release) });
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
