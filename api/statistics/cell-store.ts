/**
 * All cells of a release, packed into typed arrays and shared by all requests: a figure is one pass over them.
 *
 * In:     rows of `published.response_cell`, in any order; the release's cut-off and time zone
 * Out:    one packed cell per key (all its measures together), with dictionaries for its texts
 * Law:    follow-up of a cell is the hours from the end of its received period to the cut-off. It is the same for
 *         ever at a release, so whatever it hides is left out here once and not at every question.
 */
import type { CellRow } from '../../db/queries/cells.ts';
import { localTime } from '../../db/schema/local-time.ts';
import type { CellMeasure, Measure } from '../../db/schema/published.ts';
import { AGE_CLASSES, ageClass } from './age-classes.ts';
import { type CellCounts, cellCounts } from './cell-counts.ts';
import { type CellEvents, cellEvents } from './cell-events.ts';
import { mergeMonths } from './merge-months.ts';

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
  readonly counts: CellCounts;
  readonly events: Readonly<Record<Measure, CellEvents>>;
  /** hours, ascending from 0: all that occur, of events and of follow-up */
  readonly times: Float64Array;
  /** for each class of age the open requests of each cell */
  readonly openByAge: readonly Uint32Array[];
  /** what the source is seen to record, since some row says it */
  readonly says: { readonly reopened: boolean; readonly reporter: boolean };
}

/** Cells by the periods in which they are published, and by months: far fewer, for all questions of whole months. */
export interface PackedCells extends CellStore {
  readonly months: CellStore;
}

/** The cells of one key, all of its measures, before they are packed. */
export interface CellEntry {
  readonly row: CellRow;
  requests: number;
  readonly parts: Partial<Record<CellMeasure, CellRow>>;
  /** hours from the end of its period to the cut-off; below 0: it has not ended */
  readonly follow_up_hours: number;
}

export function packCells(
  rows: readonly CellRow[],
  release: { readonly cut_off: Date; readonly time_zone: string },
): PackedCells {
  const local = localTime(release.time_zone);
  const followUp = new Map<string, number>();
  for (const { received_period: text } of rows)
    if (!followUp.has(text))
      followUp.set(text, (release.cut_off.getTime() - local.end(text).getTime()) / 3_600_000);
  const entries = byKey(rows, (period) => followUp.get(period) ?? -1);
  const period = column(entries, (row) => row.received_period);
  const times = allTimes(followUp.values(), rows);
  const indexOf = new Map(Array.from(times, (time, i) => [time, i]));
  const at = (time: number) => indexOf.get(time) ?? 0;
  const lastDay = Date.parse(local.day(release.cut_off));
  const counts = cellCounts(entries);
  const classOf = period.texts.map((text) =>
    ageClass((lastDay - Date.parse(local.day(local.end(text)))) / 86_400_000),
  );
  const store: CellStore = {
    size: entries.length,
    period,
    area: column(entries, (row) => row.area_code),
    service: column(entries, (row) => row.service_code),
    group: column(entries, (row) => row.service_group),
    agency: column(entries, (row) => row.agency_responsible),
    counts,
    events: {
      first_response: cellEvents(entries, 'first_response', at),
      resolution: cellEvents(entries, 'resolution', at),
    },
    times,
    openByAge: AGE_CLASSES.map((_, i) =>
      counts.open.map((open, cell) => (classOf[period.of[cell] ?? 0] === i ? open : 0)),
    ),
    says: {
      reopened: rows.some((row) => row.measure === 'reopened'),
      reporter: rows.some((row) => row.measure === 'confirmed' || row.measure === 'disputed'),
    },
  };
  return { ...store, months: mergeMonths(store) };
}

const TIMED: ReadonlySet<CellMeasure> = new Set(['first_response', 'resolution', 'declined', 'merged']);

function allTimes(followUpHours: Iterable<number>, rows: readonly CellRow[]): Float64Array {
  const times = new Set([0]);
  for (const hours of followUpHours) if (hours > 0) times.add(hours);
  for (const row of rows) if (TIMED.has(row.measure)) for (const hours of row.hours) times.add(hours);
  return Float64Array.from(times).sort();
}

/** A measure that a source does not record may have no cells, so the number of requests is the largest of a key. */
function byKey(rows: readonly CellRow[], followUp: (period: string) => number): CellEntry[] {
  const entries = new Map<string, CellEntry>();
  for (const row of rows) {
    const key = `${row.received_period}\n${row.area_code}\n${row.service_code}\n${row.service_group}\n${row.agency_responsible}\n${row.disclosure}`;
    let entry = entries.get(key);
    if (entry === undefined) {
      entry = { row, requests: 0, parts: {}, follow_up_hours: followUp(row.received_period) };
      entries.set(key, entry);
    }
    entry.requests = Math.max(entry.requests, row.requests);
    entry.parts[row.measure] = row;
  }
  return [...entries.values()];
}

function column(entries: readonly CellEntry[], text: (row: CellRow) => string): Column {
  const indexOf = new Map<string, number>();
  const of = Uint32Array.from(entries, ({ row }) => {
    const found = indexOf.get(text(row)) ?? indexOf.size;
    indexOf.set(text(row), found);
    return found;
  });
  return { texts: [...indexOf.keys()], of };
}
