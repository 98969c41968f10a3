/**
 * Adds up the cells of each group, one group at a time, in scratch arrays that all groups share.
 *
 * In:     packed cells, axes, the measure of the statistic
 * Out:    for each group in order: its members and its tally, handed to `each`
 * Method: an event later than its cell's follow-up is not seen yet: its request is censored where follow-up ends.
 *         For `resolution`, being declined or merged ends follow-up when it happens.
 */
import type { CellMeasure, Measure } from '../../db/schema/published.ts';
import type { CellStore } from './cell-store.ts';
import type { Axes, Member } from './grouping.ts';
import type { LifeTable } from './kaplan-meier.ts';

export interface GroupTally {
  readonly members: readonly Member[];
  readonly n: number;
  readonly open: number;
  readonly life: LifeTable;
}

const AXES = ['area', 'service', 'group', 'agency', 'period'] as const;

/** How many groups there can be, empty ones included. */
export function groupCount(axes: Axes): number {
  return AXES.reduce((product, name) => product * axes[name].members.length, 1);
}

export function tally(
  store: CellStore,
  axes: Axes,
  measure: Measure | null,
  each: (group: GroupTally) => void,
): void {
  const { cells, start } = sortByGroup(store, axes);
  const scratch = new LifeTableScratch(store, measure);
  for (let group = 0; group + 1 < start.length; group++) {
    const [from = 0, to = 0] = [start[group], start[group + 1]];
    const members = membersOf(group, axes);
    if (from === to && !members.every((member) => member.always)) continue;
    scratch.clear();
    let n = 0;
    let open = 0;
    for (let i = from; i < to; i++) {
      const cell = cells[i] ?? 0;
      n += store.requests[cell] ?? 0;
      open += store.open[cell] ?? 0;
      scratch.add(cell);
    }
    each({ members, n, open, life: scratch.life });
  }
}

/** Counting sort: the cells of group g are at `start[g]` up to `start[g + 1]`. */
function sortByGroup(store: CellStore, axes: Axes): { cells: Uint32Array; start: Uint32Array } {
  const groupOf = new Int32Array(store.size);
  const start = new Uint32Array(groupCount(axes) + 1);
  for (let cell = 0; cell < store.size; cell++) {
    let group = 0;
    for (const name of AXES) {
      const member = axes[name].memberOf[store[name].of[cell] ?? 0] ?? -1;
      group = member < 0 || group < 0 ? -1 : group * axes[name].members.length + member;
    }
    groupOf[cell] = group;
    if (group >= 0) start[group + 1] = (start[group + 1] ?? 0) + 1;
  }
  for (let group = 1; group < start.length; group++)
    start[group] = (start[group] ?? 0) + (start[group - 1] ?? 0);
  const next = start.slice();
  const cells = new Uint32Array(start.at(-1) ?? 0);
  for (let cell = 0; cell < store.size; cell++) {
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
  for (const name of AXES.toReversed()) {
    const axis = axes[name].members;
    const member = axis[rest % axis.length];
    if (member) members.unshift(member);
    rest = Math.floor(rest / axis.length);
  }
  return members;
}

class LifeTableScratch {
  readonly #store: CellStore;
  readonly #measure: Measure | null;
  readonly #events: Float64Array;
  readonly #censored: Float64Array;
  readonly life: LifeTable;

  constructor(store: CellStore, measure: Measure | null) {
    this.#store = store;
    this.#measure = measure;
    const size = measure === null ? 0 : store.times.length;
    this.#events = new Float64Array(size);
    this.#censored = new Float64Array(size);
    this.life = { times: store.times.subarray(0, size), events: this.#events, censored: this.#censored };
  }

  clear(): void {
    this.#events.fill(0);
    this.#censored.fill(0);
  }

  add(cell: number): void {
    if (this.#measure === null) return;
    const { period, followUp, requests } = this.#store;
    const limit = followUp[period.of[cell] ?? 0] ?? -1;
    let followed = requests[cell] ?? 0;
    followed -= this.#seen(cell, this.#measure, limit, this.#events);
    if (this.#measure === 'resolution') {
      followed -= this.#seen(cell, 'declined', limit, this.#censored);
      followed -= this.#seen(cell, 'merged', limit, this.#censored);
    }
    const end = Math.max(0, limit);
    this.#censored[end] = (this.#censored[end] ?? 0) + followed;
  }

  /** Adds the events within follow-up; out: how many. */
  #seen(cell: number, measure: CellMeasure, limit: number, into: Float64Array): number {
    const { first, time, count } = this.#store.measures[measure];
    let seen = 0;
    for (let i = first[cell] ?? 0; i < (first[cell + 1] ?? 0); i++) {
      const at = time[i] ?? 0;
      if (at > limit) break;
      into[at] = (into[at] ?? 0) + (count[i] ?? 0);
      seen += count[i] ?? 0;
    }
    return seen;
  }
}
