/**
 * How many requests of each cell there are of each sort, at the cut-off: what counts and shares are added up from.
 *
 * In:     cells by key, with their follow-up
 * Out:    per sort a number for every cell
 * Law:    an event counts when its hours, and the hours that must have passed since, lie within follow-up
 */
import type { CellMeasure } from '../../db/schema/published.ts';
import type { CellEntry } from './cell-store.ts';

interface Sort {
  readonly measure: CellMeasure;
  /** hours that must have passed since; `any`: counted whether or not follow-up reaches it */
  readonly since_hours: number | 'any';
}

/** A reopening counts within 30 days of the first resolution, so that long must have been followed after it. */
const REOPENED_WITHIN_HOURS = 30 * 24;

const SORTS = {
  /** has a standard; its due day was over at the cut-off; answered by then; no action by the cut-off */
  first_response_due: { measure: 'first_response_due', since_hours: 'any' },
  first_response_covered: { measure: 'first_response_due', since_hours: 0 },
  first_response_on_time: { measure: 'first_response_on_time', since_hours: 0 },
  unanswered_over: { measure: 'unanswered_due', since_hours: 0 },
  resolution_due: { measure: 'resolution_due', since_hours: 'any' },
  resolution_covered: { measure: 'resolution_due', since_hours: 0 },
  resolution_on_time: { measure: 'resolution_on_time', since_hours: 0 },
  once_resolved: { measure: 'first_resolution', since_hours: 'any' },
  once_resolved_covered: { measure: 'first_resolution', since_hours: REOPENED_WITHIN_HOURS },
  reopened: { measure: 'reopened', since_hours: REOPENED_WITHIN_HOURS },
  resolved: { measure: 'resolution', since_hours: 'any' },
  resolved_seen: { measure: 'resolution', since_hours: 0 },
  confirmed: { measure: 'confirmed', since_hours: 0 },
  disputed: { measure: 'disputed', since_hours: 0 },
} as const satisfies Readonly<Record<string, Sort>>;

/** `open`: neither resolved nor declined nor merged. */
export type CellCounts = Readonly<Record<keyof typeof SORTS | 'requests' | 'open', Uint32Array>>;

export function cellCounts(entries: readonly CellEntry[]): CellCounts {
  const sort = (name: keyof typeof SORTS) =>
    Uint32Array.from(entries, (entry) => counted(entry, SORTS[name]));
  return {
    requests: Uint32Array.from(entries, (entry) => entry.requests),
    open: Uint32Array.from(entries, stillOpen),
    first_response_due: sort('first_response_due'),
    first_response_covered: sort('first_response_covered'),
    first_response_on_time: sort('first_response_on_time'),
    unanswered_over: sort('unanswered_over'),
    resolution_due: sort('resolution_due'),
    resolution_covered: sort('resolution_covered'),
    resolution_on_time: sort('resolution_on_time'),
    once_resolved: sort('once_resolved'),
    once_resolved_covered: sort('once_resolved_covered'),
    reopened: sort('reopened'),
    resolved: sort('resolved'),
    resolved_seen: sort('resolved_seen'),
    confirmed: sort('confirmed'),
    disputed: sort('disputed'),
  };
}

function counted({ parts, follow_up_hours }: CellEntry, { measure, since_hours }: Sort): number {
  const part = parts[measure];
  if (part === undefined) return 0;
  const { hours, counts } = part;
  const latest = since_hours === 'any' ? Number.POSITIVE_INFINITY : follow_up_hours - since_hours;
  let sum = 0;
  for (let i = 0; i < hours.length; i += 1) if ((hours[i] ?? 0) <= latest) sum += counts[i] ?? 0;
  return sum;
}

function stillOpen({ requests, parts }: CellEntry): number {
  let open = requests;
  for (const part of [parts.resolution, parts.declined, parts.merged])
    for (const count of part?.counts ?? []) open -= count;
  return open;
}

/** Of so many cells the total. */
export function sum(counts: Uint32Array, cells: Uint32Array): number {
  let total = 0;
  for (let i = 0; i < cells.length; i++) total += counts[cells[i] ?? 0] ?? 0;
  return total;
}
