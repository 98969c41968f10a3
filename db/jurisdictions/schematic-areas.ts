/**
 * Schematic areas: for a jurisdiction whose boundaries can't be shipped. Each finest area is the part of an
 * approximate outline that lies nearer to its approximate centres than to any other's (a Voronoi cell); an
 * area above is the union of those below it, sharing their vertices exactly.
 *
 * In:     a sketch: outline and centres, degrees of longitude and latitude, rounded as coarsely as they are known
 * Out:    GeoJSON features for `areas.geojson`, 3 decimals, exterior rings counterclockwise (RFC 7946)
 * Method: the outline clipped by the bisectors between centres (Sutherland & Hodgman 1974); unions by
 *         cancelling the edges that two cells share
 * Errors: RangeError when the sketch yields an empty area or one with a hole
 */
import type { Names } from '../schema/names.ts';

export type Point = readonly [number, number];

export interface Sketch {
  readonly outline: readonly Point[];
  readonly areas: readonly {
    readonly area_code: string;
    readonly level: string;
    readonly parent_code: string | null;
    readonly names: Names;
    readonly population: number | null;
    /** only on the finest areas */
    readonly centres?: readonly Point[] | undefined;
  }[];
}

export function drawSchematicAreas(sketch: Sketch): GeoJSON.Feature[] {
  const sites = sketch.areas.flatMap(({ area_code, centres = [] }) =>
    centres.map((centre) => ({ area_code, centre })),
  );
  const cells = cellsAround(
    sites.map((site) => site.centre),
    sketch.outline,
  );
  const parents = new Map(sketch.areas.map((area) => [area.area_code, area.parent_code]));
  const isWithin = (code: string | null | undefined, ancestor: string): boolean =>
    code === ancestor || (typeof code === 'string' && isWithin(parents.get(code), ancestor));
  return sketch.areas.map(({ area_code, level, parent_code, names, population }) => ({
    type: 'Feature',
    properties: { area_code, level, parent_code, names, population, schematic: true },
    geometry: dissolve(
      cells.filter((_, i) => isWithin(sites[i]?.area_code, area_code)),
      area_code,
    ),
  }));
}

/** One ring (not closed, counterclockwise) per centre; together they fill the outline. */
export function cellsAround(centres: readonly Point[], outline: readonly Point[]): Point[][] {
  const middle = outline.reduce((sum, [, latitude]) => sum + latitude, 0) / outline.length;
  const east = Math.cos((middle * Math.PI) / 180);
  const subject = signedArea(outline) < 0 ? outline.toReversed() : outline;
  const snap = snapper();
  return centres.map((centre) => {
    let ring: readonly Point[] = subject;
    for (const other of centres) if (other !== centre) ring = nearerHalf(ring, centre, other, east);
    const snapped = withoutSpikes(ring)
      .map(snap)
      .filter((p, i, all) => p !== all[(i + 1) % all.length]);
    if (snapped.length < 3) throw new RangeError(`the centre ${centre.join(', ')} is left without any area`);
    return snapped;
  });
}

/** The part of the ring that is nearer to `a` than to `b`, a degree of longitude counting `east` of latitude. */
function nearerHalf(ring: readonly Point[], a: Point, b: Point, east: number): Point[] {
  const nx = (b[0] - a[0]) * east * east;
  const ny = b[1] - a[1];
  const limit = (nx * (a[0] + b[0]) + ny * (a[1] + b[1])) / 2;
  const beyond = (p: Point) => nx * p[0] + ny * p[1] - limit;
  return ring.flatMap((p, i) => {
    const q = ring[(i + 1) % ring.length] ?? p;
    const [dp, dq] = [beyond(p), beyond(q)];
    const kept: Point[] = dp <= 0 ? [p] : [];
    if (dp <= 0 !== dq <= 0) {
      const t = dp / (dp - dq);
      kept.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
    }
    return kept;
  });
}

/**
 * Clipping an outline that bends inwards can leave an edge that goes out and back along one line, and a line
 * through a corner leaves the corner twice: drops both.
 */
function withoutSpikes(ring: readonly Point[]): readonly Point[] {
  const points = ring.filter((p, i) => !isSame(p, ring.at(i - 1)));
  const spike = points.findIndex((b, i) => {
    const a = points.at(i - 1) ?? b;
    const c = points[(i + 1) % points.length] ?? b;
    const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
    return Math.abs(ux * vy - uy * vx) < 1e-12 && ux * vx + uy * vy < 0;
  });
  return spike < 0 ? points : withoutSpikes(points.toSpliced(spike, 1));
}

const isSame = (p: Point, q: Point | undefined) =>
  q !== undefined && Math.abs(p[0] - q[0]) < 1e-7 && Math.abs(p[1] - q[1]) < 1e-7;

/** Gives points that differ only by rounding error one and the same rounded point, so that edges can cancel. */
function snapper(): (p: Point) => Point {
  const known: { exact: Point; rounded: Point }[] = [];
  return (p) => {
    const same = known.find(({ exact }) => isSame(exact, p));
    if (same) return same.rounded;
    const rounded: Point = [round3(p[0]), round3(p[1])];
    const twin = known.find((k) => k.rounded[0] === rounded[0] && k.rounded[1] === rounded[1]);
    known.push({ exact: p, rounded: twin?.rounded ?? rounded });
    return twin?.rounded ?? rounded;
  };
}

/** The union of cells that share whole edges. */
function dissolve(
  rings: readonly (readonly Point[])[],
  code: string,
): GeoJSON.Polygon | GeoJSON.MultiPolygon {
  const next = new Map<Point, Point[]>();
  for (const ring of rings)
    ring.forEach((p, i) => {
      const q = ring[(i + 1) % ring.length] ?? p;
      const back = next.get(q);
      const at = back?.indexOf(p) ?? -1;
      if (back && at >= 0) back.splice(at, 1);
      else next.set(p, [...(next.get(p) ?? []), q]);
    });
  const polygons: GeoJSON.Position[][][] = [];
  for (const start of next.keys()) {
    const ring: Point[] = [];
    for (let p = next.get(start)?.pop(); p; p = p === start ? undefined : next.get(p)?.pop()) ring.push(p);
    if (ring.length === 0) continue;
    if (signedArea(ring) < 0) throw new RangeError(`area ${code} would have a hole: move its centres`);
    polygons.push([[...ring.slice(-1), ...ring].map(([x, y]) => [x, y])]);
  }
  const [first] = polygons;
  if (!first) throw new RangeError(`area ${code} has no centre, nor has any area below it`);
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons };
}

function signedArea(ring: readonly Point[]): number {
  return ring.reduce((sum, p, i) => {
    const q = ring[(i + 1) % ring.length] ?? p;
    return sum + (p[0] * q[1] - q[0] * p[1]) / 2;
  }, 0);
}

const round3 = (degrees: number) => Math.round(degrees * 1000) / 1000;
