/**
 * Where the bytes of a download come from: COPY as it runs, or a file that was made of it before.
 *
 * In:     the rows asked for, and the part of the file: null is all of it
 * Out:    a stream of exactly that part
 * Errors: those of the database and of the disk
 */
import type { Hold } from '../made-files.ts';
import type { Part } from '../range.ts';

export interface FileSource {
  /** all of it, from the first byte on */
  readonly copy: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  /** null: it is not kept */
  readonly hold: (() => Hold) | null;
  /** whether even the whole is read from the file that is kept */
  readonly heavy: boolean;
  /** null: not known */
  readonly bytes: number | null;
}

/** Text of which so much is kept at most; parts of larger files are cut out of a COPY that begins at the first byte. */
const KEPT_TEXT_BYTES = 256_000_000;

export async function fileBody(
  source: FileSource,
  part: Part | null,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const { copy, hold, heavy, bytes } = source;
  const kept = hold !== null && (heavy || (part !== null && (bytes ?? 0) <= KEPT_TEXT_BYTES));
  if (kept) {
    signal.throwIfAborted();
    const file = hold();
    signal.addEventListener('abort', file.release, { once: true });
    // Of no known size: as far as it goes.
    return file.stream(part?.from ?? 0, part?.until ?? bytes ?? Number.POSITIVE_INFINITY);
  }
  const whole = await copy(signal);
  return part === null ? whole : cutOut(whole, part);
}

/** Bytes before the part are passed over; after it the source is given up. */
export function cutOut(whole: ReadableStream<Uint8Array>, part: Part): ReadableStream<Uint8Array> {
  const reader = whole.getReader();
  let at = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (at < part.until) {
        const { done, value } = await reader.read();
        if (done) break;
        const piece = value.subarray(
          Math.min(Math.max(part.from - at, 0), value.length),
          Math.min(part.until - at, value.length),
        );
        at += value.length;
        if (piece.length > 0) return controller.enqueue(piece);
      }
      controller.close();
      await reader.cancel().catch(() => undefined);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
