/**
 * The picture in a chat as boxes and texts, 600 by 315, for satori.
 *
 * In:     PreviewWords, the jurisdiction's colours
 * Out:    a tree of elements in the shape that satori takes (React's, without React)
 * Source: chats show it about 300 px wide: nothing is smaller than 20 of 600
 */
import { PAPER, readableOn, type ThemeColours } from '../theme/theme.ts';
import type { Mark, PreviewWords } from './preview-words.ts';

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

/** Drawn in a square of 24, as lines. */
const SHAPES: Readonly<Record<Mark, string>> = {
  late: 'M12 2.5 22 20.5H2zM12 9v5.5M12 17.2v.6',
  waiting: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19M12 7v5l3.5 2.5',
  working: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19M8 12h8M13 8.5l3.5 3.5-3.5 3.5',
  solved: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19M7.5 12.5l3 3 6-6.5',
  disputed: 'M3 4h18v12h-9l-5 4v-4H3zM12 7v3.6M12 13v.6',
  closed: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19M8 12h8',
  site: 'M3 4h18v12h-9l-5 4v-4H3zM8.5 10l2.5 2.5 4.5-5',
};

export function previewLayout(words: PreviewWords, colours: ThemeColours): Element {
  const accent = readableOn('light', colours.accent);
  const signal = readableOn('light', colours.signal);
  const tone = words.mark === 'late' || words.mark === 'disputed' ? signal : accent;
  const body = [
    text(words.about, { fontSize: 24, color: SOFT, lineClamp: 1 }),
    {
      type: 'div',
      props: {
        style: { display: 'flex', alignItems: 'flex-start', marginTop: 10 },
        children: [
          shape(words.mark, tone),
          text(words.headline, {
            fontSize: words.headline.length > 44 ? 32 : words.headline.length > 34 ? 37 : 42,
            fontWeight: 700,
            lineHeight: 1.15,
            lineClamp: 3,
            width: WIDTH - 48 - 62,
          }),
        ],
      },
    },
    ...(words.waited === null
      ? []
      : [text(words.waited, { fontSize: 32, marginTop: 8, marginLeft: 62, lineClamp: 2 })]),
    ...(words.late === null
      ? []
      : [text(words.late, { fontSize: 32, fontWeight: 700, color: signal, marginTop: 2, marginLeft: 62 })]),
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
        padding: '18px 24px 16px',
      },
      children: [
        {
          type: 'div',
          props: { style: { display: 'flex', flexDirection: 'column', flexGrow: 1 }, children: body },
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

function text(children: string, style: Readonly<Record<string, string | number>>): Element {
  return { type: 'div', props: { style: { display: 'block', ...style }, children } };
}

function shape(mark: Mark, colour: string): Element {
  return {
    type: 'svg',
    props: {
      width: 46,
      height: 46,
      viewBox: '0 0 24 24',
      style: { marginRight: 16, marginTop: 1, flexShrink: 0 },
      children: [
        {
          type: 'path',
          props: {
            d: SHAPES[mark],
            fill: 'none',
            stroke: colour,
            'stroke-width': 2.4,
            'stroke-linejoin': 'round',
            'stroke-linecap': 'round',
          },
        },
      ],
    },
  };
}
