/** Collects what is wrong with the files of a pack, so that everything can be said at once. */
import type { PackFault } from './types.ts';

/** `line` counts from 1; null: about the file as a whole. */
export type Report = (line: number | null, message: string) => void;

export class Faults {
  readonly #faults: PackFault[] = [];

  in(file: string): Report {
    return (line, message) => {
      if (!this.#faults.some((f) => f.file === file && f.line === line && f.message === message))
        this.#faults.push({ file, line, message });
    };
  }

  /** By file in the order in which they were first reported, then by line. */
  list(): PackFault[] {
    const files = [...new Set(this.#faults.map((fault) => fault.file))];
    return this.#faults.toSorted(
      (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0),
    );
  }
}

/** `; did you mean "colours"?` where one of the known words is close to the given one, else the whole list. */
export function suggest(given: string, known: readonly string[]): string {
  const near = known
    .map((word) => ({ word, distance: editDistance(given.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.distance - b.distance)[0];
  return near ? `; did you mean "${near.word}"?` : `; known are ${known.join(', ') || 'none'}`;
}

/** Insertions, deletions and replacements between two words (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
