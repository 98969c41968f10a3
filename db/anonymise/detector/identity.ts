/**
 * Numbers of identity papers and memberships: national ID, passport, birth certificate, KRA PIN, NHIF, SHA, NSSF,
 * TSC, driving licence, admission and patient numbers, bank accounts. Short ones too, when a word says what they are.
 *
 * Source: Kenya Revenue Authority, PIN format (A or P, nine digits, a letter); Registration of Persons Act, Cap. 107
 */
import { nearNumbers } from './near-number.ts';
import { spansOf } from './spans.ts';
import type { Detector } from './types.ts';

const PAPERS = new RegExp(
  [
    String.raw`\b[i1l]\.?\s?d\.?\b(?!\s?(?:el|ul)\b)`,
    String.raw`\bids\b`,
    String.raw`k[i1]tambul[i1]sh[o0]|\bkipande\b|\bhuduma\s+(?:card|namba|no)|\bmaisha\s+(?:card|namba|no)`,
    String.raw`\bpass?\s?port\b|\bpasipoti\b|\bpaspoti\b`,
    String.raw`\bbirth\s+cert\w*|\bcheti\s+cha\s+kuzaliwa|\bb\/?cert\b`,
    String.raw`\bn\.?h\.?i\.?f\b|\bs\.?h\.?a\b|\bs\.?h\.?i\.?f\b|\bn\.?s\.?s\.?f\b|\bk\.?r\.?a\b|\bpin\b|\btsc\b|\bnemis\b|\bupi\b`,
    String.raw`\bdriving\s+licen[cs]e|\bd\.?l\.?\s+(?:no|number)|\bleseni\b`,
    String.raw`\badm(?:ission)?\.?\s*(?:no|number|namba|[/:#])|\bindex\s+(?:no|number)|\b(?:ip|op|patient|file|payroll|p)\.?\/?\s?(?:no|number)\b`,
    String.raw`\bkadi\s+(?:yangu|yake|yao|ya|no|namba)\b|\bwaiting\s+card\b|\balien\b|\bserial\s+(?:no|number)`,
  ].join('|'),
  'g',
);
const KRA_PIN = /(?<![\p{L}\p{N}])[ap][\s.-]?(?:[\dol]\s?-?){9}[a-z](?![\p{L}\p{N}])/gu;
const PASSPORT = /(?<![\p{L}\p{N}])(?:[ABCDK]|[A-C]K)[\s-]?\d{6,7}(?![\p{L}\p{N}])/gu;

const LEAST_DIGITS = 4;

export const identity: Detector = {
  kind: 'identity',
  reason:
    'A number of an identity card, certificate or membership. Take it out; it is not needed to say what happened.',
  find: (reading) => [
    ...nearNumbers(reading, PAPERS, LEAST_DIGITS),
    ...spansOf(reading.folded.lower, KRA_PIN),
    ...spansOf(reading.folded.text, PASSPORT),
  ],
};
