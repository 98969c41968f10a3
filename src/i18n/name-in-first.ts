import type { Names } from '../../db/schema/names.ts';

/** A name in the first of the languages that it is there in; where it is in none of them, in any. */
export function nameInFirst(names: Names, tags: readonly string[]): string {
  for (const tag of tags) {
    const name = names[tag];
    if (name) return name;
  }
  return Object.values(names).find((name) => name !== '') ?? '';
}
