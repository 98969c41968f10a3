/**
 * The picture in a chat as boxes and texts, 600 by 315, for satori.
 *
 * In:     PreviewWords, the jurisdiction's colours
 * Out:    a tree of elements in the shape that satori takes (React's, without React)
 * Source: chats show it about 300 px wide: nothing is smaller than 20 of 600
 */
import { PAPER, readableOn, type ThemeColours } from '../theme/theme.ts';
import { type Mark, SHAPES } from './marks.ts';
import type { PreviewWords } from './preview-words.ts';

export const WIDTH = 600;
export const HEIGHT = 315;

export interface Element {
  readonly type: string;
  readonly props: {
    readonly style?: Readonly<Record<string, string | number>>;
    readonly children?: string | readonly Element[];
    readonly [attribute: string]: unknown;
  };
}

const INK = '#1c1f1b';
const SOFT = '#51584f';

/** The sign stands in the left square of the picture, the words in the middle one: some chats show only one of them. */
const EDGE = 24;
const SIGN = 100;
const WORDS = EDGE + SIGN + 22;
/** as far as the middle square goes, and as far as the picture does */
const NARROW = (WIDTH + HEIGHT) / 2 - WORDS;
const WIDE = WIDTH - EDGE - WORDS;
/** Of bold Noto Sans, in parts of its size; wider than most texts are. */
const LETTER = 0.58;

/** The largest that fits, within the middle square where it can be. */
const SIZES = [
  { fontSize: 46, width: NARROW, lines: 2 },
  { fontSize: 40, width: NARROW, lines: 2 },
  { fontSize: 40, width: NARROW, lines: 3 },
  { fontSize: 36, width: NARROW, lines: 3 },
  { fontSize: 34, width: NARROW, lines: 2 },
  { fontSize: 36, width: WIDE, lines: 2 },
  { fontSize: 32, width: WIDE, lines: 2 },
] as const;
const SMALLEST = { fontSize: 30, width: WIDE } as const;

export function previewLayout(words: PreviewWords, colours: ThemeColours): Element {
  const accent = readableOn('light', colours.accent);
  const signal = readableOn('light', colours.signal);
  const tone = words.mark === 'late' || words.mark === 'disputed' ? signal : accent;
  const small = words.mark === 'site';
  const { fontSize, width } = sizeOf(words);
  const body = [
    text(words.headline, { fontSize, fontWeight: 700, lineHeight: 1.12, textWrap: 'balance', width }),
    ...(words.late === null
      ? []
      : [text(words.late, { fontSize: 31, fontWeight: 700, color: signal, marginTop: 6, lineClamp: 2 })]),
    ...(words.waited === null
      ? []
      : [
          text(words.waited, {
            fontSize: small ? 26 : 31,
            lineHeight: 1.25,
            marginTop: 6,
            lineClamp: small ? 3 : 2,
          }),
        ]),
  ];
  return {
    type: 'div',
    props: {
      style: {
        display: 'flex',
        flexDirection: 'column',
        boxSizing: 'border-box',
        width: WIDTH,
        height: HEIGHT,
        background: PAPER.light,
        color: INK,
        fontFamily: 'Noto Sans',
        borderTop: `10px solid ${tone}`,
        padding: `14px ${EDGE}px 14px`,
      },
      children: [
        text(words.about, { fontSize: words.about.length > 42 ? 20 : 24, color: SOFT, lineClamp: 1 }),
        {
          type: 'div',
          props: {
            style: { display: 'flex', alignItems: 'center', flexGrow: 1 },
            children: [
              shape(words.mark, tone),
              {
                type: 'div',
                props: { style: { display: 'flex', flexDirection: 'column', width: WIDE }, children: body },
              },
            ],
          },
        },
        {
          type: 'div',
          props: {
            style: { display: 'flex', justifyContent: 'space-between', fontSize: 20, color: SOFT },
            children: [
              text(words.site, { fontWeight: 700, color: accent, lineClamp: 1 }),
              text(words.demonstration ?? '', {}),
            ],
          },
        },
      ],
    },
  };
}

function sizeOf({ headline, waited, late }: PreviewWords) {
  // With two lines below it there is less room.
  const crowded = waited !== null && late !== null;
  return (
    SIZES.find(
      ({ fontSize, width, lines }) =>
        !(crowded && (lines > 2 || fontSize > 40)) && linesOf(headline, width / (fontSize * LETTER)) <= lines,
    ) ?? SMALLEST
  );
}

/** Lines that a text takes when so many letters fit into one; endless where a word is longer. */
function linesOf(words: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of words.split(' ')) {
    if (word.length > letters) return Number.POSITIVE_INFINITY;
    if (used > 0 && used + 1 + word.length > letters) {
      lines++;
      used = word.length;
    } else used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

function text(children: string, style: Readonly<Record<string, string | number>>): Element {
  return { type: 'div', props: { style: { display: 'block', ...style }, children } };
}

function shape(mark: Mark, colour: string): Element {
  return {
    type: 'svg',
    props: {
      width: SIGN,
      height: SIGN,
      viewBox: '0 0 24 24',
      style: { marginRight: WORDS - EDGE - SIGN, flexShrink: 0 },
      children: [
        {
          type: 'path',
          props: {
            d: SHAPES[mark],
            fill: 'none',
            stroke: colour,
            'stroke-width': 2.2,
            'stroke-linejoin': 'round',
            'stroke-linecap': 'round',
          },
        },
      ],
    },
  };
}
