/** What every page needs at hand: `const { lang, format, path, name, portal } = pageContext(Astro);` */
import type { AstroGlobal } from 'astro';
import type { PortalRequest } from '../api/portal.ts';
import type { Names } from '../db/schema/names.ts';
import { type Format, formatFor } from './i18n/format.ts';
import { localPath, nameIn } from './i18n/index.ts';

export interface PageContext {
  readonly lang: string;
  readonly portal: PortalRequest;
  readonly format: Format;
  /** Address of a page in the page's own language: `/areas` → `/sw/areas` */
  readonly path: (path: string) => string;
  /** A pack's name in the page's language */
  readonly name: (names: Names) => string;
  /** Name of the jurisdiction */
  readonly jurisdiction: string;
}

export function pageContext(astro: Pick<AstroGlobal, 'locals'>): PageContext {
  const { lang, portal } = astro.locals;
  const { jurisdiction } = portal;
  const name = (names: Names) => nameIn(names, lang);
  return {
    lang,
    portal,
    format: formatFor(lang, jurisdiction.time_zone),
    path: (path) => localPath(lang, path, jurisdiction.languages),
    name,
    jurisdiction: name(jurisdiction.names),
  };
}
