/**
 * The cells of a release by months: what questions of whole months are answered from.
 *
 * In:     packed cells, by days and months
 * Out:    packed cells, one per month, area, service, group and agency
 * Law:    exact, since every cell is censored by its own follow-up before it is put together with others: events, ends
 *         of follow-up and counts add up. Their number is bounded by months, whatever is received in them.
 */
import type { CellCounts } from './cell-counts.ts';
import { mergeEvents } from './cell-events.ts';
import type { CellStore, Column } from './cell-store.ts';

export function mergeMonths(store: CellStore): CellStore {
  const months = [...new Set(store.period.texts.map(monthOf))];
  const indexOf = new Map(months.map((month, i) => [month, i]));
  const month = store.period.texts.map((text) => indexOf.get(monthOf(text)) ?? 0);
  const parts = cellsByKey(store, month);
  const add = (counts: Uint32Array) =>
    Uint32Array.from(parts, (cells) => {
      let total = 0;
      for (const cell of cells) total += counts[cell] ?? 0;
      return total;
    });
  const column = ({ texts, of }: Column): Column => ({
    texts,
    of: Uint32Array.from(parts, ([cell = 0]) => of[cell] ?? 0),
  });
  return {
    size: parts.length,
    period: {
      texts: months,
      of: Uint32Array.from(parts, ([cell = 0]) => month[store.period.of[cell] ?? 0] ?? 0),
    },
    area: column(store.area),
    service: column(store.service),
    group: column(store.group),
    agency: column(store.agency),
    counts: addAll(store.counts, add),
    events: {
      first_response: mergeEvents(store.events.first_response, parts, store.times.length),
      resolution: mergeEvents(store.events.resolution, parts, store.times.length),
    },
    times: store.times,
    openByAge: store.openByAge.map(add),
    says: store.says,
  };
}

/** Periods are days or months. */
const monthOf = (period: string) => period.slice(0, 7);

function cellsByKey(store: CellStore, month: readonly number[]): Uint32Array[] {
  const { area, service, group, agency, period } = store;
  const cellsOf = new Map<number, number[]>();
  for (let cell = 0; cell < store.size; cell++) {
    let key = month[period.of[cell] ?? 0] ?? 0;
    for (const { texts, of } of [area, service, group, agency]) key = key * texts.length + (of[cell] ?? 0);
    const known = cellsOf.get(key);
    if (known) known.push(cell);
    else cellsOf.set(key, [cell]);
  }
  return Array.from(cellsOf.values(), (cells) => Uint32Array.from(cells));
}

function addAll(counts: CellCounts, add: (counts: Uint32Array) => Uint32Array): CellCounts {
  return {
    requests: add(counts.requests),
    open: add(counts.open),
    first_response_due: add(counts.first_response_due),
    first_response_covered: add(counts.first_response_covered),
    first_response_on_time: add(counts.first_response_on_time),
    unanswered_over: add(counts.unanswered_over),
    resolution_due: add(counts.resolution_due),
    resolution_covered: add(counts.resolution_covered),
    resolution_on_time: add(counts.resolution_on_time),
    once_resolved: add(counts.once_resolved),
    once_resolved_covered: add(counts.once_resolved_covered),
    reopened: add(counts.reopened),
    resolved: add(counts.resolved),
    resolved_seen: add(counts.resolved_seen),
    confirmed: add(counts.confirmed),
    disputed: add(counts.disputed),
  };
}
