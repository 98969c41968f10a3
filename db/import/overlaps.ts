/**
 * Overlaps between areas, and the outline of several areas together.
 *
 * In:     areas with their shapes
 * Out:    overlaps: which two, how many m², and where about; outlines: one shape without the slivers that
 *         digitising leaves between neighbours
 * Errors: none; a pair or union that cannot be computed is null, and the caller says so
 * Source: polygon clipping after Martínez, Rueda & Feito 2009 (package polygon-clipping)
 */
import clipping from 'polygon-clipping';
import {
  type Box,
  boxesMeet,
  boxOf,
  type Pair,
  rounded,
  type Shape,
  shapeArea,
  signedRingArea,
} from './shape.ts';

export interface Outlined {
  readonly area_code: string;
  readonly shape: Shape;
}

export interface Overlap {
  readonly first: string;
  readonly second: string;
  /** null: the two could not be compared */
  readonly area_m2: number | null;
  /** the middle of the overlap's box */
  readonly long: number;
  readonly lat: number;
}

/** A hole smaller than this is a gap between neighbours, not a place that belongs to nobody. */
const SLIVER_M2 = 10_000;

export function overlaps(areas: readonly Outlined[]): Overlap[] {
  const boxed = areas
    .map(({ area_code, shape }) => ({ area_code, shape, box: boxOf(shape) }))
    .sort((a, b) => a.box[0] - b.box[0]);
  const found: Overlap[] = [];
  for (const [i, first] of boxed.entries())
    for (let j = i + 1; j < boxed.length; j++) {
      const second = boxed[j];
      if (second === undefined || second.box[0] > first.box[2]) break;
      if (!boxesMeet(first.box, second.box)) continue;
      const common = tryClip(() => clipping.intersection(first.shape, second.shape));
      if (common?.length === 0) continue;
      const [a, b] = [first.area_code, second.area_code].sort();
      if (a === undefined || b === undefined) continue;
      const [long, lat] = middle(boxOf(common ?? first.shape));
      found.push({ first: a, second: b, area_m2: common && shapeArea(common), long, lat });
    }
  return found.sort(
    (a, b) => (b.area_m2 ?? Infinity) - (a.area_m2 ?? Infinity) || (a.first < b.first ? -1 : 1),
  );
}

/** Null where it cannot be computed. */
export function outlineOf(shapes: readonly Shape[]): Shape | null {
  const [first, ...others] = shapes;
  if (first === undefined) return null;
  const union = tryClip(() => clipping.union(first, ...others));
  if (union === null) return null;
  const polygons = union
    .map((rings) => rings.map((ring) => ring.map(([long, lat]): Pair => rounded([long, lat]))))
    .map((rings) => rings.filter((ring, i) => i === 0 || Math.abs(signedRingArea(ring)) >= SLIVER_M2));
  return polygons.length === 0 ? null : polygons;
}

function tryClip(work: () => Shape): Shape | null {
  try {
    return work();
  } catch {
    // The library gives up on some degenerate inputs; the caller reports that instead of a number.
    return null;
  }
}

function middle([west, south, east, north]: Box): Pair {
  return [(west + east) / 2, (south + north) / 2];
}
