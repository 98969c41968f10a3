/**
 * What a language of the site is. English and Swahili have a folder each, and the compiler sees to it that they say
 * everything. Any other language is one file in `more`, and says as much as its translators have written so far:
 *
 *   export const eyo: FurtherLanguage = {
 *     tag: 'eyo', own_name: '…', locale: 'sw-KE', falls_back_to: ['sw', 'en'], reviewed: null,
 *     texts: { status: { … }, find: { title: '…' } },
 *   };
 *
 * A text that is misspelt or takes other arguments than the English one does not compile.
 */
import type { English } from './english.ts';

export interface Language {
  /** BCP 47, as jurisdictions list it and as it stands in addresses */
  readonly tag: string;
  /** what its speakers call it, with a capital */
  readonly own_name: string;
  /** Whose numbers, dates and order of names it takes from Intl: its own, or a near one where Intl lacks it */
  readonly locale: string;
  /** whether a native reader has read all of its texts; null: nobody has */
  readonly reviewed: Review | null;
  /** words of units, where Intl's for the locale are not the language's */
  readonly units?: Readonly<Partial<Record<Unit, UnitWords>>>;
}

export interface FurtherLanguage extends Language {
  /** languages that say what is missing, the nearest first; English says what none of them does */
  readonly falls_back_to: readonly string[];
  readonly texts: Some<English>;
}

export interface Review {
  /** local day: `2026-11-23` */
  readonly on: string;
  /** an office or an organisation, never a person, by language tag */
  readonly by: Readonly<Record<string, string>>;
}

export type Unit = 'hour' | 'day' | 'byte';

/** In: the value, which decides about the plural, and how it is written. Out: `siku 3` */
export type UnitWords = (value: number, written: string) => string;

/** Any part of a dictionary. A list is given whole, since its order is part of it. */
export type Some<T> = T extends string
  ? string
  : T extends (...args: never[]) => unknown
    ? T
    : T extends readonly unknown[]
      ? T
      : { readonly [K in keyof T]?: Some<T[K]> };
