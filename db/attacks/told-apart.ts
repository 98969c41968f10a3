/**
 * How many people stand behind rows, as an attacker would have to count them.
 *
 * In:     per row the numbers of its reporters; a row without any is somebody of its own
 * Out:    `toldApart`: the most rows that can each be told to a reporter of its own, counted up to `enough`
 *         `leftWhenOneIsKnown`: the fewest rows that can still be one report of some person, when all other
 *         reports of that person are known and struck out
 * Method: maximum bipartite matching by augmenting paths (Kuhn 1955)
 */
export function toldApart(rows: readonly (readonly number[])[], enough = Number.POSITIVE_INFINITY): number {
  const rowOf = new Map<number, number>();
  const left: number[] = [];
  let told = 0;
  for (const [index, reporters] of rows.entries()) {
    if (told >= enough) return enough;
    if (reporters.length === 0) {
      told++;
      continue;
    }
    const free = reporters.find((reporter) => !rowOf.has(reporter));
    if (free === undefined) left.push(index);
    else {
      rowOf.set(free, index);
      told++;
    }
  }
  for (const index of left) {
    if (told >= enough) return enough;
    if (augment(index, rows, rowOf, new Set())) told++;
  }
  return Math.min(told, enough);
}

/** As deep as reporters are taken, which is below `enough`. */
function augment(
  row: number,
  rows: readonly (readonly number[])[],
  rowOf: Map<number, number>,
  seen: Set<number>,
): boolean {
  for (const reporter of rows[row] ?? []) {
    if (seen.has(reporter)) continue;
    seen.add(reporter);
    const holder = rowOf.get(reporter);
    if (holder !== undefined && !augment(holder, rows, rowOf, seen)) continue;
    rowOf.set(reporter, row);
    return true;
  }
  return false;
}

export function leftWhenOneIsKnown(rows: readonly (readonly number[])[]): number {
  const mine = new Map<number, number>();
  for (const reporters of rows)
    for (const reporter of new Set(reporters)) mine.set(reporter, (mine.get(reporter) ?? 0) + 1);
  let most = 1;
  for (const count of mine.values()) if (count > most) most = count;
  return Math.max(0, rows.length - most + 1);
}
