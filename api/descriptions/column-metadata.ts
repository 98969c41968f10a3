/**
 * What each column of a dataset is: title, type, unit, description, what an empty field says, the values that there are,
 * an example and a citation, in each language.
 *
 * In:     dataset and Subject
 * Out:    the object of `/data/{dataset}.metadata.json`; texts by language tag
 */
import { type Column, type Dataset, geometryColumn } from '../datasets/dataset.ts';
import { fittingFormats } from '../datasets/fitting-formats.ts';
import { citationText, citeDataset } from './cite-dataset.ts';
import { constraintsOf } from './constraints.ts';
import { exampleOf } from './examples.ts';
import { addresses, inLanguages, type Subject, textLanguages } from './subject.ts';

export function columnMetadata(dataset: Dataset, subject: Subject): object {
  const { jurisdiction, public_url, release, codes } = subject;
  const at = addresses(public_url);
  const all = (texts: Dataset['title']) => Object.fromEntries(inLanguages(texts, jurisdiction));
  const cited = (column: string | null) =>
    Object.fromEntries(
      textLanguages(jurisdiction).map((language) => [
        language,
        citationText(citeDataset(dataset, subject, language), column, language),
      ]),
    );
  const describe = (column: Column) => ({
    name: column.name,
    type: column.type,
    unit: column.unit,
    title: all(column.title),
    description: all(column.description),
    empty: column.empty && all(column.empty),
    values: column.values?.map(({ value, label }) => ({ value, label: all(label) })) ?? null,
    example: exampleOf(dataset, column, codes),
    constraints: constraintsOf(dataset, column),
    citation: cited(column.name),
  });
  return {
    dataset: dataset.id,
    release: release.release,
    label: release.label,
    cut_off: release.cut_off.toISOString(),
    title: all(dataset.title),
    description: all(dataset.description),
    caveats: dataset.caveats.map(all),
    key: dataset.key,
    licence: { ...jurisdiction.licence },
    citation: cited(null),
    page: at.page(dataset.id),
    files: fittingFormats(dataset, release).map(({ id, media_type }) => ({
      format: id,
      media_type,
      address: at.file(release.release, dataset.id, id),
    })),
    boundary_column: geometryColumn(dataset)?.name ?? null,
    columns: dataset.columns.map(describe),
  };
}
