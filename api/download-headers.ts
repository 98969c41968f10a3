/**
 * What every download says of itself, and when that is all that has to be said.
 *
 * In:     the release that the bytes are of, their tag, the request
 * Out:    headers; an answer without a body to HEAD and to a client that has the file
 */
import { createHash } from 'node:crypto';
import type { ReleaseRow } from '../db/queries/releases.ts';
import { isNotModified } from './conditional.ts';

export const SHARED = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag, Last-Modified, Link',
};

export function common(release: ReleaseRow, etag: string, immutable: boolean): Record<string, string> {
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
export const lastModified = (release: ReleaseRow): Date | null =>
  release.withdrawals?.length ? null : release.published_at;

export function withoutBody(request: Request, headers: Headers, release: ReleaseRow): Response | null {
  if (isNotModified(request.headers, headers.get('etag') ?? '', lastModified(release))) {
    // Its type stays, by which whoever sends it knows whether the whole would be compressed.
    for (const name of ['content-length', 'content-disposition']) headers.delete(name);
    return new Response(null, { status: 304, headers });
  }
  return request.method === 'HEAD' ? new Response(null, { headers }) : null;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
