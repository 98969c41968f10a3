/**
 * What pages about data need of the descriptions, in the process and in one language.
 *
 * In:     the context of a request; the id of a dataset
 * Out:    JSON-LD; the parts of a citation with its text; null for an unknown dataset or before the first release
 * Errors: those of the database
 */
import { releaseOf } from '../context.ts';
import { datasets } from '../datasets/registry.ts';
import { citationText, citeDataset, type DatasetCitation } from './cite-dataset.ts';
import { type DescriptionContext, subjectOf } from './handle-description.ts';
import { schemaOrg } from './schema-org.ts';
import { TEXT_LANGUAGES, type TextLanguage } from './subject.ts';

export interface CitedDataset {
  readonly citation: DatasetCitation;
  readonly text: string;
  /** days of receipt that the release covers; null: no report is published */
  readonly received: { readonly from: string; readonly to: string } | null;
}

export async function structuredData(
  context: DescriptionContext,
  id: string | null,
  language: string,
): Promise<object | null> {
  const dataset = datasets.find((one) => one.id === id) ?? null;
  if (context.release === null || (id !== null && dataset === null)) return null;
  const subject = await subjectOf(context, await releaseOf(context, 'latest'));
  return schemaOrg(subject, dataset, textLanguage(language));
}

export async function citedDataset(
  context: DescriptionContext,
  id: string,
  language: string,
): Promise<CitedDataset | null> {
  const dataset = datasets.find((one) => one.id === id);
  if (context.release === null || dataset === undefined) return null;
  const subject = await subjectOf(context, await releaseOf(context, 'latest'));
  const citation = citeDataset(dataset, subject, textLanguage(language));
  const { from, to } = subject.coverage;
  return {
    citation,
    text: citationText(citation, null, textLanguage(language)),
    received: from === null ? null : { from, to },
  };
}

const textLanguage = (language: string): TextLanguage =>
  TEXT_LANGUAGES.find((known) => language === known || language.startsWith(`${known}-`)) ?? 'en';
