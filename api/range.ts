/**
 * Which part of a file a client asks for (RFC 9110, 14).
 *
 * In:     the request's headers; the file's size in bytes, its strong tag with quotes, when it last changed (null: not told)
 * Out:    the first byte and the one after the last; null: the whole file, which is also the answer to several
 *         ranges, to a unit or a form that is not known, and where If-Range names another copy
 * Errors: `unsatisfiable`: nothing of the file lies in the range (416)
 */
export interface Part {
  readonly from: number;
  readonly until: number;
}

export interface PartOf {
  readonly bytes: number;
  readonly etag: string;
  readonly last_modified: Date | null;
}

export function readRange(headers: Headers, file: PartOf): Part | 'unsatisfiable' | null {
  const range = headers.get('range');
  if (range === null || !isSameCopy(headers.get('if-range'), file)) return null;
  const asked = /^bytes=[ \t]*(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))[ \t]*$/i.exec(range);
  if (asked === null) return null;
  const [, first, last, suffix] = asked;
  if (suffix !== undefined) {
    const length = Math.min(Number(suffix), file.bytes);
    return length === 0 ? 'unsatisfiable' : { from: file.bytes - length, until: file.bytes };
  }
  const from = Number(first);
  if (last !== undefined && Number(last) < from) return null;
  if (from >= file.bytes) return 'unsatisfiable';
  return { from, until: last === undefined ? file.bytes : Math.min(Number(last) + 1, file.bytes) };
}

/** A weak tag is never the same copy, and a date only where it is the very one that was sent (13.1.5). */
function isSameCopy(ifRange: string | null, { etag, last_modified }: PartOf): boolean {
  if (ifRange === null) return true;
  const told = ifRange.trim();
  if (told.startsWith('"') || told.startsWith('W/')) return told === etag;
  return last_modified !== null && told === last_modified.toUTCString();
}
