/**
 * The precision ladder: how precisely each new guarded row of a release is published.
 *
 * In:     the rows that are new, each with its areas by level, service, group, month, the people behind it and what
 *         had become of it; the steps from the finest to the coarsest; k
 * Out:    for each row its place, or that it is held for the next release. The same rows give the same places in
 *         whatever order they come.
 * Law:    a cell holds k rows that k different people could have sent, with more than one outcome among them, and
 *         k rows are left for the last report of a person when all their others are struck out. So who knows the
 *         ward, service and month of a report finds its row with a probability of 1/k at most, even knowing whatever
 *         else its reporter sent; one person's many reports count once; and a cell in which everybody fared alike
 *         tells nothing of anybody.
 * Method: bottom-up generalisation of what a step leaves over; a maximum matching of rows and people, up to k.
 * Source: Sweeney 2002 (k-anonymity); Machanavajjhala et al. 2007 (homogeneity); Kuhn 1955 (augmenting paths)
 */
import type { LadderStep, Outcome } from '../schema/published.ts';

export interface LadderRow {
  readonly service_request_id: string;
  /** level → code, from the finest area at which the row may be published up to the jurisdiction */
  readonly areas: Readonly<Record<string, string>>;
  readonly service_code: string;
  readonly service_group: string;
  /** `2026-11` */
  readonly received_period: string;
  /** distinct people; none: the source does not know, and the row counts as one person's */
  readonly reporters: readonly number[];
  /** as it truly was at the cut-off */
  readonly outcome: Outcome;
}

export interface Place {
  readonly service_request_id: string;
  readonly area_code: string;
  readonly area_level: string;
  readonly service_code: string | null;
  readonly service_group: string | null;
  readonly received_period: string;
  /** of its cell: rows, and distinct people */
  readonly cell_rows: number;
  readonly cell_reporters: number;
}

export interface Placement {
  readonly placed: readonly Place[];
  /** codes */
  readonly held: readonly string[];
}

export type PlaceRows = (rows: readonly LadderRow[], ladder: readonly LadderStep[], k: number) => Placement;

export const placeRows: PlaceRows = (rows, ladder, k) => {
  const placed: Place[] = [];
  let left = rows.toSorted((a, b) => (a.service_request_id < b.service_request_id ? -1 : 1));
  for (const step of ladder) {
    const over: LadderRow[] = [];
    for (const cell of cellsOf(left, step, over)) {
      if (holds(cell, k)) placed.push(...placesOf(cell, step));
      else over.push(...cell);
    }
    left = over;
  }
  return { placed, held: left.map((row) => row.service_request_id) };
};

/** The rows of a step by cell; rows without an area of its level wait for a coarser step. */
function cellsOf(rows: readonly LadderRow[], step: LadderStep, without: LadderRow[]): LadderRow[][] {
  const cells = new Map<string, LadderRow[]>();
  for (const row of rows) {
    const area = row.areas[step.area_level];
    if (area === undefined) {
      without.push(row);
      continue;
    }
    const { service_code, service_group } = kept(row, step);
    const key = JSON.stringify([area, service_code, service_group, row.received_period]);
    const cell = cells.get(key);
    if (cell) cell.push(row);
    else cells.set(key, [row]);
  }
  return [...cells.values()];
}

function kept(row: LadderRow, { service }: LadderStep) {
  return {
    service_code: service === 'service' ? row.service_code : null,
    service_group: service === 'any' ? null : row.service_group,
  };
}

/**
 * Whether rows may stand in one cell: k of different people, who did not all fare alike, and k for each person's
 * last report. A cell that holds goes on holding when rows join it.
 */
export function holds(
  cell: readonly Pick<LadderRow, 'service_request_id' | 'reporters' | 'outcome'>[],
  k: number,
): boolean {
  return (
    cell.length >= k &&
    cell.some((row) => row.outcome !== cell[0]?.outcome) &&
    reachesK(cell, k) &&
    leavesK(cell, k)
  );
}

/**
 * Whether at least k rows could be one report of any person, when all others of that person are known. Where reports
 * are merged, k different people are not enough for it: four reports of one person, each with somebody else, and a
 * fifth of that person alone.
 */
function leavesK(rows: readonly Pick<LadderRow, 'service_request_id' | 'reporters'>[], k: number): boolean {
  const sent = new Map<number, number>();
  for (const { reporters } of rows)
    for (const reporter of reporters) {
      const n = (sent.get(reporter) ?? 0) + 1;
      if (rows.length - n + 1 < k) return false;
      sent.set(reporter, n);
    }
  return true;
}

function placesOf(cell: readonly LadderRow[], step: LadderStep): Place[] {
  const cell_reporters = new Set(cell.flatMap(peopleOf)).size;
  return cell.map((row) => ({
    service_request_id: row.service_request_id,
    area_code: row.areas[step.area_level] ?? '',
    area_level: step.area_level,
    ...kept(row, step),
    received_period: row.received_period,
    cell_rows: cell.length,
    cell_reporters,
  }));
}

type Person = number | string;

function peopleOf(row: Pick<LadderRow, 'service_request_id' | 'reporters'>): readonly Person[] {
  return row.reporters.length > 0 ? row.reporters : [row.service_request_id];
}

/** Whether k rows can be told to k different people: a matching, grown one row at a time. */
export function reachesK(
  rows: readonly Pick<LadderRow, 'service_request_id' | 'reporters'>[],
  k: number,
): boolean {
  const people = rows.map(peopleOf);
  const rowOf = new Map<Person, number>();
  const find = (row: number, tried: Set<Person>): boolean => {
    for (const person of people[row] ?? []) {
      if (tried.has(person)) continue;
      tried.add(person);
      const other = rowOf.get(person);
      if (other !== undefined && !find(other, tried)) continue;
      rowOf.set(person, row);
      return true;
    }
    return false;
  };
  for (let row = 0; row < people.length && rowOf.size < k; row++) find(row, new Set());
  return rowOf.size >= k;
}

/** Every level with the service and then its group, from the finest up; last the jurisdiction with neither. */
export function usualLadder(levels: readonly string[]): LadderStep[] {
  const steps = levels.toReversed().flatMap((area_level): LadderStep[] => [
    { area_level, service: 'service' },
    { area_level, service: 'group' },
  ]);
  const root = levels[0];
  return root === undefined ? steps : [...steps, { area_level: root, service: 'any' }];
}
