/**
 * Numbers written as words, in English, Swahili and Kalenjin, as people spell telephone numbers out.
 *
 * In:     one word in lower case
 * Out:    `numberWord`: what it does to the number that is being spelled; null for any other word
 *         `gluedDigits`: the digits of words and digits written together (`sifurisaba2`); null for anything else
 */
export type NumberWord =
  | { readonly kind: 'unit' | 'tens' | 'teen'; readonly digits: string }
  | { readonly kind: 'times'; readonly count: number }
  /** hundred after its unit (English) or before it (Swahili) */
  | { readonly kind: 'hundred' | 'mia' };

const UNITS = [
  'zero sifuri ziro zerro nought naught nil nill oh sufuri siro sefuri',
  'one moja mosi moya wani wan agenge akenge',
  'two tuu mbiri mbili aeng oeng mbl',
  'three tatu somok thri thiri',
  "four foo foa nne ne foh angwan ang'wan",
  'five tano faiv faivu fayv mut',
  'six sita siks siksi lo illo',
  'seven saba sava sevn seveni tisap',
  'eight nane eit eiti sisit sisiit',
  'nine tisa nain naini sogol',
];
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = [
  'kumi taman',
  'twenty ishirini',
  'thirty thelathini',
  'forty fourty arobaini arubaini',
  'fifty hamsini',
  'sixty sitini',
  'seventy sabini',
  'eighty themanini',
  'ninety tisini',
];

const WORDS: ReadonlyMap<string, NumberWord> = new Map<string, NumberWord>([
  ...UNITS.flatMap((words, value) => entries(words, { kind: 'unit', digits: String(value) })),
  ...TEENS.flatMap((words, i) => entries(words, { kind: 'teen', digits: String(10 + i) })),
  ...TENS.flatMap((words, i) => entries(words, { kind: 'tens', digits: String(10 * (i + 1)) })),
  ...entries('double', { kind: 'times', count: 2 }),
  ...entries('triple treble', { kind: 'times', count: 3 }),
  ...entries('hundred', { kind: 'hundred' }),
  ...entries('mia', { kind: 'mia' }),
]);

function entries(words: string, meaning: NumberWord): [string, NumberWord][] {
  return words.split(' ').map((word) => [word, meaning]);
}

const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' };

/** Digits that stand for letters in a word: `s1furi`, `Kipr0p`. */
export const withoutLeet = (lower: string): string =>
  /\d/.test(lower) && /\p{L}/u.test(lower)
    ? lower.replace(/[0134578]/g, (digit) => LEET[digit] ?? digit)
    : lower;

/** `saabaaa`, `nnee` */
const drawnOut = (lower: string) => {
  const short = lower.replace(/(\p{L})\1+/gu, '$1');
  return short === 'ne' ? 'nne' : short;
};

export function numberWord(lower: string): NumberWord | null {
  return WORDS.get(lower) ?? WORDS.get(withoutLeet(lower)) ?? WORDS.get(drawnOut(lower)) ?? null;
}

/** Longest first, so that seventy is not seven. Two letters alone ("ne", "lo", "oh") are too common within words. */
const GLUE = new Map(
  [...WORDS].flatMap(([word, meaning]) =>
    'digits' in meaning && word.length > 2 ? [[word, meaning.digits] as const] : [],
  ),
);
const PIECES = [...GLUE.keys()].sort((a, b) => b.length - a.length).join('|');
const GLUED = new RegExp(`^(?:\\d|${PIECES})+$`);
const PIECE = new RegExp(`\\d|${PIECES}`, 'g');

export function gluedDigits(lower: string): string | null {
  if (!GLUED.test(lower)) return null;
  return (lower.match(PIECE) ?? []).map((piece) => GLUE.get(piece) ?? piece).join('');
}
