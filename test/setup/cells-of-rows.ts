/**
 * The rollup of rows, row by row in plain code: what the publisher's SQL must come to.
 *
 * In:     rows of one release
 * Out:    its cells, keys in the order of their first rows
 */
import type { CellRow } from '../../db/queries/cells.ts';
import { CELL_MEASURES, type CellMeasure, type RequestVersion } from '../../db/schema/published.ts';

export type ReleasedRow = Omit<RequestVersion, 'from_release' | 'to_release'>;

export function cellsOfRows(all: readonly ReleasedRow[]): CellRow[] {
  const groups = Map.groupBy(all, (row) =>
    [
      row.received_period,
      row.area_code,
      row.service_code ?? '',
      row.service_group ?? '',
      row.agency_responsible ?? '',
      row.disclosure,
    ].join('\u0000'),
  );
  const cells: CellRow[] = [];
  for (const rows of groups.values()) {
    const [row] = rows;
    if (!row) continue;
    for (const measure of CELL_MEASURES) {
      const events = rows.map((r) => hoursOf(r)[measure]).filter((hours) => hours !== null);
      const hours = [...new Set(events)].sort((a, b) => a - b);
      if (hours.length === 0 && measure !== 'first_response' && measure !== 'resolution') continue;
      cells.push({
        received_period: row.received_period,
        area_code: row.area_code,
        service_code: row.service_code ?? '',
        service_group: row.service_group ?? '',
        agency_responsible: row.agency_responsible ?? '',
        disclosure: row.disclosure,
        measure,
        requests: rows.length,
        hours,
        counts: hours.map((h) => events.filter((event) => event === h).length),
      });
    }
  }
  return cells;
}

function hoursOf(row: ReleasedRow): Readonly<Record<CellMeasure, number | null>> {
  const offset = (due: string | null) =>
    due === null || row.disclosure === 'guarded'
      ? null
      : Math.max(0, (Date.parse(due) - Date.parse(row.received_period)) / 3_600_000);
  const first = offset(row.first_response_due);
  const last = offset(row.resolution_due);
  return {
    first_response: row.first_response_hours,
    resolution: row.resolution_hours,
    declined: row.outcome === 'declined' ? row.closed_hours : null,
    merged: row.outcome === 'merged' ? row.closed_hours : null,
    first_resolution: row.first_resolution_hours,
    reopened: row.reopened ? row.first_resolution_hours : null,
    confirmed: row.reporter_says === 'confirmed' ? row.resolution_hours : null,
    disputed: row.reporter_says === 'disputed' ? row.resolution_hours : null,
    first_response_due: first,
    first_response_on_time: row.first_response_on_time ? first : null,
    unanswered_due: row.outcome === 'waiting' ? first : null,
    resolution_due: last,
    resolution_on_time: row.resolution_on_time ? last : null,
  };
}
