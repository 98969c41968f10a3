/**
 * The languages of the site, and what each falls back to.
 *
 * In:     languages beside English and Swahili
 * Out:    Languages: which tags to look for, whose texts stand where, which locale writes numbers
 * Errors: none; a tag that is not known speaks English
 */
import { ENGLISH } from './english.ts';
import { countTexts, filled } from './fill.ts';
import type { FurtherLanguage, Language } from './language.ts';

/** Languages that say everything: their dictionaries are compiled against the English ones. */
export const WHOLE_LANGUAGES = ['en', 'sw'] as const;
export type WholeLanguage = (typeof WHOLE_LANGUAGES)[number];

const WHOLE: Readonly<Record<WholeLanguage, Language>> = {
  en: { tag: 'en', own_name: 'English', locale: 'en-GB', reviewed: null },
  sw: { tag: 'sw', own_name: 'Kiswahili', locale: 'sw', reviewed: null },
};

export interface Languages {
  /** the language of a tag; null: the site has no texts in it */
  find(lang: string): Language | null;
  /** tags whose texts are taken, the nearest first; the last one says everything: `eyo`, `sw` */
  chain(lang: string): readonly string[];
  texts<T extends object>(lang: string, dictionaries: Readonly<Record<WholeLanguage, T>>): T;
  /** the language that most texts of an English dictionary appear in */
  spoken(lang: string, english: object): string;
  /** how many of all texts it says itself */
  said(lang: string): number;
}

/** All texts that there are. */
export const TEXTS = countTexts(ENGLISH);

export const isWhole = (tag: string): tag is WholeLanguage => WHOLE_LANGUAGES.some((whole) => whole === tag);

export function languagesWith(further: readonly FurtherLanguage[]): Languages {
  const parts = new Map(further.map((language) => [language.tag, language]));
  const names = new Map<object, string>(Object.entries(ENGLISH).map(([name, texts]) => [texts, name]));
  const chains = new Map<string, readonly string[]>();
  const made = new Map<string, Map<object, unknown>>();

  const tagOf = (lang: string): string | null => {
    const known = (tag: string) => isWhole(tag) || parts.has(tag);
    const primary = lang.split('-', 1)[0] ?? '';
    return known(lang) ? lang : known(primary) ? primary : null;
  };
  const find = (lang: string): Language | null => {
    const tag = tagOf(lang);
    return tag === null ? null : isWhole(tag) ? WHOLE[tag] : (parts.get(tag) ?? null);
  };
  const chain = (lang: string): readonly string[] => {
    const known = chains.get(lang);
    if (known) return known;
    const tag = tagOf(lang) ?? 'en';
    const tags = [tag, ...(parts.get(tag)?.falls_back_to ?? []), 'en'].filter(
      (one) => isWhole(one) || parts.has(one),
    );
    const found = [...new Set(tags.slice(0, tags.findIndex(isWhole) + 1))];
    // Tags come out of addresses only where a jurisdiction lists them, so there are few.
    chains.set(lang, found);
    return found;
  };
  /** What a language itself says of an English dictionary. */
  const own = (tag: string, english: object): unknown => {
    const name = names.get(english);
    const found = Object.entries(parts.get(tag)?.texts ?? {}).find(([key]) => key === name);
    return found?.[1];
  };
  return {
    find,
    chain,
    texts(lang, dictionaries) {
      const tags = chain(lang);
      const last = tags.at(-1) ?? 'en';
      const whole = dictionaries[isWhole(last) ? last : 'en'];
      if (tags.length === 1) return whole;
      const ofLanguage = made.get(lang) ?? new Map<object, unknown>();
      made.set(lang, ofLanguage);
      const known = ofLanguage.get(whole);
      if (isLike(known, whole)) return known;
      const texts = filled(
        whole,
        tags
          .slice(0, -1)
          .toReversed()
          .map((tag) => own(tag, dictionaries.en)),
      );
      likeness.set(texts, whole);
      ofLanguage.set(whole, texts);
      return texts;
    },
    spoken(lang, english) {
      const all = countTexts(english);
      const tags = chain(lang);
      return tags.find((tag) => isWhole(tag) || countTexts(own(tag, english)) * 2 >= all) ?? 'en';
    },
    said(lang) {
      const tag = tagOf(lang);
      return tag === null ? 0 : isWhole(tag) ? TEXTS : countTexts(parts.get(tag)?.texts);
    },
  };
}

/** Which whole dictionary a completed one was made from, and so has the form of. */
const likeness = new WeakMap<object, object>();

function isLike<T extends object>(texts: unknown, whole: T): texts is T {
  return typeof texts === 'object' && texts !== null && likeness.get(texts) === whole;
}
