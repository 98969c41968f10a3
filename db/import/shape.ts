/**
 * Plane geometry of areas, on longitude and latitude in degrees.
 *
 * A Shape is the coordinates of a MultiPolygon: polygons of closed rings, the first the outline, the others holes.
 * Areas are in square metres, on a plane that touches the Earth at the ring: right to about 1 % for a county.
 */
export type Pair = [long: number, lat: number];
export type Ring = Pair[];
export type Shape = Ring[][];
export type AreaGeometry = GeoJSON.Polygon | GeoJSON.MultiPolygon;
export type Box = readonly [west: number, south: number, east: number, north: number];

const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

export function shapeOf(geometry: AreaGeometry): Shape {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.map(([long = 0, lat = 0]): Pair => [long, lat])));
}

export function geometryOf(shape: Shape): AreaGeometry {
  const [first, ...others] = shape;
  return first !== undefined && others.length === 0
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: shape };
}

/** Positive when the ring runs counter-clockwise. */
export function signedRingArea(ring: Ring): number {
  const [origin] = ring;
  if (origin === undefined) return 0;
  let twice = 0;
  let [x0, y0] = [0, 0];
  for (const [long, lat] of ring) {
    const [x, y] = [long - origin[0], lat - origin[1]];
    twice += x0 * y - x * y0;
    [x0, y0] = [x, y];
  }
  const middle = ring.reduce((sum, [, lat]) => sum + lat, 0) / ring.length;
  return (twice / 2) * (EARTH_RADIUS_M * RADIANS) ** 2 * Math.cos(middle * RADIANS);
}

export function shapeArea(shape: Shape): number {
  let area = 0;
  for (const polygon of shape)
    for (const [i, ring] of polygon.entries()) area += (i === 0 ? 1 : -1) * Math.abs(signedRingArea(ring));
  return area;
}

export function boxOf(shape: Shape): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of shape)
    for (const ring of polygon)
      for (const [long, lat] of ring) {
        west = Math.min(west, long);
        south = Math.min(south, lat);
        east = Math.max(east, long);
        north = Math.max(north, lat);
      }
  return [west, south, east, north];
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** Even–odd rule: whether a ray to the east crosses the rings an odd number of times. */
export function contains(shape: Shape, long: number, lat: number): boolean {
  let inside = false;
  for (const polygon of shape)
    for (const ring of polygon) {
      let before = ring.at(-1);
      for (const point of ring) {
        if (before !== undefined && point[1] > lat !== before[1] > lat) {
          const crossing = ((before[0] - point[0]) * (lat - point[1])) / (before[1] - point[1]) + point[0];
          if (long < crossing) inside = !inside;
        }
        before = point;
      }
    }
  return inside;
}

/** Rounded to six decimals (11 cm at the equator), which is what RFC 7946 §11.2 calls enough. */
export function rounded([long, lat]: Pair): Pair {
  return [Math.round(long * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}
