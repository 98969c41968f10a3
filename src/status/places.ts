/**
 * The places and kinds of report to compare one report with, the closest first: its service in its
 * constituency, then the service's group there, then both in the whole jurisdiction.
 *
 * In:     all areas of a release; the report's area, service and group
 * Out:    filters of a statistic, at most four
 * Errors: none; an unknown area is compared with the whole jurisdiction
 */
import type { Area } from '../../api/schemas/dimensions.ts';

export interface Comparison {
  readonly area: Area;
  /** exactly one of the two */
  readonly kind: { readonly service: string } | { readonly group: string };
}

export function comparisons(
  areas: readonly Area[],
  report: {
    readonly area_code: string;
    readonly service_code: string | null;
    readonly service_group: string | null;
  },
): Comparison[] {
  const path = pathTo(areas, report.area_code);
  const whole = areas.find((area) => area.depth === 0);
  const places = [path.find((area) => area.depth === 1), whole].filter((area) => area !== undefined);
  const kinds = [
    ...(report.service_code === null ? [] : [{ service: report.service_code }]),
    ...(report.service_group === null ? [] : [{ group: report.service_group }]),
  ];
  return places.flatMap((area) => kinds.map((kind) => ({ area, kind })));
}

/** From the jurisdiction down to the area itself; empty when the area is not known. */
function pathTo(areas: readonly Area[], area_code: string): Area[] {
  const path: Area[] = [];
  let next = areas.find((area) => area.area_code === area_code);
  while (next !== undefined && !path.includes(next)) {
    path.unshift(next);
    const parent: string | null = next.parent_code;
    next = parent === null ? undefined : areas.find((area) => area.area_code === parent);
  }
  return path;
}
