/**
 * How personal data is written to slip past a filter. `written`: known while the detector was written. `unseen`: thought
 * of afterwards, and never run against it before it was finished.
 */
import { pick, type Random, wholeBetween } from '../../../../db/demo/random.ts';

export interface Disguise {
  readonly name: string;
  readonly split: 'written' | 'unseen';
  write(value: string, random: Random): string;
}

const EN = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const SW = ['sifuri', 'moja', 'mbili', 'tatu', 'nne', 'tano', 'sita', 'saba', 'nane', 'tisa'];
const of = (words: readonly string[]) => (digit: string) => words[Number(digit)] ?? digit;
const eachDigit = (value: string, write: (digit: string, at: number) => string, between = '') =>
  [...value].map((character, at) => (/\d/.test(character) ? write(character, at) : character)).join(between);
const shifted = (zero: number) => (digit: string) => String.fromCodePoint(zero + Number(digit));
const chunks = (value: string, size: number) => value.match(new RegExp(`.{1,${size}}`, 'g')) ?? [value];
const local = (value: string) => value.replace(/^0/, '');

const written = (name: string, write: Disguise['write']): Disguise => ({ name, split: 'written', write });
const unseen = (name: string, write: Disguise['write']): Disguise => ({ name, split: 'unseen', write });

/** For values that are digits alone: telephones and identity numbers. */
export const DIGIT_DISGUISES: readonly Disguise[] = [
  written('plain', (value) => value),
  written('spaces', (value) => `${value.slice(0, 4)} ${value.slice(4, 7)} ${value.slice(7)}`),
  written('any separators', (value, random) =>
    eachDigit(value, (digit) => digit + pick(random, ['', '.', '-', '/', ' ', '*', '_', ', '])),
  ),
  written('brackets', (value) => `(${value.slice(0, 3)})-${value.slice(3)}`),
  written('full width', (value) => eachDigit(value, shifted(0xff10))),
  written('Arabic digits', (value) => eachDigit(value, shifted(0x660))),
  written('keycaps', (value) => eachDigit(value, (digit) => `${digit}\ufe0f\u20e3`)),
  written('circled', (value) =>
    eachDigit(value, (digit) => (digit === '0' ? '⓪' : String.fromCodePoint(0x245f + Number(digit)))),
  ),
  written('zero-width', (value, random) =>
    eachDigit(value, (digit) => digit + pick(random, ['', '\u200b', '\u200d', '\u2060'])),
  ),
  written('English words', (value) => eachDigit(value, of(EN), ' ')),
  written('Swahili words', (value) => eachDigit(value, of(SW), ' ')),
  written('words of both', (value, random) =>
    eachDigit(value, (digit) => of(pick(random, [EN, SW]))(digit), ' '),
  ),
  written('words, commas', (value) => eachDigit(value, of(SW), ', ')),
  written('O and l', (value) => value.replaceAll('0', 'O').replaceAll('1', 'l')),
  written('O, I, S, B', (value) =>
    value.replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('5', 'S').replaceAll('8', 'B'),
  ),
  written('dash said', (value) => chunks(value, 3).join(' dash ')),
  written('glued words', (value) => eachDigit(value, of(SW))),
  unseen('Devanagari digits', (value) => eachDigit(value, shifted(0x966))),
  unseen('double-struck', (value) => eachDigit(value, shifted(0x1d7d8))),
  unseen('superscript', (value) => eachDigit(value, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)),
  unseen('struck through', (value) => eachDigit(value, (digit) => `${digit}\u0336`)),
  unseen('a bracket each', (value) => eachDigit(value, (digit) => `[${digit}]`)),
  unseen('emoji between', (value) => chunks(value, 2).join('📞')),
  unseen('hashtags', (value) =>
    chunks(value, 3)
      .map((chunk) => `#${chunk}`)
      .join(' '),
  ),
  unseen('lines', (value) => chunks(value, 4).join('\n')),
  unseen('words and digits in turn', (value) =>
    eachDigit(value, (digit, at) => (at % 2 ? of(SW)(digit) : digit), ' '),
  ),
  unseen('joined by underscores', (value) => eachDigit(value, of(EN), '_')),
  unseen('capitals', (value) => eachDigit(value, of(SW), ' ').toUpperCase()),
  unseen('then', (value) => chunks(value, 3).join(' kisha ')),
  unseen('a soft hyphen each', (value) => eachDigit(value, (digit) => `${digit}\u00ad`)),
  unseen('a no-break space each', (value) => eachDigit(value, (digit) => `${digit}\u202f`)),
  unseen('small o', (value) => value.replaceAll('0', 'o')),
];

export const PHONE_DISGUISES: readonly Disguise[] = [
  ...DIGIT_DISGUISES,
  written('+254', (value) => `+254${local(value)}`),
  written('254 spaced', (value) => `254 ${chunks(local(value), 3).join(' ')}`),
  written('00254', (value) => `00254${local(value)}`),
  written(
    'other words between',
    (value) => `${value.slice(0, 4)} halafu ${value.slice(4, 7)} mwisho ${value.slice(7)}`,
  ),
  unseen('(0) after the country', (value) => `+254 (0) ${chunks(local(value), 3).join(' ')}`),
  unseen('plus in words', (value) => `plus two five four ${eachDigit(local(value), of(EN), ' ')}`),
  unseen('pairs in tens', (value) => tens(value)),
  unseen('without the zero', (value) => chunks(local(value), 3).join('-')),
];

