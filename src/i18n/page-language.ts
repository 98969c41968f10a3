/**
 * In which language a page really speaks: a further language may have texts for some pages only, and the rest of
 * them is then in another one. Screen readers and translators go by it.
 *
 * In:     the language of the address, the path without it
 * Out:    the language of most of the page's own texts
 * Errors: none
 */
import { ENGLISH } from './english.ts';
import { languages } from './index.ts';

type Dictionary = keyof typeof ENGLISH;

/** The dictionary that says most of a page, by the first part of its path. */
const SAID_BY: Readonly<Record<string, Dictionary>> = {
  '': 'home',
  i: 'status',
  find: 'find',
  areas: 'compare',
  services: 'compare',
  requests: 'requests',
  performance: 'performance',
  figures: 'figurePage',
  embed: 'figurePage',
  data: 'data',
  releases: 'releases',
  developers: 'developers',
  about: 'about',
  'about/method': 'method',
  'about/privacy': 'privacy',
  'about/languages': 'languagesPage',
};

export function pageLanguage(lang: string, path: string): string {
  const [, first = '', second = ''] = path.split('/', 3);
  const dictionary = SAID_BY[`${first}/${second}`] ?? SAID_BY[first] ?? 'notFound';
  return languages.spoken(lang, ENGLISH[dictionary]);
}

/** The language of a page's frame where it is not the page's own; undefined: it needs no saying. */
export function frameLanguage(lang: string, page: string): string | undefined {
  const frame = languages.spoken(lang, ENGLISH.page);
  return frame === page ? undefined : frame;
}
