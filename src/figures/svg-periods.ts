/**
 * Periods side by side, drawn without script: bars of counts or lines of shares. What is not complete yet is drawn
 * open: bars in outline, points hollow, lines broken.
 *
 * In:     labels of the periods, series of points (null where not known), the size in picture units, how a value is
 *         written; `highest`: the end of the axis (1 for shares), left out: a round number above all values
 * Out:    paths, rectangles, marks of the axes, places of the names; null when no point is known
 */
import { placeNames } from '../client/name-places.ts';
import { type Mark, round, roundSteps, widthOf, withRoom } from './svg-marks.ts';

export interface PeriodPoint {
  readonly y: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly incomplete?: boolean;
}

export interface PeriodSeries {
  readonly label: string;
  readonly role: 'main' | 'second' | 'context' | 'faint';
  readonly points: readonly PeriodPoint[];
}

export interface PeriodsOptions {
  readonly kind: 'bars' | 'trend';
  readonly width: number;
  readonly height: number;
  readonly size?: number;
  readonly highest?: number;
  readonly text: (value: number) => string;
}

export interface DrawnPeriods {
  readonly label: string;
  readonly role: PeriodSeries['role'];
  readonly band: string;
  /** to points that are complete, and to those that are not */
  readonly line: string;
  readonly broken: string;
  readonly dots: readonly { readonly x: number; readonly y: number; readonly open: boolean }[];
  readonly bars: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly open: boolean;
  }[];
  /** where the name begins, near its own line and clear of the others */
  readonly name: readonly [number, number];
}

export interface PeriodsDrawing {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly labels: readonly Mark[];
  readonly values: readonly Mark[];
  readonly series: readonly DrawnPeriods[];
}

export function drawPeriods(
  labels: readonly string[],
  series: readonly PeriodSeries[],
  { kind, width, height, size = 13, highest, text }: PeriodsOptions,
): PeriodsDrawing | null {
  const all = series.flatMap(({ points }) =>
    points.flatMap(({ y, high }) => (y === null ? [] : [y, high ?? y])),
  );
  if (all.length === 0) return null;
  const steps = highest === 1 ? [0, 0.25, 0.5, 0.75, 1] : roundSteps(highest ?? Math.max(...all));
  const end = steps.at(-1) ?? 1;
  const left = round(Math.max(...steps.map((step) => widthOf(text(step), size))) + 8);
  const [right, top, bottom] = [width - 4, size * 1.2, round(height - size * 2.9)];
  const slot = (right - left) / Math.max(1, labels.length);
  const x = (index: number) => round(left + (index + 0.5) * slot);
  const y = (value: number) => round(bottom - (value / end) * (bottom - top));
  const drawn = series.map(({ label, role, points }) => {
    const placed = points.flatMap((point, index) =>
      point.y === null ? [] : [{ ...point, x: x(index), at: y(point.y), open: point.incomplete === true }],
    );
    const thick = round(slot * 0.84);
    return {
      label,
      role,
      band: kind === 'bars' ? '' : bandOf(placed, y),
      ...(kind === 'bars' ? { line: '', broken: '' } : linesOf(placed)),
      dots: kind === 'bars' ? [] : placed.map((point) => ({ x: point.x, y: point.at, open: point.open })),
      bars:
        kind === 'trend'
          ? []
          : placed.map((point) => ({
              x: round(point.x - thick / 2),
              y: point.at,
              width: thick,
              height: round(bottom - point.at),
              open: point.open,
            })),
      points: placed.map((point) => ({ x: point.x, y: point.at })),
    };
  });
  const names = placeNames(
    drawn.map(({ points }) => points),
    drawn.map(({ label }) => widthOf(label, size)),
    { left, right, top, bottom },
    size,
  );
  return {
    width,
    height,
    size,
    left,
    right,
    bottom,
    labels: withRoom(
      labels.map((label, index) => ({ at: x(index), text: inTwoLines(label) })),
      size,
    ),
    values: steps.map((step) => ({ at: y(step), text: text(step) })),
    series: drawn.map(({ points: _points, ...one }, index) => {
      const place = names[index];
      return { ...one, name: place ? [round(place.x), round(place.y + size * 0.35)] : [left, top] };
    }),
  };
}

interface Placed {
  readonly x: number;
  readonly at: number;
  readonly open: boolean;
  readonly low?: number | null;
  readonly high?: number | null;
}

function linesOf(points: readonly Placed[]) {
  const way = (open: boolean) =>
    points
      .slice(1)
      .map((point, index) => ({ from: points[index], point }))
      .filter(({ point }) => point.open === open)
      .map(({ from, point }) => `M${from?.x} ${from?.at}L${point.x} ${point.at}`)
      .join('');
  return { line: way(false), broken: way(true) };
}

function bandOf(points: readonly Placed[], y: (value: number) => number): string {
  const known = points.filter(({ low = null, high = null }) => low !== null && high !== null);
  if (known.length < 2) return '';
  const edge = (end: 'low' | 'high') => known.map((point) => `${point.x} ${y(point[end] ?? 0)}`);
  return `M${[...edge('high'), ...edge('low').reverse()].join('L')}z`;
}

/** "Oct–Dec 2026": the year below, so that more periods find room. */
function inTwoLines(label: string): string {
  return label.replace(/\s(?=\d{4}$)/, '\n');
}
