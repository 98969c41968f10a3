/**
 * How far each language of a pack is, for whoever runs the portal.
 *
 * In:     the pack, the languages of the site
 * Out:    a line per language; with a tag, the texts and names that are missing
 * Errors: none
 */
import { missingNames } from '../../db/jurisdictions/missing-names.ts';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { ENGLISH } from '../i18n/english.ts';
import { missingTexts } from '../i18n/fill.ts';
import { languages as known, ownName } from '../i18n/index.ts';
import { isWhole, type Languages, TEXTS } from '../i18n/languages.ts';
import { FURTHER_LANGUAGES } from '../i18n/more/registry.ts';

const n = (count: number) => count.toLocaleString('en');

/** `Eyozu (eyo): 12 of 950 texts, the others in Kiswahili; 3 of 160 names; not yet read by a native speaker` */
export function languageLine(pack: Pack, tag: string, languages: Languages = known): string {
  const said = languages.said(tag);
  const found = languages.find(tag);
  const others = languages.chain(tag).filter((one) => said === 0 || one !== tag);
  const texts =
    said === 0
      ? `no texts, all are shown in ${ownName(others[0] ?? 'en')}`
      : said === TEXTS
        ? 'every text'
        : `${n(said)} of ${n(TEXTS)} texts, the others in ${others.map(ownName).join(', then ')}`;
  const { names, missing } = missingNames(pack, tag);
  const named = missing.length === 0 ? 'every name' : `${n(names - missing.length)} of ${n(names)} names`;
  const read =
    said === 0 || tag === 'en'
      ? ''
      : found?.reviewed
        ? `; read over by ${found.reviewed.by['en'] ?? Object.values(found.reviewed.by)[0]} on ${found.reviewed.on}`
        : '; not yet read over by a native speaker';
  return `${found?.own_name ?? ownName(tag)} (${tag}): ${texts}; ${named}${read}`;
}

/** Texts and names that a language lacks, one a line; empty: none. */
export function missingLines(pack: Pack, tag: string): string[] {
  const own = FURTHER_LANGUAGES.find((language) => language.tag === tag)?.texts;
  const texts = isWhole(tag) ? [] : missingTexts(ENGLISH, own);
  return [
    ...texts.map((text) => `text ${text}`),
    ...missingNames(pack, tag).missing.map((name) => `name of ${name}`),
  ];
}
