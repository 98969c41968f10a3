/**
 * Words of the sender: whoever was in the same WhatsApp group knows them again. Five in a row are a quotation.
 *
 * In:     the text, and the bodies of the messages it speaks of
 */
import { fold } from './fold.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Detector, Span } from './types.ts';

const WORDS = 5;

export const quotation: Detector = {
  kind: 'quotation',
  reason:
    'Five or more words in a row as the sender wrote them: others may know by them who it was. Say it in words of the office.',
  find: ({ tokens, messages }) => repeated(tokens, messages),
};

/** Whether a text repeats the sender's words, for a caller that has found everything else. */
export const quotes = (text: string, messages: readonly string[]): boolean =>
  messages.length > 0 && repeated(tokensOf(fold(text)), messages).length > 0;

function repeated(tokens: readonly Token[], messages: readonly string[]): Span[] {
  if (tokens.length < WORDS || messages.length === 0) return [];
  const sent = new Set(
    messages.flatMap((message) => phrases(tokensOf(fold(message)).map((token) => token.lower))),
  );
  return phrases(tokens.map((token) => token.lower)).flatMap((phrase, index) =>
    sent.has(phrase) ? [{ start: tokens[index]?.start ?? 0, end: tokens[index + WORDS - 1]?.end ?? 0 }] : [],
  );
}

const phrases = (words: readonly string[]): string[] =>
  words.slice(0, Math.max(0, words.length - WORDS + 1)).map((_, at) => words.slice(at, at + WORDS).join(' '));
