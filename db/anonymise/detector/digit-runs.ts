/**
 * Runs of digits, whatever stands between them: spaces, dots, brackets, emoji, "dash"; digits that are spelled out
 * in words; and letters that stand for digits inside a number.
 *
 * In:     the tokens of a text
 * Out:    `numbersOf`: every token that reads as a number; `runsOf`: numbers joined to runs, in order
 */
import { gluedDigits, type NumberWord, numberWord } from './number-words.ts';
import type { Token } from './tokens.ts';
import type { Span } from './types.ts';

export interface DigitGroup extends Span {
  readonly digits: string;
  /** place of its token */
  readonly index: number;
}

export interface DigitRun extends Span {
  readonly digits: string;
  readonly groups: readonly DigitGroup[];
}

type Number = { readonly digits: string } | { readonly word: NumberWord };

/** Letters that stand for a digit wherever they stand in a number, and those that do only between two digits. */
const LOOKS: Readonly<Record<string, string>> = {
  o: '0',
  O: '0',
  Q: '0',
  I: '1',
  l: '1',
  i: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
};
const LOOKS_BETWEEN: Readonly<Record<string, string>> = {
  D: '0',
  j: '1',
  s: '5',
  b: '6',
  z: '2',
  q: '9',
  g: '9',
  G: '6',
  T: '7',
  t: '7',
  A: '4',
  a: '4',
  E: '3',
  e: '3',
};

/** Said between digits and meaning nothing. */
const FILLERS: ReadonlySet<string> = new Set(
  'dash hyphen space dot nukta slash stroke star then kisha halafu alafu tena comma koma mkato plus jumlisha'.split(
    ' ',
  ),
);
const AND: ReadonlySet<string> = new Set(['na', 'and', 'n']);

export function readNumber(token: Token): Number | null {
  const { text, lower } = token;
  if (/^\d+$/.test(text)) return { digits: text };
  const word = numberWord(lower);
  if (word) return { word };
  const glued = gluedDigits(lower);
  if (glued !== null) return { digits: glued };
  return lookingLikeDigits(text);
}

/** `O7l2` is a number; `5s`, `200m`, `9000tzs` and `E16` are something else. */
function lookingLikeDigits(text: string): Number | null {
  const real = text.replace(/\D/g, '').length;
  if (real === 0) return /^[OoIl]{2,4}$/.test(text) ? { digits: digitsOf(text) } : null;
  const digits = digitsOf(text);
  if (digits.length !== text.length) return null;
  const few = text.length >= 6 && real >= 2 && /^[\dOoIlSBZ]+$/.test(text);
  return few || real * 2 >= text.length || /^[\doOiIlL]+$/.test(text) ? { digits } : null;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, (letter, at: number) => {
    const between = at > 0 && at < text.length - 1;
    return LOOKS[letter] ?? (between ? LOOKS_BETWEEN[letter] : undefined) ?? '';
  });
}

export function runsOf(tokens: readonly Token[]): DigitRun[] {
  const runs: DigitRun[] = [];
  let open = new Run();
  const close = () => {
    if (open.groups.length > 0) runs.push(open.finish());
    open = new Run();
  };
  let between: Token[] = [];
  let lastWasWord = false;
  for (const [index, token] of tokens.entries()) {
    const number = readNumber(token);
    if (number === null) {
      between.push(token);
      continue;
    }
    const isWord = 'word' in number;
    const joined = between.every(
      ({ lower }) => FILLERS.has(lower) || (AND.has(lower) && (isWord || lastWasWord)),
    );
    if (!joined) close();
    open.add(number, token, index);
    lastWasWord = isWord;
    between = [];
  }
  close();
  return runs;
}

/** Puts spelled numbers together: "sabini na mbili" is 72, "seven hundred twenty two" 722, "double five" 55. */
class Run {
  readonly groups: DigitGroup[] = [];
  /** zeros at the end that what follows may fill */
  #open = 0;
  #times = 1;
  #mia = false;

  add(number: Number, { start, end }: Token, index: number): void {
    const push = (digits: string) => this.groups.push({ digits, start, end, index });
    if ('digits' in number) {
      this.#open = 0;
      push(number.digits);
      return;
    }
    const { word } = number;
    if (word.kind === 'times') {
      this.#times = word.count;
      push('');
      return;
    }
    if (!('digits' in word)) {
      this.#mia = word.kind === 'mia';
      push(this.#mia ? '' : '00');
      this.#open = this.#mia ? 0 : 2;
      return;
    }
    if (this.#mia && word.kind === 'unit') {
      push(`${word.digits}00`);
      this.#open = 2;
      this.#mia = false;
      return;
    }
    const fills =
      word.kind === 'unit' && word.digits !== '0' ? Math.min(this.#open, 1) : this.#open === 2 ? 2 : 0;
    this.#drop(fills);
    push(word.digits.repeat(this.#times));
    this.#times = 1;
    this.#open = word.kind === 'tens' ? 1 : 0;
  }

  #drop(zeros: number): void {
    const last = this.groups.findLastIndex((group) => group.digits !== '');
    const group = this.groups[last];
    if (zeros > 0 && group) this.groups[last] = { ...group, digits: group.digits.slice(0, -zeros) };
  }

  finish(): DigitRun {
    return {
      digits: this.groups.map((group) => group.digits).join(''),
      groups: this.groups,
      start: this.groups[0]?.start ?? 0,
      end: this.groups.at(-1)?.end ?? 0,
    };
  }
}
