/**
 * Words of the sender: whoever was in the same WhatsApp group knows them again. Five in a row are a quotation.
 *
 * In:     the text, and the bodies of the messages it speaks of
 */
import { fold } from './fold.ts';
import { tokensOf } from './tokens.ts';
import type { Detector, Span } from './types.ts';

const WORDS = 5;

export const quotation: Detector = {
  kind: 'quotation',
  reason:
    'Five or more words in a row as the sender wrote them: others may know by them who it was. Say it in words of the office.',
  find({ tokens, messages }) {
    if (tokens.length < WORDS || messages.length === 0) return [];
    const sent = new Set(
      messages.flatMap((message) => phrases(tokensOf(fold(message)).map((token) => token.lower))),
    );
    const found: Span[] = [];
    for (const [index, phrase] of phrases(tokens.map((token) => token.lower)).entries())
      if (sent.has(phrase))
        found.push({ start: tokens[index]?.start ?? 0, end: tokens[index + WORDS - 1]?.end ?? 0 });
    return found;
  },
};

const phrases = (words: readonly string[]): string[] =>
  words.slice(0, Math.max(0, words.length - WORDS + 1)).map((_, at) => words.slice(at, at + WORDS).join(' '));
