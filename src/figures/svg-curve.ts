/**
 * A curve of shares by days as a drawing, without script: steps, the 95 % interval as a band, names at the lines.
 *
 * In:     series of points (days; shares from 0 to 1, null where not known), the size in picture units, how a
 *         number of days and a share are written
 * Out:    paths, marks of the axes and places of the names; null when no point is known
 * Method: the share axis runs from 0 to 1; days 1, 2, 3, 7 … 365 lie far apart, so theirs is logarithmic. The
 *         curve is known at its points only: between them it is drawn at the last one, which promises nothing
 *         that has not been seen
 */
import { apart, type Mark, round, WIDTH_OF_CHARACTER, withRoom } from './svg-marks.ts';

export interface CurvePoint {
  readonly x: number;
  readonly y: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface CurveSeries {
  readonly label: string;
  readonly role: 'main' | 'second' | 'context';
  readonly points: readonly CurvePoint[];
}

export interface DrawnSeries {
  readonly label: string;
  readonly role: CurveSeries['role'];
  readonly line: string;
  /** '' where no interval is known */
  readonly band: string;
  readonly dots: readonly (readonly [number, number])[];
  /** where the name ends, above its line */
  readonly name: readonly [number, number];
}

export interface CurveDrawing {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly days: readonly Mark[];
  readonly shares: readonly Mark[];
  readonly series: readonly DrawnSeries[];
  /** end of the word for those whom the curve has not reached; null where there is no room for it */
  readonly waiting: readonly [number, number] | null;
}

export interface CurveOptions {
  readonly width: number;
  readonly height: number;
  /** height of the type */
  readonly size?: number;
  readonly day: (days: number) => string;
  readonly share: (share: number) => string;
}

const SHARES = [0, 0.25, 0.5, 0.75, 1];

export function drawCurve(series: readonly CurveSeries[], options: CurveOptions): CurveDrawing | null {
  const { width, height, size = 13 } = options;
  const known = series
    .map((one) => ({ ...one, points: one.points.filter(isKnown) }))
    .filter(({ points }) => points.length > 0);
  const days = [...new Set(known.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const widest = Math.max(...SHARES.map((share) => options.share(share).length));
  const left = round(widest * size * WIDTH_OF_CHARACTER + 6);
  const [right, top, bottom] = [width - 8, size * 1.2, height - size * 1.7];
  const span = Math.log(last / first) || 1;
  const x = (day: number) => round(left + (Math.log(day / first) / span) * (right - left));
  const y = (share: number) => round(bottom - share * (bottom - top));
  const drawn = known.map(({ label, role, points }) => ({
    label,
    role,
    line: `M${steps(points.map((point) => [x(point.x), y(point.y)]))}`,
    band: bandOf(points, x, y),
    dots: points.map((point) => [x(point.x), y(point.y)] as const),
    ends: y(points.at(-1)?.y ?? 0),
  }));
  const names = apart(
    drawn.map(({ ends }) => ends - size * 0.5),
    size * 1.25,
    [top, bottom - 4],
  );
  // Above the highest line of its own are those whom nothing has reached yet.
  const end = Math.min(...drawn.filter(({ role }) => role !== 'context').map(({ ends }) => ends));
  const named = drawn.length === 1 ? size * 4 : size * 5.5;
  return {
    width,
    height,
    size,
    left,
    right,
    bottom: round(bottom),
    days: withRoom(
      days.map((day) => ({ at: x(day), text: options.day(day) })),
      size,
    ),
    shares: SHARES.map((share) => ({ at: y(share), text: options.share(share) })),
    series: drawn.map(({ ends: _ends, ...one }, index) => ({ ...one, name: [right, names[index] ?? top] })),
    waiting:
      Number.isFinite(end) && end - top > named
        ? [right, round(drawn.length === 1 ? (top + end - size) / 2 : top + size * 1.2)]
        : null,
  };
}

interface KnownPoint extends CurvePoint {
  readonly y: number;
}

function isKnown(point: CurvePoint): point is KnownPoint {
  return point.y !== null;
}

/** `x y` of the first corner, then across and up to each further one. */
function steps(corners: readonly (readonly [number, number])[]): string {
  return corners.map(([x, y], index) => (index === 0 ? `${x} ${y}` : `H${x}V${y}`)).join('');
}

function bandOf(
  points: readonly KnownPoint[],
  x: (day: number) => number,
  y: (share: number) => number,
): string {
  if (points.every(({ low = null, high = null }) => low === null || high === null)) return '';
  const upper = points.map((point) => [x(point.x), y(point.high ?? point.y)] as const);
  const lower = points.map((point) => [x(point.x), y(point.low ?? point.y)] as const).reverse();
  // Backwards a step goes down first: the lower edge stays at its value until the next point, too.
  const back = lower.map(([px, py], index) => (index === 0 ? `V${py}` : `V${py}H${px}`)).join('');
  return `M${steps(upper)}${back}z`;
}
