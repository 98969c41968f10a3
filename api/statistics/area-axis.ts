/**
 * Areas as members: each with everything below it.
 *
 * In:     area codes of cells, the areas of the release, a filter, and the level to group by (null: do not)
 * Out:    an axis: the areas of that level inside the filter, then each coarser area that has cells of its own
 *         (`remainder`: only what is published at that area itself). Inside a filter that is finer than the
 *         level, the area of the filter is the one member. What is published at an area may belong to any below it.
 */
import type { AreaRow } from '../../db/queries/dimensions.ts';
import { type Axis, type Member, memberIndexes, NONE } from './grouping.ts';

export function areaAxis(
  texts: readonly string[],
  areas: readonly AreaRow[],
  filter: string | undefined,
  level: string | null,
): Axis {
  const byCode = new Map(areas.map((area) => [area.area_code, area]));
  const lineOf = (code: string) => lineage(code, byCode);
  const inside = (code: string) => filter === undefined || lineOf(code).some((a) => a.area_code === filter);
  const isAbove = (code: string, area: string) =>
    lineOf(area).some((above, i) => i > 0 && above.area_code === code);
  const isDeeper = filter !== undefined && lineOf(filter).some((a, i) => i > 0 && a.level === level);
  if (level === null || isDeeper) {
    const members = [
      { filters: filter === undefined ? {} : { area: filter }, remainder: false, always: true },
    ];
    return {
      members,
      memberOf: memberIndexes(texts, (code) => (inside(code) ? 0 : -1)),
      maybe: texts.map((code) => (filter !== undefined && isAbove(code, filter) ? [0] : NONE)),
    };
  }
  const fine = areas.filter((area) => area.level === level && inside(area.area_code)).map((a) => a.area_code);
  const placeOf = (code: string) => lineOf(code).find((area) => area.level === level)?.area_code ?? null;
  const coarse = texts.filter((code) => inside(code) && placeOf(code) === null).toSorted();
  const index = new Map([...fine, ...coarse].map((code, i) => [code, i]));
  return {
    members: [
      ...fine.map((area): Member => ({ filters: { area }, remainder: false, always: true })),
      ...coarse.map((area): Member => ({ filters: { area }, remainder: true, always: false })),
    ],
    memberOf: memberIndexes(texts, (code) => (inside(code) ? (index.get(placeOf(code) ?? code) ?? -1) : -1)),
    maybe: membersBelow(texts, fine, lineOf),
  };
}

/** For each area, the members that are strictly below it. */
function membersBelow(
  texts: readonly string[],
  members: readonly string[],
  lineOf: (code: string) => readonly AreaRow[],
): readonly (readonly number[])[] {
  const below = new Map(texts.map((code): [string, number[]] => [code, []]));
  for (const [i, member] of members.entries())
    for (const { area_code } of lineOf(member).slice(1)) below.get(area_code)?.push(i);
  return texts.map((code) => below.get(code) ?? NONE);
}

/** The area itself and those above it. A circle of parents, which the publisher never writes, ends it. */
function lineage(code: string, byCode: ReadonlyMap<string, AreaRow>): AreaRow[] {
  const line: AreaRow[] = [];
  let area = byCode.get(code);
  while (area !== undefined && !line.includes(area)) {
    line.push(area);
    area = area.parent_code === null ? undefined : byCode.get(area.parent_code);
  }
  return line;
}
