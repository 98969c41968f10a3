/**
 * Differencing: subtract what one filter gives from what another gives, at the same or at another release.
 *
 * In:     the scene
 * Out:    a finding per set of rows that some difference isolates with fewer than k reporters, and per set that
 *         became more precise between releases
 * Method: the sets of `scene.ts`; each is itself a difference of two filters at two releases (its area minus the
 *         areas below it, the release in which it appeared minus the one before), so none is found in vain
 */
import { upward } from './places.ts';
import { keyOf } from './scene.ts';
import { toldApart } from './told-apart.ts';
import type { AnonymitySet, Attack, Finding, PublicRow, Scene } from './types.ts';
import { count, filterWords, Least, people } from './words.ts';

/** Beyond this many reporters nobody counts on. */
const MANY = 1_000;

export const differencing: Attack = {
  id: 'differencing',
  title: 'Subtracts filters and their complements from each other, within a release and between all pairs',
  needs_truth: false,
  run(scene) {
    const { view, sets, truth } = scene;
    const least = new Least();
    const findings: Finding[] = [];
    for (const set of sets) {
      const isolates = toldApart(
        set.rows.map((row) => row.reporters),
        Math.max(view.k, MANY),
      );
      least.see(isolates);
      if (isolates < view.k)
        findings.push({ what: `${difference(set, scene)} gives ${people(isolates, truth)}`, isolates });
      else if (set.rows.some((row) => isRefined(row, scene)))
        findings.push({
          what: `${difference(set, scene)}: made more precise at release ${set.changed.join(', ')}; it may only ever become less so`,
          isolates,
        });
    }
    const pairs = (view.releases.length * (view.releases.length + 1)) / 2;
    return {
      tried: `${count(pairs)} pairs of releases, ${count(filters(scene) ** 2)} pairs of filters: ${count(sets.length)} sets of rows`,
      findings,
      worst: least.value === null ? 'no guarded rows' : `${people(least.value, truth)} in a difference`,
    };
  },
};

function difference(set: AnonymitySet, { view }: Scene): string {
  const first = view.releases[0]?.release;
  const appeared =
    set.appeared === first ? `release ${first}` : `release ${set.appeared} minus ${set.appeared - 1}`;
  const gone = set.vanished === null ? '' : `, gone at release ${set.vanished}`;
  return `${appeared}${gone}: ${filterWords(set.key)}`;
}

/** Whether some version says of place, service or office what the version before did not. */
function isRefined({ versions }: PublicRow, { view }: Scene): boolean {
  return versions.some((now, i) => {
    const before = versions[i - 1];
    if (!before || keyOf(now) === keyOf(before)) return false;
    const kept = (column: 'service_code' | 'service_group' | 'agency_responsible') =>
      now[column] === null || now[column] === before[column];
    return !(
      now.disclosure === 'guarded' &&
      before.disclosure === 'guarded' &&
      now.received_period === before.received_period &&
      upward(before.area_code, view.areas).includes(now.area_code) &&
      kept('service_code') &&
      kept('service_group') &&
      kept('agency_responsible')
    );
  });
}

/** Values that a filter can take, each alone and as its complement. */
function filters({ view, rows }: Scene): number {
  const of = (value: (row: (typeof rows)[number]) => string | null) => new Set(rows.map(value)).size;
  const places = view.areas.size;
  const kinds = of((row) => row.first.service_code) + of((row) => row.first.service_group);
  const rest = of((row) => row.first.agency_responsible) + of((row) => row.first.received_period);
  const STATES = 2 + 6 + 2;
  return 2 * (places + kinds + rest + STATES);
}
