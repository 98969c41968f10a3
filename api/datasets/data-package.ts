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
import { constraintsOf, isClosed, isPrimaryKey } from '../descriptions/constraints.ts';
import { bareMediaType } from '../descriptions/file-types.ts';
import { referencesOf } from '../descriptions/references.ts';
import { keywords, plainName, wholeDescription } from '../descriptions/subject.ts';
import { formats } from '../formats/registry.ts';
import { tableColumns } from '../formats/select.ts';
import type { PublicJurisdiction } from '../portal.ts';
import { type Column, type ColumnType, type Dataset, wholeColumn } from './dataset.ts';
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

/** How values are written, where a type allows several ways. */
const FIELD_FORMATS: Readonly<Partial<Record<ColumnType, object>>> = {
  boolean: { trueValues: ['true'], falseValues: ['false'] },
  date: { format: '%Y-%m-%d' },
};

export function dataPackage(
  release: ReleaseRow,
  { jurisdiction, public_url }: { readonly jurisdiction: PublicJurisdiction; readonly public_url: string },
): object {
  const { licence, contact } = jurisdiction;
  const listed = new Set(release.manifest.files.map(({ dataset }) => dataset));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${jurisdiction.id}-${release.label}`,
    id: `${public_url}/releases/${release.release}`,
    title: `${plainName(jurisdiction.names)}, release of ${release.label}`,
    description: `What was reported before ${release.cut_off.toISOString()}, what was answered, how long it took and what was still waiting.`,
    version: release.label,
    created: release.published_at.toISOString(),
    homepage: `${public_url}/data`,
    licenses: [{ name: licence.id, title: licence.name, path: licence.url }],
    contributors: [
      { title: plainName(contact.name), email: contact.email, roles: ['contactPerson'] },
      { title: plainName(jurisdiction.names), path: contact.url ?? public_url, roles: ['publisher'] },
    ],
    sources: [{ title: plainName(jurisdiction.names), path: `${public_url}/releases/${release.release}` }],
    keywords: [...new Set(datasets.flatMap((one) => keywords(one, jurisdiction)).map(([, word]) => word))],
    resources: release.manifest.files
      .filter(({ format }) => format === 'csv' || format === 'geojson')
      .flatMap((file) => {
        const dataset = datasets.find(({ id }) => id === file.dataset);
        return dataset
          ? [file.format === 'csv' ? table(dataset, file, listed) : boundaries(dataset, file)]
          : [];
      }),
  };
}

function table(dataset: Dataset, file: ManifestFile, listed: ReadonlySet<string>): object {
  const references = referencesOf(dataset).filter((one) => listed.has(one.dataset));
  return {
    ...resource(dataset, file),
    name: dataset.id,
    type: 'table',
    dialect: { delimiter: ',', lineTerminator: '\n', doubleQuote: true, header: true },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: tableColumns(dataset).map((column) => field(column, dataset)),
      missingValues: [''],
      ...(isPrimaryKey(dataset) ? { primaryKey: dataset.key } : { uniqueKeys: [dataset.key] }),
      ...(references.length > 0 && {
        foreignKeys: references.map((one) => ({
          fields: [one.column],
          reference: {
            // Of the table itself where no other is named.
            ...(one.dataset !== dataset.id && { resource: one.dataset }),
            fields: [one.key],
          },
        })),
      }),
    },
  };
}

function field(column: Column, dataset: Dataset): object {
  const { name, type, unit, title, example } = column;
  return {
    name,
    type: type === 'geometry' ? 'geojson' : FIELD_TYPES[type],
    ...FIELD_FORMATS[type],
    title: title.en,
    description: wholeColumn(column, 'en'),
    example,
    ...(unit !== null && { unit }),
    ...(isClosed(column) && {
      categories: column.values.map(({ value, label }) => ({ value, label: label.en })),
    }),
    titles: title,
    descriptions: { en: wholeColumn(column, 'en'), sw: wholeColumn(column, 'sw') },
    constraints: constraintsOf(dataset, column),
  };
}

function boundaries(dataset: Dataset, file: ManifestFile): object {
  return { ...resource(dataset, file), name: `${dataset.id}-boundaries` };
}

/** Addresses are relative to the package's own, so that a copied folder is whole. */
function resource(dataset: Dataset, file: ManifestFile): object {
  return {
    path: file.path.slice(file.path.lastIndexOf('/') + 1),
    title: dataset.title.en,
    description: wholeDescription(dataset, 'en'),
    format: file.format,
    mediatype: bareMediaType(formats.find(({ id }) => id === file.format)?.media_type ?? ''),
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
  };
}
