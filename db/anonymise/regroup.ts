/**
 * What is left of guarded cells that lost rows: rows that no longer hide among k people are made less precise, in
 * all releases, or go as well.
 *
 * In:     the rows of one batch (placed by the same release) that stay, each where it is; the cells that lost some;
 *         the ladder; k
 * Out:    new places of the rows that move; ids of those that no step can hold. The same rows give the same answer in
 *         whatever order they come.
 * Law:    a cell that lost a row holds k again, or has no row. A row never moves to where anything of it is finer
 *         than it was: together with a copy from before, that would tell both.
 * Method: as the ladder's: what does not hold drops to the next step that generalises it, together with the rows
 *         of the batch that are there. A cell that holds goes on holding when rows join it.
 */
import type { LadderStep, Outcome } from '../schema/published.ts';
import { holds } from './ladder.ts';

export interface PlacedRow {
  readonly record_id: string;
  readonly area_code: string;
  readonly area_level: string;
  readonly service_code: string | null;
  /** as it is published */
  readonly service_group: string | null;
  readonly received_period: string;
  /** level → code, from its own area up */
  readonly areas: Readonly<Record<string, string>>;
  /** distinct people; none: the source does not know, and the row counts as one person's */
  readonly reporters: readonly number[];
  readonly outcome: Outcome;
}

export interface NewPlace
  extends Pick<PlacedRow, 'record_id' | 'area_code' | 'area_level' | 'service_code' | 'service_group'> {}

export interface Regrouping {
  readonly moved: readonly NewPlace[];
  /** ids */
  readonly withdrawn: readonly string[];
}

type Cell = Pick<PlacedRow, 'area_code' | 'service_code' | 'service_group' | 'received_period'>;

export const cellKey = (cell: Cell): string =>
  JSON.stringify([cell.area_code, cell.service_code, cell.service_group, cell.received_period]);

export function regroup(
  staying: readonly PlacedRow[],
  lost: ReadonlySet<string>,
  ladder: readonly LadderStep[],
  k: number,
): Regrouping {
  const rows = staying.toSorted((a, b) => (a.record_id < b.record_id ? -1 : 1));
  const cells = new Map(Map.groupBy(rows, cellKey));
  let dropped: PlacedRow[] = [];
  for (const key of [...lost].toSorted()) {
    const cell = cells.get(key);
    if (cell === undefined || stands(cell, k)) continue;
    cells.delete(key);
    dropped.push(...cell);
  }
  const moved = new Map<string, NewPlace>();
  for (const step of ladder) {
    const over: PlacedRow[] = [];
    for (const [key, joining] of Map.groupBy(dropped, (row) => keyAt(row, step))) {
      const cell = [...(cells.get(key) ?? []), ...joining];
      if (key === '' || !stands(cell, k)) {
        over.push(...joining);
        continue;
      }
      cells.set(key, cell);
      for (const row of joining) if (cellKey(row) !== key) moved.set(row.record_id, placeAt(row, step));
    }
    dropped = over;
  }
  return { moved: [...moved.values()], withdrawn: dropped.map((row) => row.record_id).toSorted() };
}

function stands(cell: readonly PlacedRow[], k: number): boolean {
  return holds(
    cell.map(({ record_id, reporters, outcome }) => ({ service_request_id: record_id, reporters, outcome })),
    k,
  );
}

const GENERALITY = { service: 0, group: 1, any: 2 } as const;

/** Empty where the step would tell more of the row than its place does. */
function keyAt(row: PlacedRow, step: LadderStep): string {
  const told = row.service_code !== null ? 'service' : row.service_group !== null ? 'group' : 'any';
  if (row.areas[step.area_level] === undefined || GENERALITY[step.service] < GENERALITY[told]) return '';
  return cellKey({ ...placeAt(row, step), received_period: row.received_period });
}

function placeAt(row: PlacedRow, step: LadderStep): NewPlace {
  return {
    record_id: row.record_id,
    area_code: row.areas[step.area_level] ?? row.area_code,
    area_level: step.area_level,
    service_code: step.service === 'service' ? row.service_code : null,
    service_group: step.service === 'any' ? null : row.service_group,
  };
}
