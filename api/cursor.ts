/**
 * Cursors of lists: where the page before ended, and of which release it was, so that a list read page by page
 * never mixes two releases. Opaque to clients.
 *
 * In:     a position, any JSON
 * Out:    base64url text; back again the position, checked by its schema
 * Errors: Refusal for a cursor that this portal did not give
 */
import type { z } from 'zod';
import { badParameter } from './refusal.ts';

export function encodeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

export function decodeCursor<T extends z.ZodType>(cursor: string, schema: T): z.output<T> {
  const position = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!position.success) throw wrongCursor('is not a cursor of this list');
  return position.data;
}

export function wrongCursor(detail: string): Error {
  return badParameter('cursor', detail, 'The `next` of the answer before, with the same parameters');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
