/**
 * Which other language a page should be offered in: the one that the browser prefers among the jurisdiction's, where
 * the page is in another. It is offered in a line of the page; the link that was followed decides, and nobody is sent
 * elsewhere. Of the header nothing but this one tag goes any further, so that a page is kept at most once per language.
 *
 * In:     languages of the jurisdiction, the first one without a prefix; Accept-Language; a canonical target
 * Out:    a tag of the list, or null: there is nothing to offer
 * Errors: none; what is not understood is passed over
 * Source: RFC 9110 §12.5.4 (Accept-Language), RFC 4647 §3.4 (lookup)
 */
import { type Route, routeOf } from './routes.ts';

/** Few distinct headers are ever sent, so each is read once; the bounds are for those who send others. */
const REMEMBERED = 500;
const LONGEST = 500;

/** Whether pages of a route are offered in another language, and so depend on Accept-Language. */
export function offersLanguages(route: Route, languages: readonly string[]): boolean {
  return languages.length > 1 && route.kind === 'page' && (route.name === 'page' || route.name === 'status');
}

export class Suggestions {
  readonly #languages: readonly string[];
  readonly #read = new Map<string, string | null>();

  constructor(languages: readonly string[]) {
    this.#languages = languages;
  }

  for(acceptLanguage: string | undefined, target: string): string | null {
    const languages = this.#languages;
    if (acceptLanguage === undefined || languages.length < 2) return null;
    const preferred = this.#preferred(acceptLanguage);
    if (preferred === null) return null;
    const path = target.split('?', 1)[0] ?? target;
    if (preferred === languageOf(path, languages)) return null;
    return offersLanguages(routeOf(path, languages), languages) ? preferred : null;
  }

  #preferred(acceptLanguage: string): string | null {
    const known = this.#read.get(acceptLanguage);
    if (known !== undefined) return known;
    const found = preferredLanguage(acceptLanguage, this.#languages);
    if (this.#read.size < REMEMBERED && acceptLanguage.length <= LONGEST)
      this.#read.set(acceptLanguage, found);
    return found;
  }
}

/** The language that is preferred most; between equals the one that is named first. */
export function preferredLanguage(acceptLanguage: string, languages: readonly string[]): string | null {
  const wishes = acceptLanguage
    .slice(0, LONGEST)
    .toLowerCase()
    .split(',')
    .map((wish) => {
      const [range = '', ...parameters] = wish.split(';').map((text) => text.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return {
        range,
        weight: weight === undefined ? 1 : /^[01](\.\d{0,3})?$/.test(weight) ? Number(weight) : 0,
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { range } of wishes) {
    const found = languageInRange(range, languages);
    if (found !== null) return found;
  }
  return null;
}

/** `sw-KE` finds `sw-KE`, then `sw`; `sw` finds `sw`, then `sw-KE`. `*` prefers nothing. */
function languageInRange(range: string, languages: readonly string[]): string | null {
  const tags = languages.map((tag) => tag.toLowerCase());
  for (let rest = range; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('-')))) {
    const at = tags.indexOf(rest);
    if (at >= 0) return languages[at] ?? null;
  }
  return languages.find((tag) => tag.toLowerCase().startsWith(`${range}-`)) ?? null;
}

function languageOf(path: string, languages: readonly string[]): string | undefined {
  const first = path.split('/', 2)[1] ?? '';
  return languages.indexOf(first) > 0 ? first : languages[0];
}
