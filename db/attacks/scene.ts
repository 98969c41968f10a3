/**
 * What all attacks look at: the guarded rows over all releases, and the sets of rows that cannot be told apart.
 *
 * In:     what is public, what is true (null where it cannot be read), the time zone
 * Out:    Scene
 *
 * A filter of the API or of a download selects rows by place (an area with all below it), service, group, office,
 * period, status and outcome; a difference of two releases selects those that appeared, changed or went. Rows that
 * agree in area, service, group, office, month, first and last release are together in or out of every such
 * selection but by status, outcome and hours. So every difference of any filters at any two releases is a union of
 * these sets, and the smallest difference is the smallest set: no pair has to be tried one by one.
 *
 * Status, outcome and hours are what a row tells, not whom it tells of: whoever picks the one declined row out of a
 * set still has all reporters of the set before them. Whether these tell more of the receipt is another attack.
 */
import type { LocalTime } from '../schema/local-time.ts';
import type { AnonymitySet, PublicRow, PublicView, RowVersion, Scene, TrueRequest, Truth } from './types.ts';

export function setScene(view: PublicView, truth: Truth | null, time: LocalTime): Scene {
  const rows = publicRows(view.versions, truth);
  return { view, truth, time, rows, sets: anonymitySets(rows) };
}

/** What somebody else could know of a report, and the row says. */
export function keyOf(version: RowVersion): string {
  const { disclosure, area_code, service_code, service_group, agency_responsible, received_period } = version;
  return [disclosure, area_code, service_code, service_group, agency_responsible, received_period].join('|');
}

function publicRows(versions: readonly RowVersion[], truth: Truth | null): PublicRow[] {
  const rows: PublicRow[] = [];
  for (const [record_id, unordered] of Map.groupBy(versions, (version) => version.record_id)) {
    const own = unordered.toSorted((a, b) => a.from_release - b.from_release);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || own.every((version) => version.disclosure === 'open')) continue;
    const request = trueRequest(record_id, truth);
    rows.push({
      record_id,
      versions: own,
      first,
      vanished: last.to_release,
      request,
      reporters: request?.reporters ?? [],
    });
  }
  return rows;
}

function trueRequest(record_id: string, truth: Truth | null): TrueRequest | null {
  // Before the ladder, a row stood under the code of its page.
  return truth?.requests.get(truth.code_of.get(record_id) ?? record_id) ?? null;
}

function anonymitySets(rows: readonly PublicRow[]): AnonymitySet[] {
  const sets = Map.groupBy(rows, (row) => {
    let before = '';
    const steps = [];
    for (const version of row.versions) {
      const key = keyOf(version);
      if (key !== before) steps.push(`${version.from_release} ${key}`);
      before = key;
    }
    return `${steps.join(' > ')} > ${row.vanished}`;
  });
  return [...sets.values()].flatMap((alike) => {
    const [row] = alike;
    if (!row) return [];
    const changed = row.versions.filter(
      (version, i) => i > 0 && keyOf(version) !== keyOf(row.versions[i - 1] ?? version),
    );
    return [
      {
        key: row.first,
        appeared: row.first.from_release,
        vanished: row.vanished,
        changed: changed.map((version) => version.from_release),
        rows: alike,
      },
    ];
  });
}
