/**
 * What every description of a portal's data is made of. The registries say what the datasets and formats are;
 * this says whose they are, of which releases, and where.
 */

import type { ReleaseRow } from '../../db/queries/releases.ts';
import type { Names } from '../../db/schema/names.ts';
import type { Texts } from '../datasets/dataset.ts';
import type { PublicJurisdiction } from '../portal.ts';
import type { Coverage } from './coverage.ts';
import type { ReleaseCodes } from './examples.ts';

export interface Subject {
  /** without a slash at the end */
  readonly public_url: string;
  readonly jurisdiction: PublicJurisdiction;
  readonly release: ReleaseRow;
  readonly coverage: Coverage;
  readonly codes: ReleaseCodes;
}

/** Languages that the registries' own texts are in. */
export const TEXT_LANGUAGES = ['en', 'sw'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** Those of them that the jurisdiction speaks; English where it speaks neither. */
export function textLanguages({ languages }: PublicJurisdiction): readonly TextLanguage[] {
  const known = TEXT_LANGUAGES.filter((language) => languages.includes(language));
  return known.length > 0 ? known : ['en'];
}

/** A text of the registries in the languages of the jurisdiction. */
export function inLanguages(texts: Texts, jurisdiction: PublicJurisdiction): [TextLanguage, string][] {
  return textLanguages(jurisdiction).map((language) => [language, texts[language]]);
}

/** A name of the pack in one language, English where there is a choice. */
export const plainName = (names: Names): string => names['en'] ?? Object.values(names)[0] ?? '';

/** The description of a dataset with what to beware of, as paragraphs. */
export function wholeDescription(
  { description, caveats }: { readonly description: Texts; readonly caveats: readonly Texts[] },
  language: TextLanguage,
): string {
  return [description, ...caveats].map((texts) => texts[language]).join('\n\n');
}

/** What people search for; the title of each dataset and the name of the jurisdiction are added. */
const KEYWORDS: Readonly<Record<TextLanguage, readonly string[]>> = {
  en: ['service requests', '311', 'response times', 'accountability', 'open data'],
  sw: ['ripoti za wananchi', 'muda wa kujibiwa', 'uwajibikaji', 'data huria'],
};

export function keywords(
  { title }: { readonly title: Texts },
  jurisdiction: PublicJurisdiction,
): [TextLanguage, string][] {
  return inLanguages(title, jurisdiction).flatMap(([language, text]) => {
    const name = jurisdiction.names[language];
    const all = [text, ...(name === undefined ? [] : [name]), ...KEYWORDS[language]];
    return all.map((keyword): [TextLanguage, string] => [language, keyword]);
  });
}

export const addresses = (public_url: string) => ({
  catalogue: `${public_url}/data`,
  page: (dataset: string) => `${public_url}/data/${dataset}`,
  newest: (dataset: string, format: string) => `${public_url}/data/${dataset}.${format}`,
  file: (release: number, dataset: string, format: string) =>
    `${public_url}/data/${release}/${dataset}.${format}`,
  metadata: (dataset: string) => `${public_url}/data/${dataset}.metadata.json`,
  csvMetadata: (dataset: string) => `${public_url}/data/${dataset}.csv-metadata.json`,
  release: (release: number) => `${public_url}/releases/${release}`,
  package: (release: number) => `${public_url}/data/${release}/datapackage.json`,
});
