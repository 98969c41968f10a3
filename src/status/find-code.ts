/**
 * The code in what someone typed or pasted: the code itself, a link, or a whole message around either.
 *
 * In:     any text
 * Out:    what looks most like a code, to be looked up as it is (whether it is one, the API says);
 *         null: nothing in it looks like one
 * Errors: none
 */

/** Longest text that is read: a pasted message, not a book. */
const LONGEST = 2_000;
const LINKED = /\/i\/([^\s/?#"'<>]{1,64})/i;
/** Ten letters and digits, in groups or not, with the hyphens and spaces that people put between them. */
const GROUPED = /(?<![\p{L}\p{N}])[0-9a-z]{3}[-‐‑–— ]?[0-9a-z]{3}[-‐‑–— ]?[0-9a-z]{4}(?![\p{L}\p{N}])/giu;

export function findCode(text: string): string | null {
  const read = text.slice(0, LONGEST).trim();
  const linked = LINKED.exec(read)?.[1];
  if (linked !== undefined) return tidy(decoded(linked));
  const candidates = [...read.matchAll(GROUPED)].map(([match]) => match);
  // A code nearly always has a digit; a word of ten letters, or three words, has none.
  const candidate = candidates.find((c) => /\d/.test(c)) ?? candidates.find((c) => c.length === read.length);
  if (candidate !== undefined) return tidy(candidate);
  // A code with a slip in it (one character too many or too few) still deserves the help for mistyped codes.
  const bare = read.replace(/[\s-]/g, '');
  return /^[0-9a-z]{8,12}$/i.test(bare) && /\d/.test(bare) ? tidy(read) : null;
}

function tidy(code: string): string | null {
  const tidied = code.replace(/[‐‑–—\s]+/g, '-').replace(/[^0-9a-z-]/gi, '');
  return tidied === '' ? null : tidied.toUpperCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
