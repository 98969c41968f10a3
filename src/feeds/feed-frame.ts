/**
 * What every feed of a portal has alike: who speaks, under which licence, in which language, at which address.
 *
 * In:     the context of the page, the path of the feed and its parameters
 * Out:    parts of a Feed
 */
import type { Feed, FeedLink } from '../../api/feeds/atom.ts';
import { tagUri } from '../../api/feeds/tag.ts';
import { ENGLISH } from '../i18n/english.ts';
import { languages as known } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';

export const ATOM = 'application/atom+xml';

export interface FeedAddress {
  /** `/areas/emsoo.atom` */
  readonly path: string;
  /** as they were asked for, the language and the cursor among them */
  readonly parameters: URLSearchParams;
  /** the page that people read: `/areas/emsoo` */
  readonly page: string;
}

export function frame(page: PageContext): Pick<Feed, 'author' | 'rights' | 'icon' | 'language'> {
  const { contact, licence } = page.portal.jurisdiction;
  return {
    language: known.spoken(page.lang, ENGLISH.feeds),
    author: { name: page.name(contact.name), email: contact.email, uri: `${page.portal.public_url}/` },
    rights: `${licence.name}, ${licence.url}`,
    icon: `${page.portal.public_url}/favicon.svg`,
  };
}

/** RFC 4287 §4.1.1: self and alternate; RFC 5005 §3: first and next of a paged feed. */
export function feedLinks(page: PageContext, address: FeedAddress, next: string | null): FeedLink[] {
  const { portal, lang, path } = page;
  const { languages } = portal.jurisdiction;
  const at = (change: Readonly<Record<string, string | null>>) => {
    const asked = new URLSearchParams([...address.parameters].filter(([, value]) => value !== ''));
    for (const [name, value] of Object.entries(change))
      if (value === null) asked.delete(name);
      else asked.set(name, value);
    asked.sort();
    return `${portal.public_url}${address.path}${asked.size === 0 ? '' : `?${asked}`}`;
  };
  const inLanguage = (language: string) => (language === languages[0] ? null : language);
  const own = { lang: inLanguage(lang) };
  const others = languages.filter((language) => language !== lang);
  return [
    { rel: 'self', type: ATOM, hreflang: lang, href: at(own) },
    { rel: 'alternate', type: 'text/html', hreflang: lang, href: portal.public_url + path(address.page) },
    ...others.map((language) => ({
      rel: 'alternate',
      type: ATOM,
      hreflang: language,
      href: at({ lang: inLanguage(language) }),
    })),
    ...(next === null && !address.parameters.has('cursor')
      ? []
      : [{ rel: 'first', type: ATOM, href: at({ ...own, cursor: null }) }]),
    ...(next === null ? [] : [{ rel: 'next', type: ATOM, href: at({ ...own, cursor: next }) }]),
  ];
}

export function tag({ portal }: PageContext, specific: string): string {
  return tagUri(portal.public_url, portal.jurisdiction.id, specific);
}

/** The later of instants as the API writes them, `2026-11-16T03:00:00.000Z`. */
export function latest(instants: readonly string[], otherwise: string): string {
  return instants.reduce((last, one) => (Date.parse(one) > Date.parse(last) ? one : last), otherwise);
}
