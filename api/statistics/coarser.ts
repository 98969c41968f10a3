/**
 * How many requests are published too coarsely to tell whether they belong to a group: for a larger area, for the
 * group of a service or without any, without an office, for a month of which a part is asked.
 *
 * In:     packed cells, axes, the group of each service
 * Out:    per group, in the order of `groupCells`; null: there are none
 * Law:    each cell says of a group, axis by axis, yes, no or maybe by the group's own filters; counted is what says
 *         maybe at least once and never no. Remainders are given nothing.
 */
import type { CellStore } from './cell-store.ts';
import type { Axes, Axis } from './grouping.ts';

export function coarserRequests(
  store: CellStore,
  axes: Axes,
  serviceGroups: ReadonlyMap<string, string>,
): Float64Array | null {
  const list = [axes.area, axes.service, axes.group, axes.agency, axes.period];
  const columns = [store.area.of, store.service.of, store.group.of, store.agency.of, store.period.of];
  if (list.every(({ maybe }) => maybe.every((members) => members.length === 0))) return null;
  const coarser = new Float64Array(list.reduce((product, { members }) => product * members.length, 1));
  const inGroup = servicesOfGroups(store, axes.service, serviceGroups);
  const isCoarse = list.map(({ maybe }) => Uint8Array.from(maybe, (members) => (members.length > 0 ? 1 : 0)));
  for (let cell = 0; cell < store.size; cell++) {
    if (!columns.some((of, i) => isCoarse[i]?.[of[cell] ?? 0] === 1)) continue;
    const requests = store.counts.requests[cell] ?? 0;
    // All groups of which the cell says yes or maybe; the first is the one of which it says yes throughout.
    let groups: readonly Possible[] = [{ group: 0, surely: true }];
    for (const [i, axis] of list.entries()) {
      const text = columns[i]?.[cell] ?? 0;
      const own = axis.memberOf[text] ?? -1;
      const maybe =
        axis === axes.service && axis.maybe[text]?.length
          ? (inGroup[store.group.of[cell] ?? 0] ?? [])
          : (axis.maybe[text] ?? []);
      groups = next(groups, axis, own, maybe);
    }
    for (const { group, surely } of groups) if (!surely) coarser[group] = (coarser[group] ?? 0) + requests;
  }
  return coarser;
}

interface Possible {
  readonly group: number;
  readonly surely: boolean;
}

function next(
  groups: readonly Possible[],
  { members }: Axis,
  own: number,
  maybe: readonly number[],
): Possible[] {
  const all: Possible[] = [];
  for (const { group, surely } of groups) {
    if (own >= 0) all.push({ group: group * members.length + own, surely });
    for (const member of maybe) all.push({ group: group * members.length + member, surely: false });
  }
  return all;
}

/** For each group of services, '' for any, the members of the axis of services that are in it. */
function servicesOfGroups(
  { group }: CellStore,
  { members }: Axis,
  serviceGroups: ReadonlyMap<string, string>,
): readonly (readonly number[])[] {
  return group.texts.map((text) =>
    members.flatMap(({ filters: { service } }, i) =>
      service !== undefined && (text === '' || serviceGroups.get(service) === text) ? [i] : [],
    ),
  );
}
