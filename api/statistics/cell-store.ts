/**
 * All cells of a release, packed into typed arrays and shared by all requests: a figure is one pass over them.
 *
 * In:     rows of `published.response_cell`, in any order; the release's cut-off and time zone
 * Out:    one packed cell per key (the four measures together), with dictionaries for its texts
 * Law:    follow-up of a cell is the hours from the end of its received period to the cut-off
 */
import type { CellRow } from '../../db/queries/cells.ts';
import { localTime } from '../../db/schema/local-time.ts';
import type { CellMeasure } from '../../db/schema/published.ts';

/** The events of cell i are at `first[i]` up to, not including, `first[i + 1]`. */
export interface Histograms {
  readonly first: Uint32Array;
  /** index into `times` */
  readonly time: Uint32Array;
  readonly count: Uint32Array;
}

/** For each cell the index of its text; '' where the text is not published. */
export interface Column {
  readonly texts: readonly string[];
  readonly of: Uint32Array;
}

export interface CellStore {
  readonly size: number;
  readonly period: Column;
  readonly area: Column;
  readonly service: Column;
  readonly group: Column;
  readonly agency: Column;
  readonly requests: Uint32Array;
  /** requests that are neither resolved nor declined nor merged */
  readonly open: Uint32Array;
  readonly measures: Readonly<Record<CellMeasure, Histograms>>;
  /** hours, ascending from 0: all that occur, of events and of follow-up */
  readonly times: Float64Array;
  /** for each text of `period`, the index of its follow-up in `times`; -1: it has not ended at the cut-off */
  readonly followUp: Int32Array;
}

const MEASURES = ['first_response', 'resolution', 'declined', 'merged'] as const;

interface Entry {
  readonly row: CellRow;
  requests: number;
  readonly parts: Partial<Record<CellMeasure, CellRow>>;
}

export function packCells(
  rows: readonly CellRow[],
  release: { readonly cut_off: Date; readonly time_zone: string },
): CellStore {
  const entries = byKey(rows);
  const period = column(entries, (row) => row.received_period);
  const local = localTime(release.time_zone);
  const followUpHours = period.texts.map(
    (text) => (release.cut_off.getTime() - local.end(text).getTime()) / 3_600_000,
  );
  const times = allTimes(followUpHours, rows);
  const indexOf = new Map(Array.from(times, (time, i) => [time, i]));
  const at = (time: number) => indexOf.get(time) ?? 0;
  const measures = {
    first_response: histograms(entries, 'first_response', at),
    resolution: histograms(entries, 'resolution', at),
    declined: histograms(entries, 'declined', at),
    merged: histograms(entries, 'merged', at),
  };
  return {
    size: entries.length,
    period,
    area: column(entries, (row) => row.area_code),
    service: column(entries, (row) => row.service_code),
    group: column(entries, (row) => row.service_group),
    agency: column(entries, (row) => row.agency_responsible),
    requests: Uint32Array.from(entries, (entry) => entry.requests),
    open: Uint32Array.from(entries, stillOpen),
    measures,
    times,
    followUp: Int32Array.from(followUpHours, (hours) => (hours < 0 ? -1 : at(hours))),
  };
}

function allTimes(followUpHours: readonly number[], rows: readonly CellRow[]): Float64Array {
  const times = new Set([0]);
  for (const hours of followUpHours) if (hours > 0) times.add(hours);
  for (const row of rows) for (const hours of row.hours) times.add(hours);
  return Float64Array.from(times).sort();
}

/** A measure that a source does not record may have no cells, so the number of requests is the largest of a key. */
function byKey(rows: readonly CellRow[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const row of rows) {
    const key = `${row.received_period}\n${row.area_code}\n${row.service_code}\n${row.service_group}\n${row.agency_responsible}\n${row.disclosure}`;
    let entry = entries.get(key);
    if (entry === undefined) {
      entry = { row, requests: 0, parts: {} };
      entries.set(key, entry);
    }
    entry.requests = Math.max(entry.requests, row.requests);
    entry.parts[row.measure] = row;
  }
  return [...entries.values()];
}

function stillOpen({ requests, parts }: Entry): number {
  const closed = MEASURES.flatMap((measure) =>
    measure === 'first_response' ? [] : (parts[measure]?.counts ?? []),
  );
  return closed.reduce((left, count) => left - count, requests);
}

function column(entries: readonly Entry[], text: (row: CellRow) => string): Column {
  const indexOf = new Map<string, number>();
  const of = Uint32Array.from(entries, ({ row }) => {
    const found = indexOf.get(text(row)) ?? indexOf.size;
    indexOf.set(text(row), found);
    return found;
  });
  return { texts: [...indexOf.keys()], of };
}

function histograms(
  entries: readonly Entry[],
  measure: CellMeasure,
  at: (time: number) => number,
): Histograms {
  const first = new Uint32Array(entries.length + 1);
  const time: number[] = [];
  const count: number[] = [];
  for (const [i, { parts }] of entries.entries()) {
    const { hours = [], counts = [] } = parts[measure] ?? {};
    for (const [j, hour] of hours.entries()) {
      time.push(at(hour));
      count.push(counts[j] ?? 0);
    }
    first[i + 1] = time.length;
  }
  return { first, time: Uint32Array.from(time), count: Uint32Array.from(count) };
}
