import { createHash } from 'node:crypto';

/** Strong: the same bytes have the same tag, and no others. */
export function entityTag(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/**
 * Whether the client has the newest copy already (RFC 9110, 13.1): entity tags decide, and the date only where
 * the request names none.
 *
 * In:     the request's headers; the current tag, with its quotes, and when it last changed (null: not told)
 * Out:    true: answer 304
 */
export function isNotModified(headers: Headers, etag: string, last_modified: Date | null): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null)
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  if (last_modified === null) return false;
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  // Dates in headers have no fractions of a second.
  return Number.isFinite(since) && Math.floor(last_modified.getTime() / 1000) * 1000 <= since;
}
