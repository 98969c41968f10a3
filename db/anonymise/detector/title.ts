/** A title and the name after it: "Mr Kiprop", "Mwalimu Jane", "bw. otieno". An office alone is fine ("the chief's office"). */
import { isPartOfAPlace } from './part-of-a-place.ts';
import { ACRONYMS, FORMS_OF_ADDRESS, KIN, NO_NAMES, OFFICES, SURE_FORMS, SWAHILI_VERB } from './titles.ts';
import { isCapitalised, type Token } from './tokens.ts';
import type { Detector, Reading, Span } from './types.ts';

export const title: Detector = {
  kind: 'title',
  reason: 'A title with a person’s name. Take the name out; the office alone is fine ("the chief’s office").',
  find(reading) {
    const shouted = !/\p{Ll}/u.test(reading.folded.text);
    const { tokens } = reading;
    return tokens.flatMap((token, index): Span[] => {
      const next = tokens[index + 1];
      const after = tokens[index + 2];
      if (next && after && isKinOf(reading, token, next, after, shouted))
        return [{ start: token.start, end: after.end }];
      if (!next) return gluedTitle(token);
      return isTitled(reading, token, next, shouted)
        ? [{ start: token.start, end: next.end }]
        : gluedTitle(token);
    });
  },
};

const LEAST_LETTERS = 2;

function isTitled(reading: Reading, token: Token, next: Token, shouted: boolean): boolean {
  const name = next.lower.replace(/'s$/, '');
  if (!/^\p{L}[\p{L}']*$/u.test(next.text) || name.length < LEAST_LETTERS) return false;
  if (NO_NAMES.has(name) || OFFICES.has(name) || FORMS_OF_ADDRESS.has(name)) return false;
  if (reading.isPlace(next.start, next.end) || isPartOfAPlace(reading.tokens, reading.tokens.indexOf(next)))
    return false;
  if (SURE_FORMS.has(token.lower)) return /^[.,:]?\s*$/.test(next.before);
  // Others are words as well; in capitals, so is everything.
  if (shouted || !isCapitalised(next) || SWAHILI_VERB.test(name)) return false;
  const inCapitals = !/\p{Ll}/u.test(next.text);
  if (
    inCapitals &&
    (name.length <= LONGEST_ACRONYM || !(/\p{Ll}/u.test(token.text) || token.text.length <= LONGEST_ACRONYM))
  )
    return false;
  if (FORMS_OF_ADDRESS.has(token.lower)) return /^[.,:]?\s*$/.test(next.before);
  if (ACRONYMS.has(token.lower) && /\p{Ll}/u.test(token.text)) return false;
  return (
    OFFICES.has(token.lower) &&
    /^\.?\s+$/.test(next.before) &&
    !(next.before.startsWith('.') && token.text.length > 3)
  );
}

/** "mama wa Brayo", "arap Sang" */
function isKinOf(reading: Reading, token: Token, of: Token, name: Token, shouted: boolean): boolean {
  const bare = name.lower.replace(/'s$/, '');
  if (shouted || !KIN.has(token.lower) || of.lower !== 'wa' || !isCapitalised(name)) return false;
  if (
    NO_NAMES.has(bare) ||
    OFFICES.has(bare) ||
    SWAHILI_VERB.test(bare) ||
    !/^[\p{L}']{3,}$/u.test(name.text)
  )
    return false;
  return (
    !reading.isPlace(name.start, name.end) && !isPartOfAPlace(reading.tokens, reading.tokens.indexOf(name))
  );
}

const LONGEST_ACRONYM = 4;

/** `MrKiprop`, `DrJane` */
const gluedTitle = ({ text, start, end }: Token): Span[] =>
  /^(?:Mr|Mrs|Ms|Dr|Bw|Bi|Hon|Mwl|Eng|Prof|Chief|Mama|Mzee|MCA)\p{Lu}\p{Ll}{2,}/u.test(text)
    ? [{ start, end }]
    : [];
