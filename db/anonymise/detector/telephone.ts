/**
 * Telephone numbers: Kenyan ones in every spelling, those of other countries with their country code, and Kenyan
 * ones whose digits are scattered between words.
 *
 * Source: libphonenumber (Google), through libphonenumber-js; Communications Authority of Kenya, National Numbering Plan
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type DigitGroup, readNumber } from './digit-runs.ts';
import { longRuns } from './six-digits.ts';
import type { Detector, Reading, Span } from './types.ts';

export const telephone: Detector = {
  kind: 'telephone',
  reason: 'A telephone number. Take it out: whoever should be called is known to the office.',
  find: (reading) => [...runsThatRing(reading), ...scattered(reading)],
};

function runsThatRing(reading: Reading): Span[] {
  return longRuns(reading).filter(({ digits, start }) => {
    const plus = reading.folded.text.slice(Math.max(0, start - 2), start).includes('+');
    return [plus ? `+${digits}` : digits, digits.replace(/^0+/, '+'), `+${digits}`].some((dialled, form) =>
      form === 2 ? digits.startsWith('254') && isNumber(dialled) : isNumber(dialled),
    );
  });
}

const isNumber = (dialled: string): boolean => parsePhoneNumberFromString(dialled, 'KE')?.isValid() ?? false;

const KENYAN = /^(?:0[17]\d{8}|254[17]\d{8}|00254[17]\d{8})$/;
const BEGINNING = /^(?:0(?:$|[17]|0(?:$|2(?:$|5)))|2(?:$|5(?:$|4)))/;
const LONGEST = 14;
/** Words that may stand between two parts of one number. */
const WORDS_BETWEEN = 4;

/** "0712 ongeza 345 kisha tena 678": the parts make exactly one Kenyan number. */
function scattered({ tokens }: Reading): Span[] {
  const numbers: DigitGroup[] = [];
  for (const [index, token] of tokens.entries()) {
    const number = readNumber(token);
    const digits =
      number === null
        ? ''
        : 'digits' in number
          ? number.digits
          : 'digits' in number.word
            ? number.word.digits
            : '';
    if (digits) numbers.push({ digits, index, start: token.start, end: token.end });
  }
  const found: Span[] = [];
  for (const [from, first] of numbers.entries()) {
    if (!BEGINNING.test(first.digits)) continue;
    let digits = first.digits;
    let last = first;
    for (const next of numbers.slice(from + 1)) {
      if (next.index - last.index - 1 > WORDS_BETWEEN || digits.length >= LONGEST) break;
      digits += next.digits;
      last = next;
      if (KENYAN.test(digits)) found.push({ start: first.start, end: last.end });
    }
  }
  return found;
}
