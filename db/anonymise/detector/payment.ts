/**
 * Codes of payments (M-Pesa: ten letters and digits) and where to pay: paybill, till, account. Other codes of the
 * same make are stopped as well, public codes of reports among them: one report must not point at another.
 *
 * Source: Safaricom, M-Pesa confirmation messages: a letter for the year, one for the month, a character for the
 *         day, seven more
 */
import { nearNumbers } from './near-number.ts';
import { spansOf } from './spans.ts';
import type { Token } from './tokens.ts';
import type { Detector, Reading, Span } from './types.ts';

const WHERE_TO_PAY =
  /\bpay\s?-?bil+\b|\btill\b|\bbuy\s?goods\b|\blipa\s+na\b|\bacc?(?:ount)?\.?\s*(?:no|number|namba|:|#)|\ba\/c\b|\b(?:account|akaunti?)\b(?:\s+(?:yangu|yake|yao|yetu|ni|is))?(?=[\s:#.-]{1,3}\d)|\bpochi\b|\bsend\s+money\b|\btuma\s+(?:pesa|kwa|hela)\b/g;
const OF_A_PAYMENT =
  /m\W?pesa|emp[e3]sa|muamala|miamala|transaction|\btrans\b|\bcode\b|\bkodi\b|\bmsimbo\b|confirm|imethibitishwa|\bref\b|reference|receipt|risiti|nilipia|nimelipa|nililipa|\bpaid\b/;
const PUBLIC_CODE =
  /(?<![\p{L}\p{N}])[\dA-HJKMNP-TV-Z]{3}-[\dA-HJKMNP-TV-Z]{3}-[\dA-HJKMNP-TV-Z]{4}(?![\p{L}\p{N}])/gu;

const CODE_CHARACTERS = 10;
const LEAST_DIGITS_TO_PAY = 4;
const M_PESA = /^[M-Z][A-L][1-9A-V0][A-Z0-9]{7}$/;

export const payment: Detector = {
  kind: 'payment',
  reason:
    'A payment or reference code, or a till, paybill or account number. Take it out; "was paid for" is enough.',
  find: (reading) => [
    ...nearNumbers(reading, WHERE_TO_PAY, LEAST_DIGITS_TO_PAY),
    ...reading.tokens.filter(isCode),
    ...codesInPieces(reading),
    ...spansOf(reading.folded.text, PUBLIC_CODE).filter(({ start, end }) =>
      /\d/.test(reading.folded.text.slice(start, end)),
    ),
  ],
};

const digits = (text: string) => text.replace(/\D/g, '').length;
const changes = (text: string) => (text.match(/\d(?=\D)|\D(?=\d)/g) ?? []).length;

function isCode({ text }: Token): boolean {
  if (text.length < 8 || text.length > 14 || !/^[A-Za-z\d]+$/.test(text)) return false;
  if (text.length === CODE_CHARACTERS && /^[A-Z\d]+$/.test(text))
    return digits(text) >= 1 && /[A-Z].*[A-Z]/.test(text);
  return text.length - digits(text) >= 2 && digits(text) >= 2 && changes(text) >= 3;
}

const LONGEST_PIECE = 6;

function codesInPieces({ tokens, folded }: Reading): Span[] {
  const said = OF_A_PAYMENT.test(folded.lower);
  const found: Span[] = [];
  for (const [index, first] of tokens.entries()) {
    let joined = '';
    for (const next of tokens.slice(index, index + CODE_CHARACTERS)) {
      if (next.text.length > LONGEST_PIECE || !/^[A-Za-z\d]+$/.test(next.text)) break;
      joined += next.text;
      if (joined.length > CODE_CHARACTERS) break;
      if (joined.length < CODE_CHARACTERS || next === first) continue;
      const span = { start: first.start, end: next.end };
      const words = /(?<![A-Z\d])[A-Z]?[a-z]{3,}/.test(folded.text.slice(span.start, span.end));
      const mixed =
        said ||
        tokens
          .slice(index, index + CODE_CHARACTERS)
          .some(({ text, end }) => end <= span.end && changes(text) > 0) ||
        next.text.length === 1;
      const shaped = M_PESA.test(joined.toUpperCase()) && digits(joined) >= 2;
      if (!words && shaped && mixed && (joined === joined.toUpperCase() || said)) found.push(span);
    }
  }
  return found;
}
