/**
 * A text as a reader sees it: disguises of characters undone, so that detectors need to know one spelling only.
 *
 * In:     any text
 * Out:    FoldedText: ASCII letters and digits where they were meant, accents and invisible characters gone, every
 *         kind of space one space; and for each unit of it where it stood in the original
 * Source: Unicode Standard Annex 15 (NFKC, NFKD); UTS 39 for look-alikes
 */
import { lookAlike } from './look-alikes.ts';
import type { Span } from './types.ts';

export interface FoldedText {
  readonly text: string;
  /** of the same length as `text` */
  readonly lower: string;
  /** A stretch of `text` as a stretch of the original. */
  original(span: Span): Span;
}

/** Format characters, marks (accents, keycaps, variation selectors), and fillers that show nothing. */
const INVISIBLE = /^[\p{Cf}\p{M}\u115F\u1160\u3164\uFFA0]$/u;
const SPACE = /^[\s\p{Z}\p{Cc}\u2800]$/u;
const DASH = /^\p{Pd}$/u;

export function fold(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const read = character < '\u0080' ? ascii(character) : other(character);
    text += read;
    for (let unit = 0; unit < read.length; unit++) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return {
    text,
    lower: lowerCase(text),
    original: (span) => ({ start: starts[span.start] ?? at, end: ends[span.end - 1] ?? at }),
  };
}

const ascii = (character: string) => (character <= ' ' || character === '\u007F' ? ' ' : character);

function other(character: string): string {
  const known = lookAlike(character);
  if (known !== null) return known;
  if (INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  let read = '';
  for (const part of character.normalize('NFKD')) {
    if (INVISIBLE.test(part)) continue;
    read += SPACE.test(part) ? ' ' : DASH.test(part) ? '-' : (lookAlike(part) ?? part);
  }
  return QUOTES.has(read) ? "'" : read;
}

const QUOTES: ReadonlySet<string> = new Set(['‘', '’', 'ʼ', '`', '´', '′', 'ʹ']);

/** Letter by letter, since some letters become two in lower case. */
function lowerCase(text: string): string {
  let lower = '';
  for (const character of text) {
    const low = character.toLowerCase();
    lower += low.length === character.length ? low : character;
  }
  return lower;
}
