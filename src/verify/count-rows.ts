/**
 * Rows of a file, counted while it passes by.
 *
 * In:     a format, the bytes in chunks cut anywhere
 * Out:    how many rows; for NDJSON and JSON also the SHA-256 of the rows alone, which both must share. null for a
 *         format that cannot be counted by its lines
 */
import { createHash } from 'node:crypto';

export interface RowCounter {
  push(chunk: Uint8Array): void;
  end(): { readonly rows: number; readonly lines_sha256: string | null };
}

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;

export function countRows(format: string): RowCounter | null {
  switch (format) {
    case 'csv':
      return csvCounter();
    case 'ndjson':
      return lineCounter(0, true);
    case 'json':
      return lineCounter(2, true);
    case 'geojson':
      return lineCounter(2, false);
    default:
      return null;
  }
}

/** A line feed between quotes is part of a text; the header is no row. */
function csvCounter(): RowCounter {
  let lines = 0;
  let quoted = false;
  return {
    push(chunk) {
      for (let i = 0; i < chunk.length; i++) {
        if (chunk[i] === QUOTE) quoted = !quoted;
        else if (chunk[i] === LINE_FEED && !quoted) lines += 1;
      }
    },
    end: () => ({ rows: Math.max(0, lines - 1), lines_sha256: null }),
  };
}

/** `around` lines are no rows: the brackets, each on a line of its own. */
function lineCounter(around: 0 | 2, digested: boolean): RowCounter {
  const hash = createHash('sha256');
  const around_first = around === 2;
  let lines = 0;
  let rest: Uint8Array = Buffer.alloc(0);
  const row = (line: Uint8Array) => {
    lines += 1;
    if (!digested || (around_first && lines === 1)) return;
    const end = line.at(-1) === COMMA ? line.length - 1 : line.length;
    // The closing bracket ends both what was counted and what was digested.
    if (around_first && end === 1 && line[0] === 0x5d) return;
    hash.update(line.subarray(0, end));
    hash.update('\n');
  };
  return {
    push(chunk) {
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
        const piece = chunk.subarray(from, at);
        row(rest.length > 0 ? Buffer.concat([rest, piece]) : piece);
        rest = Buffer.alloc(0);
        from = at + 1;
      }
      if (from < chunk.length) rest = Buffer.concat([rest, chunk.subarray(from)]);
    },
    end: () => ({ rows: Math.max(0, lines - around), lines_sha256: digested ? hash.digest('hex') : null }),
  };
}
