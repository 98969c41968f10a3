/**
 * A dataset, or the whole catalogue, as search engines for data read it from a page.
 *
 * In:     Subject, a dataset (null: the catalogue), the language of the page and its address
 * Out:    JSON-LD of schema.org's Dataset or DataCatalog
 * Source: schema.org 29; Google Search, "Dataset structured data" (description of 50 to 5,000 characters)
 */
import { type Dataset, wholeColumn } from '../datasets/dataset.ts';
import { fittingFormats } from '../datasets/fitting-formats.ts';
import { datasets } from '../datasets/registry.ts';
import { citationText, citeDataset } from './cite-dataset.ts';
import { bareMediaType } from './file-types.ts';
import {
  addresses,
  keywords,
  plainName,
  type Subject,
  type TextLanguage,
  textLanguages,
  wholeDescription,
} from './subject.ts';

const MOST_CHARACTERS = 5_000;

export function schemaOrg(subject: Subject, dataset: Dataset | null, language: TextLanguage): object {
  const { public_url, jurisdiction, release, coverage } = subject;
  const at = addresses(public_url);
  const catalogue = { '@type': 'DataCatalog', '@id': `${at.catalogue}#catalog`, url: at.catalogue };
  const publisher = {
    '@type': 'GovernmentOrganization',
    '@id': `${public_url}/about#publisher`,
    name: jurisdiction.names[language] ?? plainName(jurisdiction.names),
    url: jurisdiction.contact.url ?? public_url,
    contactPoint: {
      '@type': 'ContactPoint',
      name: jurisdiction.contact.name[language] ?? plainName(jurisdiction.contact.name),
      email: jurisdiction.contact.email,
    },
  };
  const shared = {
    '@context': 'https://schema.org',
    inLanguage: [...textLanguages(jurisdiction)],
    license: jurisdiction.licence.url,
    isAccessibleForFree: true,
    publisher,
    creator: publisher,
    dateModified: release.published_at.toISOString(),
    ...(coverage.from !== null && { temporalCoverage: `${coverage.from}/${coverage.to}` }),
    spatialCoverage: place(subject, language),
  };
  if (dataset === null)
    return {
      ...shared,
      ...catalogue,
      name: jurisdiction.names[language] ?? plainName(jurisdiction.names),
      dataset: datasets.map(({ id, title, description }) => ({
        '@type': 'Dataset',
        '@id': `${at.page(id)}#series`,
        name: title[language],
        description: description[language],
        url: at.page(id),
        license: jurisdiction.licence.url,
        creator: { '@id': publisher['@id'] },
      })),
    };
  return {
    ...shared,
    '@type': 'Dataset',
    '@id': `${at.page(dataset.id)}#series`,
    identifier: at.page(dataset.id),
    url: at.page(dataset.id),
    name: `${dataset.title[language]}, ${publisher.name}`,
    description: wholeDescription(dataset, language).slice(0, MOST_CHARACTERS),
    keywords: keywords(dataset, jurisdiction).flatMap(([of, word]) => (of === language ? [word] : [])),
    version: release.label,
    citation: citationText(citeDataset(dataset, subject, language), null, language),
    includedInDataCatalog: catalogue,
    variableMeasured: dataset.columns.map((column) => ({
      '@type': 'PropertyValue',
      name: column.name,
      alternateName: column.title[language],
      description: wholeColumn(column, language),
      ...(column.unit !== null && { unitText: column.unit }),
      ...(column.values && {
        valueReference: column.values.map(({ value, label }) => ({
          '@type': 'DefinedTerm',
          termCode: value,
          name: label[language],
        })),
      }),
    })),
    distribution: fittingFormats(dataset, subject.release).map((format) => ({
      '@type': 'DataDownload',
      name: format.title[language],
      encodingFormat: bareMediaType(format.media_type),
      contentUrl: at.newest(dataset.id, format.id),
    })),
  };
}

function place({ jurisdiction, coverage: { box } }: Subject, language: TextLanguage): object {
  return {
    '@type': 'Place',
    name: jurisdiction.names[language] ?? plainName(jurisdiction.names),
    // South-west corner, then north-east; latitude first.
    ...(box && {
      geo: { '@type': 'GeoShape', box: `${box.south} ${box.west} ${box.north} ${box.east}` },
    }),
  };
}
