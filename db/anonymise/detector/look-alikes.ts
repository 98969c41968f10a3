/**
 * Letters and digits of other scripts that look like Latin ones and that NFKC leaves alone.
 *
 * In:     one code point
 * Out:    what it is read as; null: it is read as itself
 * Source: Unicode Technical Standard 39, confusables.txt (the letters that carry names, addresses and numbers);
 *         Unicode Standard, ch. 4.6, Numeric Value
 */
const PAIRS: readonly (readonly [looks: string, like: string])[] = [
  // Cyrillic
  ['аеорсухіјѕһԁԛԝкмтвнпгӏ', 'aeopcyxijshdqwkmtbhnrl'],
  ['АВЕЅІЈКМНОРСТУХҮԌԚԜӀЬ', 'ABESIJKMHOPCTYXYGQWIb'],
  ['ЗзЧчб', '33446'],
  // Greek
  ['αβγεικνορτυχωϲ', 'abyeiknoptuxwc'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ', 'ABEZHIKMNOPTYXC'],
  // Armenian, Hebrew, and modifications of Latin letters
  ['օսհոցԼՕՏ', 'ouhngLOS'],
  ['ıȷɑɡɩɪʀʙʜʟɴᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜱʏɢ', 'ijagiirbhlnacdejkmoptuvwzsyg'],
  ['øØłŁđĐħĦŧŦ', 'oOlLdDhHtT'],
  // Digits that have no decimal value of their own: dingbats, circled, Chinese, Ethiopic
  ['❶❷❸❹❺❻❼❽❾', '123456789'],
  ['➀➁➂➃➄➅➆➇➈', '123456789'],
  ['➊➋➌➍➎➏➐➑➒', '123456789'],
  ['⓵⓶⓷⓸⓹⓺⓻⓼⓽⓿🄋🄌', '123456789000'],
  ['〇零一二三四五六七八九壹貳叁肆伍陸柒捌玖', '00123456789123456789'],
  ['፩፪፫፬፭፮፯፰፱', '123456789'],
  ['⚀⚁⚂⚃⚄⚅', '123456'],
  // Braille: its digits are its letters a to j.
  ['⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚', '1234567890'],
  ['ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅰⅱⅲⅳⅴⅵⅶⅷⅸ', '123456789123456789'],
];

const TABLE: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([looks, like]) => {
    const to = [...like];
    return [...looks].map((character, i) => [character, to[i] ?? character] as const);
  }),
);

/** Letters in circles, squares and flags, A to Z. */
const LETTER_BLOCKS = [0x1f110, 0x1f130, 0x1f150, 0x1f170, 0x1f1e6];
/** Invisible copies of ASCII ("tags"): text in them would be published unseen. */
const TAGS = 0xe0000;

export function lookAlike(character: string): string | null {
  const found = TABLE.get(character);
  if (found !== undefined) return found;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return null;
  if (character === '🔟') return '10';
  for (const block of LETTER_BLOCKS)
    if (code >= block && code < block + 26) return String.fromCharCode(0x41 + code - block);
  if (code > TAGS + 0x20 && code < TAGS + 0x7f) return String.fromCharCode(code - TAGS);
  return decimalDigit(character);
}

const DECIMAL = /\p{Nd}/u;
const SMALLEST_OTHER_DIGIT = 0x660;

/** The value of a decimal digit of any script: ten of them always stand in a row, from zero. */
function decimalDigit(character: string): string | null {
  const code = character.codePointAt(0) ?? 0;
  if (code < SMALLEST_OTHER_DIGIT || !DECIMAL.test(character)) return null;
  let value = 0;
  while (value < 9 && DECIMAL.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
