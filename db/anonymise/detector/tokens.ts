/**
 * Words and numbers of a folded text.
 *
 * In:     FoldedText
 * Out:    tokens in order: unbroken runs of letters and digits, and where they stand; `Ng'etich` and `chief's` are one
 */
import type { FoldedText } from './fold.ts';

export interface Token {
  /** as written */
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** what stands between the token before and this one */
  readonly before: string;
}

const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

export function tokensOf({ text, lower }: FoldedText): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    tokens.push({
      text: match[0],
      lower: lower.slice(start, end),
      start,
      end,
      before: text.slice(last, start),
    });
    last = end;
  }
  return tokens;
}

export const isCapitalised = (token: Token): boolean => /^\p{Lu}/u.test(token.text);
