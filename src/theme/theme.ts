/**
 * The jurisdiction's two colours made into a theme for light and for dark, as a stylesheet.
 *
 * In:     accent and signal, `#rrggbb`
 * Out:    CSS custom properties: --accent, --signal, --map-1 … --map-5 (a sequential scale of the accent's hue;
 *         more is further from the paper in both modes)
 * Errors: RangeError for a text that is no colour
 */
import { contrast, fromOklch, toOklch } from './colour.ts';

/** Paper of the two modes, as in styles/tokens.css; text in a theme colour must be readable on them. */
export const PAPER = { light: '#fcfbf7', dark: '#141713' } as const;
const READABLE = { light: 4.6, dark: 6 } as const;

export interface ThemeColours {
  readonly accent: string;
  readonly signal: string;
}

/** The colour, made darker (on light paper) or lighter (on dark) until text in it reaches WCAG AA. */
export function readableOn(mode: keyof typeof PAPER, colour: string): string {
  const { lightness, chroma, hue } = toOklch(colour);
  const step = mode === 'light' ? -0.01 : 0.01;
  for (let at = lightness; at > 0 && at < 1; at += step) {
    const hex = at === lightness ? colour : fromOklch({ lightness: at, chroma, hue });
    if (contrast(PAPER[mode], hex) >= READABLE[mode]) return hex;
  }
  return step < 0 ? '#000000' : '#ffffff';
}

/** Five steps of one hue, evenly apart in perceived lightness. */
export function mapScale(mode: 'light' | 'dark', accent: string): string[] {
  const { chroma, hue } = toOklch(accent);
  const strength = Math.max(chroma, 0.06);
  const [from, to] = mode === 'light' ? [0.925, 0.36] : [0.3, 0.88];
  return [0, 1, 2, 3, 4].map((step) => {
    const share = step / 4;
    return fromOklch({
      lightness: from + (to - from) * share,
      chroma: strength * (0.4 + 0.75 * Math.sin(Math.PI * (0.15 + 0.7 * share))),
      hue,
    });
  });
}

export function themeStylesheet({ accent, signal }: ThemeColours): string {
  const properties = (mode: 'light' | 'dark'): string =>
    [
      `--accent:${readableOn(mode, accent)}`,
      `--signal:${readableOn(mode, signal)}`,
      ...mapScale(mode, accent).map((colour, index) => `--map-${index + 1}:${colour}`),
    ].join(';');
  const light = properties('light');
  return `:root{${light}}
@media (prefers-color-scheme:dark){:root{${properties('dark')}}}
@media print{:root{${light}}}
`;
}

/** Changes with the colours, so that the stylesheet can be cached for ever. */
export function themeVersion({ accent, signal }: ThemeColours): string {
  return `${accent}${signal}`.replaceAll('#', '').toLowerCase();
}
