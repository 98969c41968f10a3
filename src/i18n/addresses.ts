/** Addresses of pages in the languages of a jurisdiction: the first language has no prefix. */

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
