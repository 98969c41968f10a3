/**
 * What a coarse cell tells when only two wards or services can be behind it.
 *
 * In:     how many of its rows had each outcome; k
 * Out:    the largest chance with which some row is the report of which the attacker knows that it is of the one
 *         of the two; 0 where no split is possible
 * Method: every split of the rows between the two is as likely as another, if neither of the two could have a cell
 *         of its own: each has fewer than k rows, or rows of a single outcome. All splits are counted, by how many
 *         rows of each outcome fall to the first; a report of it is then any of its rows alike.
 */
export function largestCredence(outcomes: readonly number[], k: number): number {
  const credence = outcomes.map(() => 0);
  let splits = 0;
  const total = outcomes.reduce((sum, n) => sum + n, 0);
  const held = (part: readonly number[]) =>
    part.reduce((sum, n) => sum + n, 0) < k || part.filter((n) => n > 0).length <= 1;

  const visit = (part: number[], ways: number) => {
    if (part.length < outcomes.length) {
      const n = outcomes[part.length] ?? 0;
      for (let taken = 0, more = ways; taken <= n; taken++) {
        visit([...part, taken], more);
        more = (more * (n - taken)) / (taken + 1);
      }
      return;
    }
    const size = part.reduce((sum, n) => sum + n, 0);
    const rest = part.map((n, i) => (outcomes[i] ?? 0) - n);
    if (size === 0 || size === total || !held(part) || !held(rest)) return;
    splits += ways;
    for (const [i, n] of outcomes.entries()) {
      // A given row of this outcome is in the first part in n taken of n ways, and is then one of its `size` rows.
      if (n > 0) credence[i] = (credence[i] ?? 0) + (ways * (part[i] ?? 0)) / n / size;
    }
  };
  visit([], 1);
  return splits === 0 ? 0 : Math.max(...credence) / splits;
}