const TENS_SW = [
  '',
  'kumi',
  'ishirini',
  'thelathini',
  'arobaini',
  'hamsini',
  'sitini',
  'sabini',
  'themanini',
  'tisini',
];
const tens = (value: string): string =>
  chunks(value, 2)
    .map(([a = '', b = '']) =>
      a === '0' ? `${of(SW)(a)} ${of(SW)(b)}` : `${TENS_SW[Number(a)]}${b === '0' ? '' : ` na ${of(SW)(b)}`}`,
    )
    .join(', ');

export const ID_DISGUISES: readonly Disguise[] = [
  ...DIGIT_DISGUISES,
  written('ID no.', (value) => `ID no. ${value}`),
  written('kitambulisho', (value) => `kitambulisho ${value}`),
  written('short, with its word', (value) => `namba ya kitambulisho ${value.slice(0, 5)}`),
  unseen('short, after I.D', (value) => `I.D: ${value.slice(0, 4)}`),
  unseen('short, before the word', (value) => `${value.slice(0, 5)} ndio ID`),
];

export const EMAIL_DISGUISES: readonly Disguise[] = [
  written('plain', (value) => value),
  written('at and dot', (value) => value.replace('@', ' at ').replaceAll('.', ' dot ')),
  written('kwa and nukta', (value) => value.replace('@', ' kwa ').replaceAll('.', ' nukta ')),
  written('brackets', (value) => value.replace('@', '(at)').replaceAll('.', '(dot)')),
  written('full width', (value) => value.replace('@', '＠').replaceAll('.', '．')),
  written('no ending', (value) => value.replace(/@(gmail|yahoo|hotmail|outlook|icloud).*/, ' kwa $1')),
  written('spaces', (value) => value.replace('@', ' @ ').replaceAll('.', ' . ')),
  written('zero-width', (value) => [...value].join('\u200b')),
  unseen('square brackets round signs', (value) => value.replace('@', '[@]').replaceAll('.', '[.]')),
  unseen('glued', (value) => value.replace('@', 'AT').replaceAll('.', 'DOT')),
  unseen('underscores', (value) => value.replace('@', '_at_').replaceAll('.', '_dot_')),
  unseen('capitals', (value) => value.toUpperCase().replace('@', ' AT ').replaceAll('.', ' DOT ')),
  unseen('Cyrillic look-alikes', (value) =>
    value.replaceAll('a', 'а').replaceAll('o', 'о').replace('@', ' at '),
  ),
  unseen('comma for the dot', (value) => value.replaceAll('.', ',')),
  unseen('leet', (value) => value.replaceAll('o', '0').replaceAll('i', '1').replace('@', ' at ')),
  unseen('no signs at all', (value) => value.replace(/[@.]/g, ' ')),
  unseen('circled', (value) =>
    value
      .replace(/[a-z]/g, (letter) => String.fromCodePoint(0x24d0 + letter.charCodeAt(0) - 97))
      .replace('@', ' at '),
  ),
];

export const PLATE_DISGUISES: readonly Disguise[] = [
  written('plain', (value) => value),
  written('no space', (value) => value.replaceAll(' ', '')),
  written('small letters', (value) => value.toLowerCase()),
  written('dashes', (value) => value.replace(' ', '-').replace(/(\d)([A-Z])$/, '$1-$2')),
  written('letter by letter', (value) => [...value.replaceAll(' ', '')].join(' ')),
  written('dots', (value) => [...value.replaceAll(' ', '')].join('.')),
  written(
    'O, I, S',
    (value) =>
      value.slice(0, 3) + value.slice(3).replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('5', 'S'),
  ),
  written('digits said', (value) => value.replace(/\d/g, (digit) => ` ${of(EN)(digit)} `)),
  written('zero-width', (value) => [...value].join('\u200b')),
  unseen('full width', (value) =>
    value.replace(/[A-Z\d]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)),
  ),
  unseen('Cyrillic look-alikes', (value) =>
    value.replaceAll('K', 'К').replaceAll('A', 'А').replaceAll('B', 'В').replaceAll('C', 'С'),
  ),
  unseen('Swahili digits', (value) => value.replace(/\d/g, (digit) => ` ${of(SW)(digit)} `)),
  unseen('brackets', (value) => value.replace(/^(\w+) (\d+)(\w)$/, '($1)($2)($3)')),
  unseen('slashes', (value) => value.replace(' ', '/')),
  unseen('two lines', (value) => value.replace(' ', '\n')),
  unseen('keycaps', (value) => value.replace(/\d/g, '$&\ufe0f\u20e3')),
  unseen('squared letters', (value) =>
    value.replace(/[A-Z]/g, (c) => String.fromCodePoint(0x1f130 + c.charCodeAt(0) - 65)),
  ),
  unseen('halves apart', (value) => value.replace(' ', ' na mwisho ni ')),
];

export const CODE_DISGUISES: readonly Disguise[] = [
  written('plain', (value) => value),
  written('small letters', (value) => `mpesa ${value.toLowerCase()}`),
  written('in pieces', (value) => `M-Pesa code ${chunks(value, 4).join(' ')}`),
  unseen('full width', (value) =>
    value.replace(/[A-Z\d]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)),
  ),
  unseen('dashes', (value) => `ref ${chunks(value, 5).join('-')}`),
  unseen('zero-width', (value) => [...value].join('\u2060')),
  unseen('one by one', (value) => `muamala ${[...value].join(' ')}`),
];

export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => wholeBetween(random, 0, 9)).join('');
