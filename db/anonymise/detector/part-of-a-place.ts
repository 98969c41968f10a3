/**
 * Whether a name is part of a place's: "Daniel Arap Moi Primary", "MCA Lembus Kwen ward". The noun may follow after the
 * rest of the name.
 *
 * In:     the tokens, and which of them is the name
 */
import { PLACE_NOUNS_AFTER } from './place-names.ts';
import { isCapitalised, type Token } from './tokens.ts';

const LONGEST = 3;

export function isPartOfAPlace(tokens: readonly Token[], index: number): boolean {
  for (const next of tokens.slice(index + 1, index + 1 + LONGEST)) {
    if (PLACE_NOUNS_AFTER.has(next.lower)) return true;
    if (!isCapitalised(next) || !/^[\s/-]*$/.test(next.before)) return false;
  }
  return false;
}
