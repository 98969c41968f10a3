/**
 * Registration plates of vehicles: Kenyan (cars, motorcycles, tuk-tuks, trailers, government, counties, diplomats),
 * Ugandan and Tanzanian, with any separators, spelled digits and look-alikes.
 *
 * Source: National Transport and Safety Authority, Kenya: series KAA 001A onwards; KMxx for motorcycles; GK, CG, CD
 */
import { numberWord } from './number-words.ts';
import type { Token } from './tokens.ts';
import type { Detector, Reading, Span } from './types.ts';

const D = '[\\dOILSBZ]';
const SHAPES = [
  `K[A-E][A-Z]${D}{3}[A-Z]`,
  `K[MT][A-Z]{2}${D}{3}[A-Z]`,
  `GK[A-Z]?${D}{3}[A-Z]`,
  `${D}{2}CG${D}{2,3}[A-Z]?`,
  `${D}{1,3}(?:CD|UN)${D}{1,3}K`,
  `U[A-Z]{2}${D}{3}[A-Z]`,
  `T${D}{3}[A-Z]{3}`,
];
const PLATE = new RegExp(`^(?:${SHAPES.join('|')})$`);
/** Only where someone wrote capitals or speaks of a vehicle: "kaa 200" is Swahili. */
const TRAILER = /^Z[A-H]\d{4}$/;
const CAPITAL_PLATE = new RegExp(
  `^(?:K[A-E][A-Z]${D}{3}|GK[A-Z]?${D}{3,4}|${D}{3}[A-Z]K[A-E][A-Z]|CD${D}{2,4}K?|${D}{3}[A-Z]KM[A-Z]{2})$`,
);
const VEHICLE =
  /\b(?:gari|magari|motoka|matatu|lori|lorry|truck|car|vehicle|pick ?up|probox|nissan|toyota|boda|pikipiki|piki|motorbike|motorcycle|tuk ?tuk|tractor|trekta|ambulance|ambulensi|bus|basi|van|plate|plates|reg|registration|usajili|namba ya gari|dereva|driver)\b/;

const SPELLING: ReadonlyMap<string, string> = new Map(
  (
    'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra ' +
    'tango uniform victor whiskey xray yankee zulu dee bee cee gee see ay em'
  )
    .split(' ')
    .map((word, i) => [
      word,
      i < 26 ? String.fromCharCode(65 + i) : (['D', 'B', 'C', 'G', 'C', 'A', 'M'][i - 26] ?? ''),
    ]),
);

const LONGEST = 9;
const MOST_TOKENS = 9;

export const plate: Detector = {
  kind: 'plate',
  reason: 'A registration plate. Take it out; say "a lorry" or "a county vehicle".',
  find: (reading) => [...joinedPlates(reading), ...partedPlates(reading)],
};

function joinedPlates({ tokens, folded }: Reading): Span[] {
  const found: Span[] = [];
  const shouted = !/\p{Ll}/u.test(folded.text);
  const vehicle = VEHICLE.test(folded.lower);
  for (const [index, first] of tokens.entries()) {
    let joined = '';
    let capital = true;
    let glued = false;
    for (const next of tokens.slice(index, index + MOST_TOKENS)) {
      const read = plateCharacters(next);
      if (read === null) break;
      joined += read;
      glued ||= read !== next.text.toUpperCase() || /\d\p{L}|\p{L}\d/u.test(next.text);
      capital &&= !/[a-z]/.test(next.text) || read !== next.text.toUpperCase();
      if (joined.length > LONGEST) break;
      // Look-alikes alone make a plate only where capitals stand out.
      if (!/\d/.test(joined) && (shouted || !capital)) continue;
      if (
        ((capital || vehicle || glued) && PLATE.test(joined)) ||
        ((capital || vehicle) && CAPITAL_PLATE.test(joined)) ||
        (vehicle && TRAILER.test(joined))
      )
        found.push({ start: first.start, end: next.end });
    }
  }
  return found;
}

const WITHIN =
  /zero|one|two|three|four|five|six|seven|eight|nine|sifuri|moja|mbili|tatu|nne|tano|sita|saba|nane|tisa/g;

function digitsOf(said: string): string {
  const word = numberWord(said);
  return word && 'digits' in word ? word.digits : said;
}

/** What a word adds to a plate; null: it ends one. */
function plateCharacters({ text, lower }: Token): string | null {
  const word = numberWord(lower);
  if (word && 'digits' in word) return word.digits;
  const letter = SPELLING.get(lower);
  if (letter) return letter;
  // `one23B`
  const written = /\d/.test(text) ? lower.replace(WITHIN, (said) => digitsOf(said)) : lower;
  return written.length <= LONGEST && /^[a-z\d]+$/.test(written) ? written.toUpperCase() : null;
}

/** "KDA ... 123B": the halves with a few words between. */
function partedPlates({ tokens }: Reading): Span[] {
  const found: Span[] = [];
  for (const [index, first] of tokens.entries()) {
    if (!/^(?:K[A-E][A-Z]|KM[A-Z]{2}|GK[A-Z]?)$/.test(first.text)) continue;
    const second = tokens.slice(index + 1, index + 6).find(({ text }) => /^\d{3}[A-Z]?$/i.test(text));
    if (second) found.push({ start: first.start, end: second.end });
  }
  return found;
}
