/**
 * A geometry as the `d` of an SVG path.
 *
 * In:     polygon or multipolygon in degrees; a projection onto whole picture units
 * Out:    closed rings in relative moves, as short as they can be said; '' when nothing is left at this size
 * Method: points are snapped to the picture's units, so that neighbours keep sharing their boundary; repeated
 *         points and points on a straight line between their neighbours are left out
 */
import { type Geometry, type Projection, polygonsOf } from './projection.ts';

type Point = readonly [number, number];

export function pathData(geometry: Geometry, project: Projection['project']): string {
  return polygonsOf(geometry)
    .flat()
    .map((ring) => ringData(simplified(ring.map(([x = 0, y = 0]) => project(x, y)))))
    .join('');
}

/** In: a closed or open ring. Out: its corners, the first not repeated; empty when it has no extent. */
export function simplified(ring: readonly Point[]): Point[] {
  let points = ring.filter((point, index) => index === 0 || !same(point, ring[index - 1]));
  if (points.length > 1 && same(points[0], points.at(-1))) points = points.slice(0, -1);
  for (let before = -1; before !== points.length; ) {
    before = points.length;
    const kept: Point[] = [];
    points.forEach((point, index) => {
      const previous = kept.at(-1) ?? points.at(-1);
      const next = points[(index + 1) % points.length];
      if (previous && next && !straight(previous, point, next)) kept.push(point);
    });
    points = kept;
  }
  return points.length < 3 ? [] : points;
}

function same(one: Point | undefined, other: Point | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

function straight([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  return (bx - ax) * (cy - by) === (by - ay) * (cx - bx);
}

function ringData(points: readonly Point[]): string {
  const [start, ...rest] = points;
  if (!start) return '';
  let [x, y] = start;
  let moves = '';
  for (const [nextX, nextY] of rest) {
    moves += `${spaced(nextX - x, moves !== '')}${spaced(nextY - y, true)}`;
    [x, y] = [nextX, nextY];
  }
  return `M${start[0]} ${start[1]}l${moves}z`;
}

/** A minus sign is separator enough. */
function spaced(value: number, separate: boolean): string {
  return separate && value >= 0 ? ` ${value}` : `${value}`;
}
