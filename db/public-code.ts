/**
 * Public codes of requests: nine random Crockford base-32 characters and one check character over GF(32),
 * shown, stored and sent as `K7Q-M2F-9XH4`. Never sequential: order and volume must not leak.
 *
 * The check makes Σ α^p · value(p) zero over all ten positions (α a root of x^5 + x^2 + 1, which generates
 * all 31 non-zero elements). Since the ten weights differ and none is zero, every single wrong character and
 * every swap of two characters is detected.
 *
 * Source: D. Crockford, Base 32, 2002; MacWilliams & Sloane, The Theory of Error-Correcting Codes, ch. 7
 */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA_CHARACTERS = 9;

/** A new code. In: a source of random bytes (0–255), each used once; five of its bits are taken. */
export function publicCode(randomByte: () => number): string {
  const values = Array.from({ length: DATA_CHARACTERS }, () => randomByte() & 31);
  return format([...values, checkValue(values)]);
}

export type ParsedCode =
  | { readonly ok: true; readonly code: string }
  /** `malformed`: not ten characters of the alphabet. `mistyped`: the check character disagrees. */
  | { readonly ok: false; readonly reason: 'malformed' | 'mistyped' };

/** Reads what a person typed: any case, hyphens, dots and spaces anywhere, O for 0, I and L for 1. */
export function parsePublicCode(text: string): ParsedCode {
  const compact = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const values = [...compact].map((character) => CODE_ALPHABET.indexOf(character));
  if (values.length !== DATA_CHARACTERS + 1 || values.includes(-1)) return { ok: false, reason: 'malformed' };
  if (checkValue(values.slice(0, DATA_CHARACTERS)) !== values[DATA_CHARACTERS])
    return { ok: false, reason: 'mistyped' };
  return { ok: true, code: format(values) };
}

function format(values: readonly number[]): string {
  const text = values.map((value) => CODE_ALPHABET[value]).join('');
  return `${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}`;
}

function checkValue(values: readonly number[]): number {
  // Horner's rule: the last character has weight α, the first α^9; the check character itself has weight 1.
  return timesAlpha(values.reduce((sum, value) => timesAlpha(sum) ^ value, 0));
}

function timesAlpha(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
