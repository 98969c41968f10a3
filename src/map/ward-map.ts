/**
 * A choropleth ready to be drawn: shapes, their classes, the legend's limits.
 *
 * In:     areas with geometry, outlines of the level above, a figure per area, reports needed to be coloured
 * Out:    paths in picture units; per area its class, 'few' (too few to say) or 'none' (no value to colour)
 * Errors: none; null when no area has a geometry
 */
import type { Area } from '../../api/schemas/dimensions.ts';
import type { Figure } from '../../api/schemas/statistics.ts';
import { classOf, type MapClass, quantileClasses } from './classes.ts';
import { pathData } from './path.ts';
import { fitProjection, type Geometry, type Projection } from './projection.ts';

export interface MapShape {
  readonly area: Area;
  readonly d: string;
  readonly figure: Figure | undefined;
  readonly fill: MapClass | 'few' | 'none';
  /** where a label goes, in picture units */
  readonly at: readonly [number, number] | null;
}

export interface WardMapDrawing {
  readonly projection: Projection;
  readonly shapes: readonly MapShape[];
  readonly outlines: readonly string[];
  readonly classes: readonly MapClass[];
  readonly schematic: boolean;
}

const BOX = { width: 560, height: 760, margin: 4 };

export function drawWardMap({
  areas,
  outlines,
  figureOf,
  ranked,
}: {
  areas: readonly Area[];
  outlines: readonly Area[];
  figureOf: (area_code: string) => Figure | undefined;
  ranked: number;
}): WardMapDrawing | null {
  const drawn = areas.flatMap((area) => {
    const geometry = geometryOf(area);
    return geometry ? [{ area, geometry }] : [];
  });
  if (drawn.length === 0) return null;
  const projection = fitProjection(
    drawn.map(({ geometry }) => geometry),
    BOX,
  );
  const coloured = (figure: Figure | undefined): figure is Figure =>
    figure !== undefined && level(figure) !== null && (figure.unit === 'count' || figure.n >= ranked);
  const figures = drawn.map(({ area }) => figureOf(area.area_code));
  const classes = quantileClasses(figures.filter(coloured).map((figure) => level(figure) ?? 0));
  return {
    projection,
    classes,
    shapes: drawn.map(({ area, geometry }, index) => {
      const figure = figures[index];
      const known = coloured(figure) ? classOf(classes, level(figure) ?? 0) : undefined;
      return {
        area,
        figure,
        d: pathData(geometry, projection.project),
        fill: known ?? (figure && (figure.n > 0 || figure.suppressed === 'too_few') ? 'few' : 'none'),
        at: area.lat === null || area.long === null ? null : projection.project(area.long, area.lat),
      };
    }),
    outlines: outlines.flatMap((area) => {
      const geometry = geometryOf(area);
      return geometry ? [pathData(geometry, projection.project)] : [];
    }),
    schematic: drawn.some(({ area }) => area.schematic),
  };
}

/** What is coloured: the value, or the time beyond which it lies. */
function level(figure: Figure): number | null {
  return figure.value ?? figure.more_than;
}

/** The API's geometry, whose coordinates it does not describe further, as GeoJSON. */
function geometryOf({ geometry }: Area): Geometry | null {
  if (!geometry) return null;
  const coordinates: unknown = geometry.coordinates;
  if (geometry.type === 'Polygon') return isPolygon(coordinates) ? { type: 'Polygon', coordinates } : null;
  if (!Array.isArray(coordinates) || !coordinates.every(isPolygon)) return null;
  return { type: 'MultiPolygon', coordinates };
}

function isPolygon(value: unknown): value is GeoJSON.Position[][] {
  const isPosition = (point: unknown): boolean =>
    Array.isArray(point) && point.length > 1 && point.every(Number.isFinite);
  return (
    Array.isArray(value) && value.every((ring: unknown) => Array.isArray(ring) && ring.every(isPosition))
  );
}
