/**
 * Rollup cells: do they say anything of guarded requests that their rows do not?
 *
 * In:     the scene
 * Out:    a finding per cell that counts other requests, or other durations, than the rows of its release, and per
 *         cell about service standards, whose due days would tell the day of receipt
 * Method: rows and cells of a key are compared at every release at which either changes
 */
import type { CellMeasure } from '../schema/published.ts';
import type { Attack, Finding, GuardedCell, Interval, RowVersion } from './types.ts';
import { count } from './words.ts';

/** The durations of rows that a measure is a histogram of. */
const HOURS: Partial<Record<CellMeasure, (row: RowVersion) => number | null>> = {
  first_response: (row) => row.first_response_hours,
  resolution: (row) => row.resolution_hours,
  declined: (row) => (row.outcome === 'declined' ? row.closed_hours : null),
  merged: (row) => (row.outcome === 'merged' ? row.closed_hours : null),
  first_resolution: (row) => row.first_resolution_hours,
  reopened: (row) => (row.reopened ? row.first_resolution_hours : null),
  confirmed: (row) => (row.reporter_says === 'confirmed' ? row.resolution_hours : null),
  disputed: (row) => (row.reporter_says === 'disputed' ? row.resolution_hours : null),
};

export const cells: Attack = {
  id: 'cells',
  title: 'Compares the rollup cells that statistics are made of with the rows',
  needs_truth: false,
  run({ view }) {
    const rows = Map.groupBy(
      view.versions.filter((version) => version.disclosure === 'guarded'),
      keyOf,
    );
    const told = Map.groupBy(view.cells, keyOf);
    const findings: Finding[] = [];
    let compared = 0;
    let largest = 0;
    for (const key of new Set([...rows.keys(), ...told.keys()])) {
      const [ofRows, ofCells] = [rows.get(key) ?? [], told.get(key) ?? []];
      for (const { release } of view.releases) {
        if (
          ![...ofRows, ...ofCells].some((one) => one.from_release === release || one.to_release === release)
        )
          continue;
        compared++;
        const difference = disagreement(
          ofRows.filter((one) => stands(one, release)),
          ofCells.filter((one) => stands(one, release)),
        );
        if (difference === null) continue;
        largest = Math.max(largest, Math.abs(difference.by));
        findings.push({
          what: `release ${release}, cell ${key.replaceAll('|', ' ')}: ${difference.of} differs by ${count(difference.by)}`,
          isolates: Math.abs(difference.by),
        });
      }
    }
    return {
      tried: `${count(compared)} cells and releases`,
      findings,
      worst: `cells differ from rows by ${count(largest)}`,
    };
  },
};

function keyOf(one: RowVersion | GuardedCell): string {
  const { received_period, area_code, service_code, service_group, agency_responsible } = one;
  return [received_period, area_code, service_code ?? '', service_group ?? '', agency_responsible ?? ''].join(
    '|',
  );
}

const stands = ({ from_release, to_release }: Interval, release: number) =>
  from_release <= release && (to_release === null || to_release > release);

function disagreement(
  rows: readonly RowVersion[],
  told: readonly GuardedCell[],
): { of: string; by: number } | null {
  for (const cell of told) {
    const hours = HOURS[cell.measure];
    if (!hours) return { of: `${cell.measure}, which guarded requests must not have,`, by: cell.requests };
    if (cell.requests > rows.length || (cell.measure === 'resolution' && cell.requests < rows.length))
      return { of: 'the number of requests', by: cell.requests - rows.length };
    const histogram = new Map(cell.hours.map((h, i) => [h, cell.counts[i] ?? 0]));
    for (const row of rows) {
      const h = hours(row);
      if (h !== null) histogram.set(h, (histogram.get(h) ?? 0) - 1);
    }
    const over = [...histogram.values()].reduce((sum, n) => sum + Math.abs(n), 0);
    if (over > 0) return { of: `the durations of ${cell.measure}`, by: over };
  }
  return told.length === 0 && rows.length > 0 ? { of: 'the number of requests', by: -rows.length } : null;
}
