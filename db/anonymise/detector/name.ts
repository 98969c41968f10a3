/**
 * Names of persons: those of a gazetteer, those made as Kalenjin names are, and whoever is introduced ("naitwa …").
 * A name that belongs to a place or a school is none: Kapsowar Girls, shule ya Chepkero, Daniel Arap Moi Road.
 *
 * What it cannot know: a name that is not in the gazetteer and stands without title or introduction.
 */
import { withoutLeet } from './number-words.ts';
import { isPartOfAPlace } from './part-of-a-place.ts';
import { CERTAIN_NAMES, DOUBTFUL_NAMES, isDrawnOut, KALENJIN_PATTERN } from './person-names.ts';
import { PLACE_CONNECTORS, PLACE_NOUNS_BEFORE, PLACE_PREPOSITIONS } from './place-names.ts';
import { INTRODUCTIONS, NO_NAMES } from './titles.ts';
import { isCapitalised, type Token } from './tokens.ts';
import type { Detector, Reading, Span } from './types.ts';

export const name: Detector = {
  kind: 'name',
  reason: 'A person’s name. Take it out: no text of the portal names anyone, not even to thank them.',
  find: (reading) => [...named(reading), ...spelledOut(reading), ...starred(reading), ...introduced(reading)],
};

type Certainty = 'certain' | 'pattern' | 'doubtful' | null;

function certaintyOf(lower: string): Certainty {
  const bare = lower.replace(/'s$/, '');
  for (const form of [bare, withoutLeet(bare), bare.replaceAll("'", '')])
    if (CERTAIN_NAMES.has(form)) return 'certain';
  if (isDrawnOut(bare)) return 'certain';
  if (KALENJIN_PATTERN.test(withoutLeet(bare))) return 'pattern';
  return DOUBTFUL_NAMES.has(bare) ? 'doubtful' : null;
}

function named(reading: Reading): Span[] {
  const { tokens } = reading;
  const certainties = tokens.map((token) => certaintyOf(token.lower));
  const shouted = !/\p{Ll}/u.test(reading.folded.text);
  return tokens.filter((token, index) => {
    const certainty = certainties[index];
    if (!certainty || reading.isPlace(token.start, token.end)) return false;
    if (namesAPlace(tokens, index, certainty)) return false;
    if (certainty !== 'doubtful') return true;
    // Two such words side by side are the name and surname of somebody.
    const beside = [index - 1, index + 1].some((other) => {
      const neighbour = tokens[other];
      const touching = /^\s*$/.test((other > index ? neighbour : token)?.before ?? '.');
      return (
        neighbour !== undefined &&
        touching &&
        isCapitalised(neighbour) &&
        Boolean(certainties[other]) &&
        !reading.isPlace(neighbour.start, neighbour.end)
      );
    });
    return !shouted && isCapitalised(token) && beside;
  });
}

function namesAPlace(tokens: readonly Token[], index: number, certainty: Certainty): boolean {
  const token = tokens[index];
  if (!token || token.lower.endsWith("'s")) return /^(?:st|saint)$/.test(tokens[index - 1]?.lower ?? '');
  const lower = (at: number) => tokens[at]?.lower ?? '';
  if (isPartOfAPlace(tokens, index)) return true;
  if (/^(?:st|saint|mt|mount|lake)$/.test(lower(index - 1))) return true;
  if (certainty === 'certain') return false;
  const before = PLACE_CONNECTORS.has(lower(index - 1)) ? index - 2 : index - 1;
  const connected = before === index - 2;
  return (
    (connected && /^(?:chief|chifu|mca)$/.test(lower(before))) ||
    PLACE_NOUNS_BEFORE.has(lower(before)) ||
    PLACE_PREPOSITIONS.has(lower(index - 1))
  );
}

/** "K i p r o p", "K.i.p.r.o.p", "Kip-rop" */
function spelledOut({ tokens }: Reading): Span[] {
  const found: Span[] = [];
  for (const [index, first] of tokens.entries()) {
    let joined = '';
    for (const next of tokens.slice(index, index + 14)) {
      if (next !== first && !/^[\s.*_\-,/|·•]{1,3}$/.test(next.before)) break;
      // Letters one by one; or pieces held together by something that is no space.
      if (
        next.text.length > 1 &&
        !(next === first ? !/\s/.test(tokens[index + 1]?.before ?? ' ') : !/\s/.test(next.before))
      )
        break;
      joined += next.lower;
      if (
        next !== first &&
        joined.length > 3 &&
        CERTAIN_NAMES.has(withoutLeet(joined)) &&
        !CERTAIN_NAMES.has(next.lower) &&
        !CERTAIN_NAMES.has(first.lower)
      )
        found.push({ start: first.start, end: next.end });
    }
  }
  return found;
}

/** "K*pr*p", "Che_et": letters left out */
function starred({ folded }: Reading): Span[] {
  const found: Span[] = [];
  for (const { 0: masked, index } of folded.lower.matchAll(
    /(?<![\p{L}\d])\p{L}[\p{L}*_#?]*[*_#?][\p{L}*_#?]*\p{L}(?![\p{L}\d])/gu,
  )) {
    const letters = masked.replace(/[*_#?]/g, '').length;
    if (masked.length > LONGEST_NAME || letters < 3 || letters * 2 < masked.length) continue;
    const like = new RegExp(`^${masked.replace(/[*_#?]+/g, (gap) => `[a-z']{1,${gap.length}}`)}$`);
    if ([...CERTAIN_NAMES].some((known) => like.test(known)))
      found.push({ start: index, end: index + masked.length });
  }
  return found;
}

const LONGEST_NAME = 16;

function introduced({ folded, tokens, isPlace }: Reading): Span[] {
  const found: Span[] = [];
  for (const match of folded.lower.matchAll(INTRODUCTIONS)) {
    const end = match.index + match[0].length;
    const next = tokens.find((token) => token.start >= end);
    if (
      next &&
      next.start - end < 3 &&
      isCapitalised(next) &&
      /^\p{L}/u.test(next.text) &&
      !NO_NAMES.has(next.lower) &&
      !isPlace(next.start, next.end)
    )
      found.push({ start: next.start, end: next.end });
  }
  return found;
}
