/**
 * A point inside an area, for labels and for formats that want a point: the centroid of the largest polygon
 * where that lies inside, else the middle of its widest stretch at the centroid's latitude.
 *
 * In:     GeoJSON geometry, degrees
 * Out:    lat and long, degrees, rounded to 4 decimals (about 11 m)
 * Source: P. Bourke, Calculating the area and centroid of a polygon, 1988
 */
type Ring = readonly GeoJSON.Position[];

export function pointInside(geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon): { lat: number; long: number } {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let best: { area: number; x: number; y: number; ring: Ring } = { area: -1, x: 0, y: 0, ring: [] };
  for (const [ring] of polygons) {
    if (!ring) continue;
    const found = centroid(ring);
    if (found.area > best.area) best = { ...found, ring };
  }
  return { lat: round(best.y), long: round(widestMiddle(best.ring, best.y, best.x)) };
}

function centroid(ring: Ring): { area: number; x: number; y: number } {
  let [twice, x, y] = [0, 0, 0];
  const [x0, y0] = at(ring, 0);
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = at(ring, i);
    const [bx, by] = at(ring, i + 1);
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    twice += cross;
    x += (ax + bx - 2 * x0) * cross;
    y += (ay + by - 2 * y0) * cross;
  }
  if (twice === 0) return { area: 0, x: x0, y: y0 };
  return { area: Math.abs(twice) / 2, x: x0 + x / (3 * twice), y: y0 + y / (3 * twice) };
}

/** `x` where it lies inside at this latitude, else the middle of the widest stretch that does. */
function widestMiddle(ring: Ring, y: number, x: number): number {
  const crossings: number[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = at(ring, i);
    const [bx, by] = at(ring, i + 1);
    if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  }
  crossings.sort((a, b) => a - b);
  let widest = { from: x, to: x };
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = x, to = x] = [crossings[i], crossings[i + 1]];
    if (from < x && x < to) return x;
    if (to - from > widest.to - widest.from) widest = { from, to };
  }
  return (widest.from + widest.to) / 2;
}

const at = (ring: Ring, index: number): [number, number] => [ring[index]?.[0] ?? 0, ring[index]?.[1] ?? 0];
const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
