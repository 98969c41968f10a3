/**
 * Numbers that stand near a word which says what they are ("ID", "till").
 *
 * In:     the reading, an expression for the word (on lower case), and from how many digits a number counts
 * Out:    stretches from the word to the number. A year that stands after the word alone ("ID tangu 2023") is no
 *         number of anything, unless "no." or "namba" says that it is.
 */
import type { Reading, Span } from './types.ts';

const AFTER_CHARACTERS = 32;
const BEFORE_CHARACTERS = 14;
const YEAR = /^(?:19[5-9]|20[0-4])\d$/;
const AMOUNT = /\b(?:k?sh|ksh|tsh|tshs?|kes|kshs|bob|shilingi)\W*$/;
const SAID = /(?:\bno\b|\bnos\b|\bnum|\bnumber|\bnamba|\bnambari|\bnumero|[#:=])\W*(?:\w{1,9}\W+){0,2}$/;

export function nearNumbers({ folded, runs }: Reading, word: RegExp, least: number): Span[] {
  const found: Span[] = [];
  const numbers = runs.filter((run) => run.digits.length >= least - 1);
  if (numbers.length === 0) return found;
  for (const match of folded.lower.matchAll(word)) {
    const end = match.index + match[0].length;
    for (const number of numbers) {
      const after = number.start >= end && number.start - end <= AFTER_CHARACTERS;
      const before = number.end <= match.index && match.index - number.end <= BEFORE_CHARACTERS;
      if (!after && !before) continue;
      const between = folded.lower.slice(match.index, number.start);
      if (AMOUNT.test(between)) continue;
      const isSaid = after && SAID.test(between);
      if (number.digits.length < (isSaid ? least - 1 : least) || (YEAR.test(number.digits) && !isSaid))
        continue;
      found.push({ start: Math.min(match.index, number.start), end: Math.max(end, number.end) });
    }
  }
  return found;
}
