/** An area and all above it, the finest first; and whether one lies in the other. */
import type { PublicArea, PublicView } from './types.ts';

export function upward(area_code: string, areas: ReadonlyMap<string, PublicArea>): string[] {
  const chain: string[] = [];
  for (
    let code: string | null = area_code;
    code !== null && !chain.includes(code);
    code = areas.get(code)?.parent_code ?? null
  )
    chain.push(code);
  return chain;
}

/** The areas that have none below them, by every area that they lie in. */
export function finestWithin({ areas }: PublicView): Map<string, string[]> {
  const parents = new Set([...areas.values()].map((area) => area.parent_code));
  const within = new Map<string, string[]>();
  for (const { area_code } of areas.values()) {
    if (parents.has(area_code)) continue;
    for (const above of upward(area_code, areas))
      within.set(above, [...(within.get(above) ?? []), area_code]);
  }
  return within;
}
