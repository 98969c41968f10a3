/**
 * A release as a Data Package: what a statistics program needs to load every table with its types and units.
 *
 * In:     a release, and the portal that publishes it
 * Out:    the object of `/data/{release}/datapackage.json`; its resources are the CSV files beside it, and the
 *         boundaries
 * Source: Data Package standard, version 2.0; Table Schema
 */
import type { ReleaseRow } from '../../db/queries/releases.ts';
import type { ManifestFile } from '../../db/schema/published.ts';
import { tableColumns } from '../formats/select.ts';
import type { PublicJurisdiction } from '../portal.ts';
import type { ColumnType, Dataset } from './dataset.ts';
import { datasets } from './registry.ts';

/** A period is a day, a month or a quarter: no type of Table Schema takes all three. */
const FIELD_TYPES: Readonly<Record<Exclude<ColumnType, 'geometry'>, string>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  period: 'string',
  object: 'object',
};

export function dataPackage(
  release: ReleaseRow,
  { jurisdiction, public_url }: { readonly jurisdiction: PublicJurisdiction; readonly public_url: string },
): object {
  const { licence } = jurisdiction;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${jurisdiction.id}-${release.label}`,
    id: `${public_url}/releases/${release.release}`,
    title: jurisdiction.names['en'] ?? jurisdiction.id,
    version: release.label,
    created: release.published_at.toISOString(),
    homepage: `${public_url}/data`,
    licenses: [{ name: licence.id, title: licence.name, path: licence.url }],
    resources: release.manifest.files
      .filter(({ format }) => format === 'csv' || format === 'geojson')
      .flatMap((file) => {
        const dataset = datasets.find(({ id }) => id === file.dataset);
        return dataset ? [file.format === 'csv' ? table(dataset, file) : boundaries(dataset, file)] : [];
      }),
  };
}

function table(dataset: Dataset, file: ManifestFile): object {
  return {
    ...resource(dataset, file),
    name: dataset.id,
    type: 'table',
    mediatype: 'text/csv',
    dialect: { delimiter: ',', lineTerminator: '\n', doubleQuote: true, header: true },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: tableColumns(dataset).map(({ name, type, unit, title, description }) => ({
        name,
        type: type === 'geometry' ? 'geojson' : FIELD_TYPES[type],
        title: title.en,
        description: description.en,
        ...(unit !== null && { unit }),
      })),
      missingValues: [''],
      uniqueKeys: [dataset.key],
    },
  };
}

function boundaries(dataset: Dataset, file: ManifestFile): object {
  return { ...resource(dataset, file), name: `${dataset.id}-boundaries`, mediatype: 'application/geo+json' };
}

/** Addresses are relative to the package's own, so that a copied folder is whole. */
function resource(dataset: Dataset, file: ManifestFile): object {
  return {
    path: file.path.slice(file.path.lastIndexOf('/') + 1),
    title: dataset.title.en,
    description: [dataset.description.en, ...dataset.caveats.map(({ en }) => en)].join('\n\n'),
    format: file.format,
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
  };
}
