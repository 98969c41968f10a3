/**
 * The files of a dataset at a release, as DCAT describes them: what the formats are, and what the manifest says of
 * those that it digests.
 */
import type { ReleaseRow } from '../../db/queries/releases.ts';
import type { ManifestFile } from '../../db/schema/published.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { Format } from '../formats/format.ts';
import type { Catalogued } from './dcat-parties.ts';
import { bareMediaType, fileType } from './file-types.ts';
import { inEach, iri, type Resource, resource, text, typed, type Value, within } from './graph.ts';
import { addresses, inLanguages } from './subject.ts';

const SHA256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';

export function distributions(
  dataset: Dataset,
  release: ReleaseRow,
  formats: readonly Format[],
  subject: Catalogued,
): Resource[] {
  return formats.map((format) => {
    const address = addresses(subject.public_url).file(release.release, dataset.id, format.id);
    const file = release.manifest.files.find(({ path }) => subject.public_url + path === address);
    return distribution(address, file, { dataset, release, format, subject });
  });
}

interface Parts {
  readonly dataset: Dataset;
  readonly release: ReleaseRow;
  readonly format: Format;
  readonly subject: Catalogued;
}

function distribution(
  address: string,
  file: ManifestFile | undefined,
  { dataset, release, format, subject: { public_url, jurisdiction } }: Parts,
): Resource {
  const known = fileType(format.id);
  const title = inLanguages(format.title, jurisdiction).map(
    ([language, words]) => [language, `${dataset.title[language]}, ${words}`] as const,
  );
  return resource('dcat:Distribution', address, [
    ['dct:title', inEach(title)],
    ['dct:description', inEach(inLanguages(format.description, jurisdiction))],
    ['dcat:accessURL', iri(addresses(public_url).page(dataset.id))],
    ['dcat:downloadURL', iri(address)],
    ['dct:format', formatOf(format)],
    ['dcat:mediaType', mediaType(format)],
    ['dct:conformsTo', known ? iri(known.standard) : []],
    ['dct:license', iri(jurisdiction.licence.url)],
    ['dct:issued', typed(release.published_at.toISOString(), 'xsd:dateTime')],
    ['dcat:byteSize', file ? typed(String(file.bytes), 'xsd:nonNegativeInteger') : []],
    ['spdx:checksum', file ? checksum(file) : []],
    ['foaf:page', iri(addresses(public_url).release(release.release))],
  ]);
}

const checksum = ({ sha256 }: ManifestFile): Value =>
  within(
    resource('spdx:Checksum', null, [
      ['spdx:algorithm', iri(SHA256)],
      ['spdx:checksumValue', typed(sha256, 'xsd:hexBinary')],
    ]),
  );

function formatOf(format: Format): Value {
  const authority = fileType(format.id)?.authority;
  if (authority) return iri(authority);
  return within(resource('dct:MediaTypeOrExtent', null, [['rdfs:label', text(format.title.en)]]));
}

/** Types that begin with x- are in no register. */
function mediaType(format: Format): Value | Value[] {
  const type = bareMediaType(format.media_type);
  return type.includes('/x-') ? [] : iri(MEDIA_TYPES + type);
}
