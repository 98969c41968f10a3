/**
 * Who reports. Few people write often, most once or twice.
 *
 * In:     the ward of each report, in order of time
 * Out:    an invented reporter: a new one, or one who has written from that ward before, the likelier the more
 *         often they wrote
 * Method: Yule–Simon process per ward (H. A. Simon 1955), whose tail is a power law
 */
import { chance, pick, type Random, wholeBetween } from './random.ts';

export interface DemoReporter {
  readonly id: number;
  /** in a range that Kenya has assigned to nobody: +254 3… */
  readonly phone: string;
  readonly language: 'en' | 'sw';
}

export class People {
  readonly reporters: DemoReporter[] = [];
  readonly #random: Random;
  readonly #newShare: number;
  readonly #written = new Map<string, DemoReporter[]>();
  readonly #phones = new Set<string>();

  /** `newShare`: share of messages that come from someone who never wrote before */
  constructor(random: Random, newShare: number) {
    this.#random = random;
    this.#newShare = newShare;
  }

  /** Someone from the ward who is none of `others`. */
  from(area_code: string, others: readonly DemoReporter[] = []): DemoReporter {
    const written = this.#written.get(area_code) ?? [];
    this.#written.set(area_code, written);
    const known =
      written.length > 0 && !chance(this.#random, this.#newShare) ? pick(this.#random, written) : null;
    const person = known && !others.includes(known) ? known : this.#newcomer();
    written.push(person);
    return person;
  }

  #newcomer(): DemoReporter {
    const person: DemoReporter = {
      id: this.reporters.length + 1,
      phone: this.#phone(),
      language: chance(this.#random, 0.62) ? 'sw' : 'en',
    };
    this.reporters.push(person);
    return person;
  }

  #phone(): string {
    const phone = `+2543${String(wholeBetween(this.#random, 0, 99_999_999)).padStart(8, '0')}`;
    if (this.#phones.has(phone)) return this.#phone();
    this.#phones.add(phone);
    return phone;
  }
}
