/**
 * The events of each cell that its follow-up reaches, and the table of those of many cells.
 *
 * In:     cells by key; a waiting time; the index of each time
 * Out:    `cellEvents`: events of all cells in one row of arrays; `mergeEvents`: the same of larger cells
 *         `eventTables`: from cells of a group to their table, in scratch arrays that all groups share
 * Method: an event later than its cell's follow-up is not seen yet: its request is censored where follow-up ends.
 *         To be declined or merged is an event of its own kind beside being resolved.
 */
import type { CellMeasure, Measure } from '../../db/schema/published.ts';
import type { CellEntry, CellStore } from './cell-store.ts';

/** The kinds of event that end each wait. */
export const CAUSES = {
  first_response: ['first_response'],
  resolution: ['resolution', 'declined', 'merged'],
} as const satisfies Readonly<Record<Measure, readonly CellMeasure[]>>;

/** The events of cell i are at `first[i]` up to, not including, `first[i + 1]`. Times are indexes. */
export interface CellEvents {
  readonly first: Uint32Array;
  readonly time: Uint32Array;
  /** index into CAUSES; the one after its last: no event when follow-up ends */
  readonly cause: Uint8Array;
  readonly count: Uint32Array;
}

/** What happened at each of the ascending times to those of a group. Valid until the next group's is made. */
export interface EventTable {
  readonly times: Float64Array;
  /** one array per cause */
  readonly events: readonly Float64Array[];
  readonly censored: Float64Array;
}

export function cellEvents(
  entries: readonly CellEntry[],
  measure: Measure,
  at: (time: number) => number,
): CellEvents {
  const first = new Uint32Array(entries.length + 1);
  const [time, cause, count]: [number[], number[], number[]] = [[], [], []];
  for (const [i, { parts, requests, follow_up_hours }] of entries.entries()) {
    let waiting = requests;
    for (const [c, name] of CAUSES[measure].entries()) {
      const { hours = [], counts = [] } = parts[name] ?? {};
      for (const [j, hour] of hours.entries()) {
        if (hour > follow_up_hours) continue;
        time.push(at(hour));
        cause.push(c);
        count.push(counts[j] ?? 0);
        waiting -= counts[j] ?? 0;
      }
    }
    if (waiting > 0) {
      time.push(at(Math.max(0, follow_up_hours)));
      cause.push(CAUSES[measure].length);
      count.push(waiting);
    }
    first[i + 1] = time.length;
  }
  return {
    first,
    time: Uint32Array.from(time),
    cause: Uint8Array.from(cause),
    count: Uint32Array.from(count),
  };
}

/** The events of cells put together: those of part p are the events of all its cells, each time and cause once. */
export function mergeEvents(events: CellEvents, parts: readonly Uint32Array[], times: number): CellEvents {
  const first = new Uint32Array(parts.length + 1);
  const [time, cause, count]: [number[], number[], number[]] = [[], [], []];
  const placeOf = new Map<number, number>();
  for (const [p, cells] of parts.entries()) {
    placeOf.clear();
    for (const cell of cells)
      for (let e = events.first[cell] ?? 0; e < (events.first[cell + 1] ?? 0); e++) {
        const [at = 0, by = 0, many = 0] = [events.time[e], events.cause[e], events.count[e]];
        const known = placeOf.get(by * times + at);
        if (known !== undefined) count[known] = (count[known] ?? 0) + many;
        else {
          placeOf.set(by * times + at, time.length);
          time.push(at);
          cause.push(by);
          count.push(many);
        }
      }
    first[p + 1] = time.length;
  }
  return {
    first,
    time: Uint32Array.from(time),
    cause: Uint8Array.from(cause),
    count: Uint32Array.from(count),
  };
}

export function eventTables(store: CellStore, measure: Measure): (cells: Uint32Array) => EventTable {
  const { first, time, cause, count } = store.events[measure];
  const size = store.times.length;
  const columns = [...CAUSES[measure], 'censored'].map(() => new Float64Array(size));
  const packed = columns.map(() => new Float64Array(size));
  const times = new Float64Array(size);
  const isTouched = new Uint8Array(size);
  const touched = new Uint32Array(size);
  let many = 0;
  const add = (column: Float64Array | undefined, at: number, requests: number) => {
    if (column === undefined) return;
    column[at] = (column[at] ?? 0) + requests;
    if (isTouched[at] === 1) return;
    isTouched[at] = 1;
    touched[many++] = at;
  };
  return (cells) => {
    many = 0;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? 0;
      const last = first[cell + 1] ?? 0;
      for (let e = first[cell] ?? 0; e < last; e++) add(columns[cause[e] ?? 0], time[e] ?? 0, count[e] ?? 0);
    }
    const order = touched.subarray(0, many).sort();
    for (let i = 0; i < many; i++) {
      const at = order[i] ?? 0;
      times[i] = store.times[at] ?? 0;
      isTouched[at] = 0;
    }
    for (const [c, column] of columns.entries()) {
      const into = packed[c];
      for (let i = 0; into !== undefined && i < many; i++) {
        const at = order[i] ?? 0;
        into[i] = column[at] ?? 0;
        column[at] = 0;
      }
    }
    const events = packed.slice(0, -1).map((column) => column.subarray(0, many));
    return {
      times: times.subarray(0, many),
      events,
      censored: packed.at(-1)?.subarray(0, many) ?? new Float64Array(many),
    };
  };
}
