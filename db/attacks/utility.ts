/**
 * The utility that protection left: how precisely guarded reports are published in the newest release.
 *
 * In:     the scene
 * Out:    rows and their share per step, from the finest to the coarsest; held; the people of the smallest cell
 */
import { toldApart } from './told-apart.ts';
import type { Scene } from './types.ts';
import { Least } from './words.ts';

export interface UtilityStep {
  readonly area_level: string;
  readonly service: 'service' | 'group' | 'any';
  readonly rows: number;
  /** of all guarded rows and those held */
  readonly share: number;
}

export interface Utility {
  readonly rows: number;
  readonly steps: readonly UtilityStep[];
  readonly held: number;
  readonly smallest_cell: number | null;
}

const ORDER = ['service', 'group', 'any'] as const;
const MANY = 1_000;

export function utilityOf({ view, rows, sets }: Scene): Utility {
  const standing = rows.filter((row) => row.vanished === null);
  const held = view.releases.at(-1)?.held ?? 0;
  const depth = new Map([...view.areas.values()].map((area) => [area.level, area.depth]));
  const steps = Map.groupBy(standing, ({ first }) => {
    const kind = first.service_code !== null ? 'service' : first.service_group !== null ? 'group' : 'any';
    return `${view.areas.get(first.area_code)?.level ?? 'unknown'} ${kind}`;
  });
  const least = new Least();
  for (const set of sets)
    least.see(
      toldApart(
        set.rows.map((row) => row.reporters),
        MANY,
      ),
    );
  return {
    rows: standing.length,
    held,
    smallest_cell: least.value,
    steps: [...steps]
      .map(([step, alike]): UtilityStep => {
        const [area_level = '', kind] = step.split(' ');
        return {
          area_level,
          service: ORDER.find((one) => one === kind) ?? 'any',
          rows: alike.length,
          share: alike.length / (standing.length + held),
        };
      })
      .sort(
        (a, b) =>
          (depth.get(b.area_level) ?? 0) - (depth.get(a.area_level) ?? 0) ||
          ORDER.indexOf(a.service) - ORDER.indexOf(b.service),
      ),
  };
}
