/**
 * Bars that lie: one row per class, its parts side by side, drawn without script. Names stand above their bars, so
 * that a long one needs no column and the drawing is legible on a phone.
 *
 * In:     rows of one or several parts; the size in picture units; how a value is written. `whole`: what a full
 *         row is (1 for shares); left out, the longest row is full
 * Out:    rectangles with the words that find room in them, and for a row of one part the words behind it;
 *         null when there is nothing to draw
 */
import { round, widthOf } from './svg-marks.ts';

export type RowRole = 'main' | 'second' | 'context' | 'faint';

export interface RowPart {
  readonly role: RowRole;
  readonly value: number | null;
  /** what the part is: written into it once, in the first row that has room */
  readonly name: string;
}

export interface Row {
  readonly label: string;
  readonly parts: readonly RowPart[];
}

export interface DrawnPart {
  readonly role: RowRole;
  readonly x: number;
  readonly width: number;
  /** '' where there is no room */
  readonly text: string;
}

export interface DrawnRow {
  readonly label: string;
  readonly y: number;
  readonly height: number;
  readonly parts: readonly DrawnPart[];
  /** behind the bar, of a row of one part */
  readonly end: readonly [number, string] | null;
}

export interface RowsDrawing {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly rows: readonly DrawnRow[];
}

export interface RowsOptions {
  readonly width: number;
  readonly size?: number;
  readonly whole?: number;
  readonly text: (value: number) => string;
}

export function drawRows(rows: readonly Row[], options: RowsOptions): RowsDrawing | null {
  const { width, size = 13, text } = options;
  const known = rows.filter(({ parts }) => parts.some(({ value }) => value !== null));
  const longest = Math.max(0, ...known.map(({ parts }) => sum(parts)));
  const whole = options.whole ?? longest;
  if (known.length === 0 || whole <= 0) return null;
  const single = known.every(({ parts }) => parts.length === 1);
  const full = width - (single ? widthOf(text(longest), size) + 8 : 0);
  const [label, bar, gap] = [size * 1.35, size * 1.5, size * 0.75];
  const named = new Set<string>();
  const drawn = known.map((row, index): DrawnRow => {
    const y = round(index * (label + bar + gap) + label);
    let x = 0;
    const parts = row.parts.map(({ role, value, name }): DrawnPart => {
      const length = ((value ?? 0) / whole) * full;
      const words =
        value === null || single ? '' : partWords(text(value), named.has(name) ? '' : name, length, size);
      if (words.endsWith(name)) named.add(name);
      const part = { role, x: round(x), width: round(length), text: words };
      x += length;
      return part;
    });
    const [only] = row.parts;
    const end = single && only && only.value !== null ? ([round(x + 6), text(only.value)] as const) : null;
    return { label: row.label, y, height: round(bar), parts, end };
  });
  return { width, height: round(known.length * (label + bar + gap) - gap + 2), size, rows: drawn };
}

/** The number, and what it is of where that has not been said yet and there is room for both. */
function partWords(number: string, name: string, length: number, size: number): string {
  const both = name === '' ? number : `${number} ${name}`;
  if (widthOf(both, size) + 8 <= length) return both;
  return widthOf(number, size) + 6 <= length ? number : '';
}

function sum(parts: readonly RowPart[]): number {
  return parts.reduce((total, { value }) => total + (value ?? 0), 0);
}
