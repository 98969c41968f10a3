/**
 * `/data.json`: every dataset at its newest release, as portals of the United States harvest them.
 *
 * In:     Subject
 * Out:    the catalogue object. It has no bureauCode and programCode: those are codes of the federal budget, which a
 *         county or a city has not (the standard asks federal agencies alone for them).
 * Source: DCAT-US Schema v1.1 (Project Open Data Metadata Schema)
 */

import type { Cadence } from '../../db/schema/published.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { fittingFormats } from '../datasets/fitting-formats.ts';
import { datasets } from '../datasets/registry.ts';
import { bareMediaType, fileType } from './file-types.ts';
import { interfaces } from './interfaces.ts';
import { addresses, keywords, plainName, type Subject, textLanguages, wholeDescription } from './subject.ts';

/** ISO 8601 repeating intervals. */
const EVERY: Readonly<Record<Cadence, string>> = { day: 'R/P1D', week: 'R/P1W', month: 'R/P1M' };

export function dcatUs(subject: Subject): object {
  const { public_url } = subject;
  return {
    '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
    '@id': `${public_url}/data.json`,
    '@type': 'dcat:Catalog',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    describedBy: 'https://project-open-data.cio.gov/v1.1/schema/catalog.json',
    dataset: datasets.map((dataset) => describe(dataset, subject)),
  };
}

function describe(dataset: Dataset, subject: Subject): object {
  const { public_url, jurisdiction, release, coverage } = subject;
  const at = addresses(public_url);
  return {
    '@type': 'dcat:Dataset',
    identifier: at.page(dataset.id),
    title: `${dataset.title.en}, ${plainName(jurisdiction.names)}`,
    description: wholeDescription(dataset, 'en'),
    keyword: keywords(dataset, jurisdiction).map(([, keyword]) => keyword),
    modified: release.published_at.toISOString(),
    publisher: { '@type': 'org:Organization', name: plainName(jurisdiction.names) },
    contactPoint: {
      '@type': 'vcard:Contact',
      fn: plainName(jurisdiction.contact.name),
      hasEmail: `mailto:${jurisdiction.contact.email}`,
    },
    accessLevel: 'public',
    license: jurisdiction.licence.url,
    rights: jurisdiction.licence.name,
    spatial: coverage.box
      ? [coverage.box.west, coverage.box.south, coverage.box.east, coverage.box.north].join(',')
      : plainName(jurisdiction.names),
    ...(coverage.from !== null && { temporal: `${coverage.from}/${coverage.to}` }),
    accrualPeriodicity: EVERY[release.cadence],
    language: [...textLanguages(jurisdiction)],
    landingPage: at.page(dataset.id),
    describedBy: at.metadata(dataset.id),
    describedByType: 'application/json',
    references: [at.release(release.release), at.package(release.release)],
    distribution: [...files(dataset, subject), ...asked(dataset, subject)],
  };
}

function files(dataset: Dataset, { public_url, release }: Subject): object[] {
  const at = addresses(public_url);
  return fittingFormats(dataset, release).map((format) => ({
    '@type': 'dcat:Distribution',
    title: `${dataset.title.en}, ${format.title.en}`,
    description: format.description.en,
    downloadURL: at.newest(dataset.id, format.id),
    mediaType: bareMediaType(format.media_type),
    format: format.title.en,
    ...(fileType(format.id) && { conformsTo: fileType(format.id)?.standard }),
    ...(format.id === 'csv' && {
      describedBy: at.csvMetadata(dataset.id),
      describedByType: 'application/csvm+json',
    }),
  }));
}

function asked(dataset: Dataset, { public_url }: Subject): object[] {
  return interfaces
    .filter(({ datasets: answered }) => answered.includes(dataset.id))
    .map((service) => ({
      '@type': 'dcat:Distribution',
      title: `${dataset.title.en}, ${service.title.en}`,
      description: service.description.en,
      accessURL: public_url + service.endpoint,
      format: 'API',
      conformsTo: service.standard,
      describedBy: public_url + service.endpoint_description,
      describedByType: 'application/json',
    }));
}
