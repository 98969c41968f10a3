/**
 * Texts of the site, in every language that it speaks.
 *
 * To add texts for a page area, say `status`:
 *   1. `en/status.ts`:  `export const status = { title: 'Your report', days: (n: string) => `${n} days` };`
 *      A text that chooses between words says what it returns: `(n: number): string => n === 1 ? … : …`
 *   2. `sw/status.ts`:  `import type { status as en } from '../en/status.ts';`
 *                       `export const status: typeof en = { title: 'Ripoti yako', … };`
 *      A key that is missing, misspelt or takes other arguments does not compile.
 *   3. `english.ts`:    a line, so that further languages can say it too
 *   4. in the page:     `const t = texts(lang, { en, sw });`
 *
 * A sentence is one text with its numbers as arguments, already formatted; sentences are never glued together
 * from parts, because the order of words differs between languages. Swahili is written, not translated word
 * by word. A further language (`more`, `language.ts`) says what it can, and falls back text by text. A language of
 * a jurisdiction that the site has no texts in is shown with the English ones; its own names of areas, services and
 * offices still appear.
 */
import type { Names } from '../../db/schema/names.ts';
import { languagesWith, WHOLE_LANGUAGES, type WholeLanguage } from './languages.ts';
import { FURTHER_LANGUAGES } from './more/registry.ts';
import { nameInFirst } from './name-in-first.ts';

export { linkPath, localPath, splitPath } from './addresses.ts';

/** Languages that the site's texts are complete in. */
export const LANGUAGES = WHOLE_LANGUAGES;

export const languages = languagesWith(FURTHER_LANGUAGES);

export function texts<T extends object>(lang: string, dictionaries: Readonly<Record<WholeLanguage, T>>): T {
  return languages.texts(lang, dictionaries);
}

/** A name in the page's language; where the pack has none, in the nearest language that it has. */
export function nameIn(names: Names, lang: string): string {
  return nameInFirst(names, [lang, ...languages.chain(lang), 'en']);
}

/** The locale that writes a language's numbers and dates: `en` → en-GB, since a day stands before its month. */
export function localeOf(lang: string): string {
  return languages.find(lang)?.locale ?? lang;
}

/** What speakers of a language call it, with a capital: `sw` → Kiswahili. */
export function ownName(lang: string): string {
  return languages.find(lang)?.own_name ?? nameByIntl(lang);
}

function nameByIntl(lang: string): string {
  const found = new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
  return found.charAt(0).toLocaleUpperCase(lang) + found.slice(1);
}
