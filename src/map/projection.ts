/**
 * Fits geometries given in degrees into a picture.
 *
 * In:     polygons and multipolygons, WGS 84 (longitude, latitude); the box to fill, in picture units
 * Out:    size of the picture, and a function from degrees to whole picture units (y grows downwards)
 * Method: equirectangular, longitudes scaled by the cosine of the middle latitude: right for a county or a
 *         city, whose shape it keeps to well under one percent
 * Errors: RangeError when there is no geometry, or none with an extent
 */
export type Geometry = GeoJSON.Polygon | GeoJSON.MultiPolygon;

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Projection {
  readonly width: number;
  readonly height: number;
  /** what the whole picture shows, in degrees */
  readonly bounds: Bounds;
  readonly project: (longitude: number, latitude: number) => readonly [number, number];
}

export function polygonsOf(geometry: Geometry): GeoJSON.Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function boundsOf(geometries: readonly Geometry[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude = 0, latitude = 0] of geometries.flatMap((g) => polygonsOf(g).flat(2))) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return { west, south, east, north };
}

export function fitProjection(
  geometries: readonly Geometry[],
  box: { readonly width: number; readonly height: number; readonly margin: number },
): Projection {
  const { west, south, east, north } = boundsOf(geometries);
  if (!(east > west && north > south)) throw new RangeError('a map needs an area with an extent');
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = (east - west) * squeeze;
  const inner = { width: box.width - 2 * box.margin, height: box.height - 2 * box.margin };
  const scale = Math.min(inner.width / across, inner.height / (north - south));
  const width = Math.round(across * scale + 2 * box.margin);
  const height = Math.round((north - south) * scale + 2 * box.margin);
  return {
    width,
    height,
    bounds: {
      west: west - box.margin / scale / squeeze,
      south: south - box.margin / scale,
      east: west + (width - box.margin) / scale / squeeze,
      north: north + box.margin / scale,
    },
    project: (longitude, latitude) => [
      Math.round(box.margin + (longitude - west) * squeeze * scale),
      Math.round(box.margin + (north - latitude) * scale),
    ],
  };
}
