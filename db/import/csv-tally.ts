/**
 * Counts of what people should know about an import of CSV, and the sentences that say it.
 *
 * In:     what happened, record by record
 * Out:    sentences
 * Errors: none
 */
import type { AreaFound } from './csv-areas.ts';
import type { Instant } from './wall-clock.ts';

type FoundBy = Extract<AreaFound, { by: unknown }>['by'];

export class Tally {
  readonly #counts = new Map<string, number>();

  area(by: FoundBy): void {
    this.#count(`area ${by}`);
  }
  clock(clock: Instant['clock']): void {
    if (clock !== 'plain') this.#count(clock);
  }
  expected_early(): void {
    this.#count('expected_early');
  }
  bad_point(): void {
    this.#count('bad_point');
  }

  notes(time_zone: string): string[] {
    const sentences: [what: string, sentence: string][] = [
      ['area column', 'were placed by the area that the source names'],
      ['area point', 'name no area and were placed by their point'],
      ['area no_point', 'name no area and no place; they count for the jurisdiction as a whole'],
      ['area outside', 'name no area and lie in none; they count for the jurisdiction as a whole'],
      [
        'area schematic',
        'name no area, and their points cannot tell it while the areas are schematic; they count for the jurisdiction as a whole (import areas, then import this file again)',
      ],
      [
        'twice',
        `times happened twice in ${time_zone}, when clocks were put back; the first was taken where it fits`,
      ],
      [
        'never',
        `times never happened in ${time_zone}, since clocks were put forward; they were moved forward as much`,
      ],
      ['expected_early', 'have a target time before their receipt; it was kept as it is'],
      ['bad_point', 'have coordinates that are no place on Earth; they were kept without'],
    ];
    return sentences.flatMap(([what, sentence]) => {
      const count = this.#counts.get(what) ?? 0;
      return count > 0 ? [`${count} ${sentence}`] : [];
    });
  }

  #count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
}
