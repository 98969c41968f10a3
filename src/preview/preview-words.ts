/**
 * What the picture in a chat says about a report: nothing that its page doesn't, and less of it.
 *
 * In:     what an address /i/{code} leads to, the context of the page
 * Out:    PreviewWords. They hold no code, so reports in the same state, of one kind and place, share one picture;
 *         of what is not found, or withdrawn, every address gives the same words
 * Errors: none
 */
import { find as findEn } from '../i18n/en/find.ts';
import { page as pageEn } from '../i18n/en/page.ts';
import { statusPage as en } from '../i18n/en/status-page.ts';
import { texts } from '../i18n/index.ts';
import { find as findSw } from '../i18n/sw/find.ts';
import { page as pageSw } from '../i18n/sw/page.ts';
import { statusPage as sw } from '../i18n/sw/status-page.ts';
import type { PageContext } from '../page-context.ts';
import type { LookedUp } from '../status/look-up-status.ts';
import { type Mark, markOf } from './marks.ts';

export interface PreviewWords {
  readonly mark: Mark;
  /** kind and place: "Broken water point · Kapsowar"; empty where neither is shown */
  readonly about: string;
  readonly headline: string;
  /** how long it has waited; null: closed, or not shown */
  readonly waited: string | null;
  /** "12 days late"; null: nothing is late */
  readonly late: string | null;
  /** name of the jurisdiction, and that all is invented where it is */
  readonly site: string;
  readonly demonstration: string | null;
}

export function previewWords(found: LookedUp, page: PageContext): PreviewWords {
  const { lang, portal, jurisdiction, name } = page;
  const t = texts(lang, { en, sw });
  const frame = texts(lang, { en: pageEn, sw: pageSw });
  const site = {
    site: jurisdiction,
    demonstration: portal.demonstration ? frame.demonstration.replace(/\.$/, '') : null,
  };
  const about = (kind: string | null, area: { readonly names: Record<string, string> } | null) =>
    [kind, area && name(area.names)].filter((text) => text).join(' · ');
  if ('missing' in found) {
    const { title } = texts(lang, { en: findEn, sw: findSw });
    return { mark: 'site', about: '', headline: title, waited: frame.portal, late: null, ...site };
  }
  if ('record' in found) {
    const { words, kind, area } = found.record;
    return {
      mark: 'site',
      about: about(kind, area),
      headline: t.record.title,
      waited: words.text,
      late: null,
      ...site,
    };
  }
  const { facts, sentences, kind, area } = found.view;
  return {
    mark: markOf(facts.stage, sentences.late !== null),
    about: about(kind, area),
    headline: sentences.short,
    waited: sentences.waited && capital(sentences.waited, lang),
    late: sentences.late_short,
    ...site,
  };
}

function capital(text: string, lang: string): string {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
}
