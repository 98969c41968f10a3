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
      ['area column', 'rows placed by the area that the source names'],
      ['area point', 'rows that name no area, placed by their point'],
      ['area no_point', 'rows that name no area and no place, counted for the jurisdiction as a whole'],
      ['area outside', 'rows that name no area and lie in none, counted for the jurisdiction as a whole'],
      [
        'area schematic',
        'rows that name no area, counted for the jurisdiction as a whole since schematic areas cannot place them (import areas, then import this file again)',
      ],
      [
        'twice',
        `times that happened twice in ${time_zone}, when clocks were put back (the first was taken where it fits)`,
      ],
      [
        'never',
        `times that never happened in ${time_zone}, since clocks were put forward (moved forward as much)`,
      ],
      ['expected_early', 'rows with a target time before their receipt, kept as it is'],
      ['bad_point', 'rows with coordinates that are no place on Earth, kept without'],
    ];
    return sentences.flatMap(([what, sentence]) => {
      const count = this.#counts.get(what) ?? 0;
      return count > 0 ? [`${sentence}: ${count}`] : [];
    });
  }

  #count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
}
