/**
 * Texts of the site, in every language that it speaks.
 *
 * To add texts for a page area, say `status`:
 *   1. `en/status.ts`:  `export const status = { title: 'Your report', days: (n: string) => `${n} days` };`
 *      A text that chooses between words says what it returns: `(n: number): string => n === 1 ? … : …`
 *   2. `sw/status.ts`:  `import type { status as en } from '../en/status.ts';`
 *                       `export const status: typeof en = { title: 'Ripoti yako', … };`
 *      A key that is missing, misspelt or takes other arguments does not compile.
 *   3. in the page:     `const t = texts(lang, { en, sw });`
 *
 * A sentence is one text with its numbers as arguments, already formatted; sentences are never glued together
 * from parts, because the order of words differs between languages. Swahili is written, not translated word
 * by word. A language of a jurisdiction that the site has no texts in is shown with the English ones; its own
 * names of areas, services and offices still appear.
 */
import type { Names } from '../../db/schema/names.ts';

/** Languages that the site's own texts exist in. */
export const LANGUAGES = ['en', 'sw'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `sw-KE` → `sw`, `fr` → `en` */
export function textLanguage(lang: string): Language {
  const primary = lang.split('-')[0];
  return LANGUAGES.find((known) => known === primary) ?? 'en';
}

export function texts<T>(lang: string, dictionaries: Readonly<Record<Language, T>>): T {
  return dictionaries[textLanguage(lang)];
}

/** A name in the page's language; where the pack has none, in the first language that it has. */
export function nameIn(names: Names, lang: string): string {
  return names[lang] ?? names[textLanguage(lang)] ?? names['en'] ?? Object.values(names)[0] ?? '';
}

/**
 * A path as it stands in a link. Astro's `originPathname` is decoded, and what a visitor sent could then lead
 * elsewhere: `/\other.example` is another site to a browser.
 */
export function linkPath(pathname: string): string {
  return encodeURI(pathname).replace(/%25(?=[0-9a-f]{2})/gi, '%');
}

/**
 * Address of a page in a language. The jurisdiction's first language has no prefix.
 *
 * In:     `sw`, `/areas?sort=name`, the languages of the jurisdiction
 * Out:    `/sw/areas?sort=name`
 */
export function localPath(lang: string, path: string, languages: readonly string[]): string {
  if (lang === languages[0] || !languages.includes(lang)) return path;
  if (path === '/') return `/${lang}`;
  return path.startsWith('/?') ? `/${lang}${path.slice(1)}` : `/${lang}${path}`;
}

/**
 * Language of an address, and the address without it; the inverse of `localPath`.
 * `/sw/areas` → `{ lang: 'sw', path: '/areas' }`; the default language's own prefix is no address: lang null.
 */
export function splitPath(
  pathname: string,
  languages: readonly string[],
): { lang: string | null; path: string } {
  const first = pathname.split('/')[1] ?? '';
  const index = languages.indexOf(first);
  if (index === 0) return { lang: null, path: pathname };
  if (index < 0) return { lang: languages[0] ?? 'en', path: pathname };
  return { lang: first, path: pathname.slice(first.length + 1) || '/' };
}
