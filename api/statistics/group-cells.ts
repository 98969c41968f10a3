/**
 * The cells of each group, one group after another.
 *
 * In:     packed cells, axes, the group of each service
 * Out:    for each group in the order of the axes: its members, the indexes of its cells, and how many requests are
 *         published too coarsely to tell whether they belong to it. A group without cells comes only where each of its
 *         members is always shown.
 */
import type { CellStore } from './cell-store.ts';
import { coarserRequests } from './coarser.ts';
import type { Axes, Axis, Member } from './grouping.ts';

export interface CellGroup {
  readonly members: readonly Member[];
  readonly cells: Uint32Array;
  readonly coarser: number;
}

/** How many groups there can be, empty ones included. */
export function groupCount(axes: Axes): number {
  return inOrder(axes).reduce((product, axis) => product * axis.members.length, 1);
}

/** The number of a group has one digit per axis, the last axis turning fastest. */
function inOrder(axes: Axes): readonly [Axis, Axis, Axis, Axis, Axis] {
  return [axes.area, axes.service, axes.group, axes.agency, axes.period];
}

export function groupCells(
  store: CellStore,
  axes: Axes,
  serviceGroups: ReadonlyMap<string, string>,
  each: (group: CellGroup) => void,
): void {
  const groups = groupCount(axes);
  const groupOf = groupOfEach(store, axes);
  const { cells, start } = sortByGroup(groupOf, groups);
  const coarser = coarserRequests(store, axes, serviceGroups);
  const emptyOnes = inOrder(axes).every((axis) => axis.members.some((member) => member.always));
  for (let group = 0; group < groups; group++) {
    const [from = 0, to = 0] = [start[group], start[group + 1]];
    if (from === to && !emptyOnes) continue;
    const members = membersOf(group, axes);
    if (from === to && !members.every((member) => member.always)) continue;
    each({ members, cells: cells.subarray(from, to), coarser: coarser?.[group] ?? 0 });
  }
}

/** -1: filtered out. */
function groupOfEach(store: CellStore, axes: Axes): Int32Array {
  const groupOf = new Int32Array(store.size);
  const columns = [store.area, store.service, store.group, store.agency, store.period];
  for (const [i, { members, memberOf }] of inOrder(axes).entries()) {
    const of = columns[i]?.of ?? new Uint32Array(store.size);
    for (let cell = 0; cell < store.size; cell++) {
      const group = groupOf[cell] ?? -1;
      const member = memberOf[of[cell] ?? 0] ?? -1;
      groupOf[cell] = group < 0 || member < 0 ? -1 : group * members.length + member;
    }
  }
  return groupOf;
}

/** Counting sort: the cells of group g are at `start[g]` up to `start[g + 1]`. */
function sortByGroup(groupOf: Int32Array, groups: number): { cells: Uint32Array; start: Uint32Array } {
  const start = new Uint32Array(groups + 1);
  for (let cell = 0; cell < groupOf.length; cell++) {
    const group = groupOf[cell] ?? -1;
    if (group >= 0) start[group + 1] = (start[group + 1] ?? 0) + 1;
  }
  for (let group = 1; group < start.length; group++)
    start[group] = (start[group] ?? 0) + (start[group - 1] ?? 0);
  const next = start.slice();
  const cells = new Uint32Array(start.at(-1) ?? 0);
  for (let cell = 0; cell < groupOf.length; cell++) {
    const group = groupOf[cell] ?? -1;
    if (group < 0) continue;
    const place = next[group] ?? 0;
    cells[place] = cell;
    next[group] = place + 1;
  }
  return { cells, start };
}

function membersOf(group: number, axes: Axes): Member[] {
  const members: Member[] = [];
  let rest = group;
  for (const { members: axis } of inOrder(axes).toReversed()) {
    const member = axis[rest % axis.length];
    if (member) members.unshift(member);
    rest = Math.floor(rest / axis.length);
  }
  return members;
}
