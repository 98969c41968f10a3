/**
 * How to cite a dataset at a release, in each language.
 *
 * In:     dataset, Subject, language
 * Out:    the parts of a citation, and the sentence that they make
 * Source: FORCE11 Data Citation Principles (2014); APA, 7th edition, 10.9 (data sets)
 */
import type { Dataset } from '../datasets/dataset.ts';
import { addresses, type Subject, type TextLanguage } from './subject.ts';

export interface DatasetCitation {
  readonly id: string;
  readonly author: string;
  readonly title: string;
  /** the release's day, 2026-11-22 */
  readonly date: string;
  readonly version: string;
  readonly publisher: string;
  readonly url: string;
  readonly language: string;
  readonly licence: string;
  readonly kind: string;
}

const WORDS = {
  en: {
    version: (release: number, day: string) => `release ${release} of ${day}`,
    invented: 'invented data',
    kind: 'Data set',
    column: (column: string) => `column ${column}`,
  },
  sw: {
    version: (release: number, day: string) => `toleo la ${release}, ${day}`,
    invented: 'data za kubuni',
    kind: 'Seti ya data',
    column: (column: string) => `safu ${column}`,
  },
} as const satisfies Record<TextLanguage, object>;

export function citeDataset(dataset: Dataset, subject: Subject, language: TextLanguage): DatasetCitation {
  const { jurisdiction, release, public_url } = subject;
  const words = WORDS[language];
  const invented = release.demonstration ? [words.invented] : [];
  return {
    id: [jurisdiction.id, release.release, dataset.id].join(':'),
    author: jurisdiction.names[language] ?? jurisdiction.names['en'] ?? jurisdiction.id,
    title: dataset.title[language],
    date: release.label,
    version: [words.version(release.release, release.label), ...invented].join('; '),
    publisher: 'Majibu',
    url: addresses(public_url).file(release.release, dataset.id, 'csv'),
    language,
    licence: jurisdiction.licence.name,
    kind: words.kind,
  };
}

export function citationText(
  { author, date, title, version, kind, publisher, url }: DatasetCitation,
  column: string | null = null,
  language: TextLanguage = 'en',
): string {
  const what = column === null ? title : `${title}, ${WORDS[language].column(column)}`;
  return `${author} (${date.slice(0, 4)}). ${what} (${version}) [${kind}]. ${publisher}. ${url}`;
}
