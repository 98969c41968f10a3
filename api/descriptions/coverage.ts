/**
 * What a release covers in time and space.
 *
 * In:     the release's day, the first received period, the boundary and point of the jurisdiction's own area
 * Out:    local days, both included, as an interval without end where nothing is known; a box in degrees (WGS 84)
 */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Coverage {
  /** `2026-01-03`; null: no report is published */
  readonly from: string | null;
  /** the last day before the cut-off, `2026-11-15` */
  readonly to: string;
  /** null: no boundary is known */
  readonly box: Box | null;
  readonly point: { readonly lat: number; readonly long: number } | null;
}

export function coverage(
  label: string,
  first_period: string | null,
  boundary: GeoJSON.Polygon | GeoJSON.MultiPolygon | null,
  point: Coverage['point'],
): Coverage {
  return {
    from: first_period === null ? null : firstDay(first_period),
    to: dayBefore(label),
    box: boundary && boxOf(boundary),
    point,
  };
}

/** `2026-11` → `2026-11-01` */
const firstDay = (period: string): string => (period.length === 7 ? `${period}-01` : period);

/** A release's label is the local day of its cut-off, and the cut-off is the midnight that begins it. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function boxOf(boundary: GeoJSON.Polygon | GeoJSON.MultiPolygon): Box {
  const rings = boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [long = 0, lat = 0] of rings.flat()) {
    box.west = Math.min(box.west, long);
    box.south = Math.min(box.south, lat);
    box.east = Math.max(box.east, long);
    box.north = Math.max(box.north, lat);
  }
  return box;
}
