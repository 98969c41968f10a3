/**
 * What people should know about an import of areas.
 *
 * In:     what was placed, mended, found and redrawn
 * Out:    sentences
 * Errors: none
 */
import type { Placed } from './areas-place.ts';
import type { Areas, Redrawn, StoredArea } from './areas-store.ts';
import type { Overlap } from './overlaps.ts';

/** Overlaps below this are reported together: digitising leaves them everywhere. */
const WORTH_NAMING_M2 = 1_000;
const NEGLIGIBLE_M2 = 1;
const NAMED_AT_MOST = 20;

export interface AreaFindings {
  readonly placed: readonly Placed[];
  readonly overlaps: readonly Overlap[];
  readonly above: Redrawn;
  readonly missing: readonly StoredArea[];
  readonly areas: Areas;
  /** features that the filter left out */
  readonly left_out: number;
  readonly language: string;
}

export function areaNotes(found: AreaFindings): string[] {
  const name = (code: string) => {
    const names = found.areas.get(code)?.names ?? {};
    return `${code} (${names[found.language] ?? Object.values(names)[0] ?? code})`;
  };
  const sum = (key: 'closed_rings' | 'turned_rings' | 'dropped_holes') =>
    found.placed.reduce((total, { mended }) => total + mended[key], 0);
  const counted = (count: number, text: string) => (count > 0 ? [`${text}: ${count}`] : []);
  const redrawn = Map.groupBy(found.above.redrawn, (area) => area.level);
  return [
    ...counted(found.left_out, 'features left out by --filter'),
    ...counted(
      sum('turned_rings'),
      'rings turned that ran the wrong way round (RFC 7946: outlines counter-clockwise)',
    ),
    ...counted(sum('closed_rings'), 'open rings closed'),
    ...counted(sum('dropped_holes'), 'holes dropped that enclose nothing'),
    ...crossingNotes(found.placed, name),
    ...overlapNotes(found.overlaps, name),
    ...(found.missing.length > 0
      ? [
          `the file has no boundary for ${found.missing.map((area) => name(area.area_code)).join(', ')}; these stay as they were`,
        ]
      : []),
    ...[...redrawn].map(
      ([level, areas]) =>
        `outlines redrawn from the areas below them, of the level ${level}: ${areas.length}`,
    ),
    ...found.above.failed.map(
      (code) => `the outline of ${name(code)} could not be made from the areas below it and stays as it was`,
    ),
  ];
}

function crossingNotes(placed: readonly Placed[], name: (code: string) => string): string[] {
  return placed.flatMap(({ area, mended: { crossings } }) => {
    const [first] = crossings;
    if (first === undefined) return [];
    const times = crossings.length === 1 ? 'once' : `${crossings.length} times, first`;
    return [
      `the outline of ${name(area.area_code)} crosses itself ${times} near ${degrees(first.long)}, ${degrees(first.lat)} (longitude, latitude); it was kept as it is`,
    ];
  });
}

function overlapNotes(overlaps: readonly Overlap[], name: (code: string) => string): string[] {
  const large = overlaps.filter(({ area_m2 }) => area_m2 === null || area_m2 >= WORTH_NAMING_M2);
  const small = overlaps.filter(
    ({ area_m2 }) => area_m2 !== null && area_m2 < WORTH_NAMING_M2 && area_m2 >= NEGLIGIBLE_M2,
  );
  return [
    ...large
      .slice(0, NAMED_AT_MOST)
      .map(({ first, second, area_m2, long, lat }) =>
        area_m2 === null
          ? `${name(first)} and ${name(second)} could not be compared for an overlap`
          : `${name(first)} and ${name(second)} overlap by about ${roughly(area_m2)} m² near ${degrees(long)}, ${degrees(lat)} (longitude, latitude)`,
      ),
    ...(large.length > NAMED_AT_MOST
      ? [`more pairs of areas that overlap by less: ${large.length - NAMED_AT_MOST}`]
      : []),
    ...(small.length > 0
      ? [
          `pairs of neighbours that overlap by less than ${roughly(WORTH_NAMING_M2)} m² each, as digitising leaves them: ${small.length}`,
        ]
      : []),
  ];
}

function degrees(value: number): string {
  return value.toFixed(4);
}

function roughly(area_m2: number): string {
  return Number(area_m2.toPrecision(2)).toLocaleString('en-GB');
}
