/**
 * The catalogue of a portal: every dataset as a series, and as it was at the newest releases.
 *
 * In:     Subject, and the releases to describe, the newest first
 * Out:    a graph. The newest release has all its files, earlier ones their CSV; all before them are at /releases
 * Source: DCAT 3 (W3C, 2024); DCAT-AP 3.0.1 (SEMIC)
 */
import type { ReleaseRow } from '../../db/queries/releases.ts';
import type { Cadence } from '../../db/schema/published.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { fittingFormats } from '../datasets/fitting-formats.ts';
import { datasets } from '../datasets/registry.ts';
import { distributions } from './dcat-distributions.ts';
import { type Catalogued, location, theEditor, theLicence, thePublisher } from './dcat-parties.ts';
import { inEach, iri, type Name, type Resource, resource, text, typed, type Value, within } from './graph.ts';
import { interfaces } from './interfaces.ts';
import {
  addresses,
  inLanguages,
  keywords,
  type TextLanguage,
  textLanguages,
  wholeDescription,
} from './subject.ts';

const FREQUENCY: Readonly<Record<Cadence, string>> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' };
const LANGUAGE: Readonly<Record<TextLanguage, string>> = { en: 'ENG', sw: 'SWA' };
const EU = 'http://publications.europa.eu/resource/authority';

export function dcat(subject: Catalogued): Resource[] {
  const [newest] = subject.releases;
  const members = subject.releases.flatMap((release, age) =>
    datasets.flatMap((dataset) => atRelease(dataset, release, age, subject)),
  );
  return [
    catalogue(subject),
    ...interfaces.map((one) => service(one, subject, newest)),
    ...datasets.map((dataset) => series(dataset, subject)),
    ...members,
    thePublisher(subject),
    theEditor(subject),
    theLicence(subject),
  ];
}

const ids = ({ public_url }: Catalogued) => ({
  series: (dataset: Dataset) => `${public_url}/data/${dataset.id}#series`,
  member: (dataset: Dataset, release: ReleaseRow) =>
    `${public_url}/releases/${release.release}#${dataset.id}`,
  service: (id: string) => `${public_url}/data#${id}`,
});

function catalogue(subject: Catalogued): Resource {
  const { jurisdiction, public_url, releases } = subject;
  const title = { en: 'Open data of reports and answers', sw: 'Data huria za ripoti na majibu' };
  const description = {
    en: 'What was reported to the administration, what was answered, how long it took and what never was. Every file of the newest release, and the CSV files of those before it.',
    sw: 'Yaliyoripotiwa kwa utawala, yaliyojibiwa, muda uliochukuliwa na yasiyojibiwa kamwe. Kila faili ya toleo jipya zaidi, na faili za CSV za matoleo yaliyotangulia.',
  };
  const id = ids(subject);
  return resource('dcat:Catalog', `${public_url}/data#catalog`, [
    ['dct:title', inEach(inLanguages(title, jurisdiction))],
    ['dct:description', inEach(inLanguages(description, jurisdiction))],
    ...shared(subject, releases),
    ['foaf:homepage', iri(addresses(public_url).catalogue)],
    // Members belong to the catalogue as much as the series that they are in.
    [
      'dcat:dataset',
      [
        ...datasets.map((dataset) => iri(id.series(dataset))),
        ...releases.flatMap((release) =>
          datasets
            .filter((dataset) => filesOf(release, dataset).length > 0)
            .map((dataset) => iri(id.member(dataset, release))),
        ),
      ],
    ],
    ['dcat:service', interfaces.map((one) => iri(id.service(one.id)))],
  ]);
}

/** What is said of the catalogue, of each series and of each member alike. */
function shared(subject: Catalogued, [newest]: readonly ReleaseRow[]): (readonly [Name, Value | Value[]])[] {
  const { jurisdiction } = subject;
  return [
    ['dct:publisher', iri(thePublisher(subject).iri ?? '')],
    ['dct:license', iri(jurisdiction.licence.url)],
    [
      'dct:language',
      textLanguages(jurisdiction).map((language) => iri(`${EU}/language/${LANGUAGE[language]}`)),
    ],
    ['dct:spatial', location(subject)],
    ['dcat:contactPoint', iri(theEditor(subject).iri ?? '')],
    ...(newest ? [['dct:modified', instant(newest.published_at)] as const] : []),
  ];
}

function series(dataset: Dataset, subject: Catalogued): Resource {
  const { jurisdiction, public_url, releases } = subject;
  const having = releases.filter((release) => filesOf(release, dataset).length > 0);
  const [newest] = having;
  return resource('dcat:DatasetSeries', ids(subject).series(dataset), [
    ['dct:title', inEach(inLanguages(dataset.title, jurisdiction))],
    ['dct:description', describe(dataset, subject)],
    ...shared(subject, having),
    ['dct:accrualPeriodicity', periodicity(newest)],
    ['dct:temporal', temporal(subject)],
    ['dcat:landingPage', iri(addresses(public_url).page(dataset.id))],
    ['dcat:last', newest ? iri(ids(subject).member(dataset, newest)) : []],
  ]);
}

function atRelease(dataset: Dataset, release: ReleaseRow, age: number, subject: Catalogued): Resource[] {
  if (filesOf(release, dataset).length === 0) return [];
  const { jurisdiction, public_url, releases } = subject;
  const at = addresses(public_url);
  const before = releases[age + 1];
  const told = fittingFormats(dataset, release).filter(({ id }) => age === 0 || id === 'csv');
  const distributed = distributions(dataset, release, told, subject);
  const title = inLanguages(dataset.title, jurisdiction).map(
    ([language, words]) => [language, `${words}, ${release.label}`] as const,
  );
  const member = resource('dcat:Dataset', ids(subject).member(dataset, release), [
    ['dct:title', inEach(title)],
    ['dct:description', describe(dataset, subject)],
    ...shared(subject, [release]),
    ['dct:identifier', text(at.file(release.release, dataset.id, 'csv'))],
    ['dcat:version', text(release.label)],
    ['dct:issued', instant(release.published_at)],
    ['dct:accrualPeriodicity', periodicity(release)],
    ['dct:accessRights', iri(`${EU}/access-right/PUBLIC`)],
    ['dcat:theme', iri(`${EU}/data-theme/GOVE`)],
    ['dcat:keyword', keywords(dataset, jurisdiction).map(([language, keyword]) => text(keyword, language))],
    ['dct:temporal', age === 0 ? temporal(subject) : []],
    ['dct:conformsTo', iri(at.csvMetadata(dataset.id))],
    ['dcat:landingPage', iri(at.page(dataset.id))],
    ['foaf:page', iri(at.release(release.release))],
    ['dcat:inSeries', iri(ids(subject).series(dataset))],
    [
      'dcat:prev',
      before && filesOf(before, dataset).length > 0 ? iri(ids(subject).member(dataset, before)) : [],
    ],
    ['dcat:distribution', distributed.map(({ iri: address }) => iri(address ?? ''))],
  ]);
  return [member, ...distributed];
}

function service(
  one: (typeof interfaces)[number],
  subject: Catalogued,
  newest: ReleaseRow | undefined,
): Resource {
  const { jurisdiction, public_url } = subject;
  const id = ids(subject);
  const served = datasets.filter(
    (dataset) => one.datasets.includes(dataset.id) && newest && filesOf(newest, dataset).length > 0,
  );
  return resource('dcat:DataService', id.service(one.id), [
    ['dct:title', inEach(inLanguages(one.title, jurisdiction))],
    ['dct:description', inEach(inLanguages(one.description, jurisdiction))],
    ['dct:publisher', iri(thePublisher(subject).iri ?? '')],
    ['dcat:contactPoint', iri(theEditor(subject).iri ?? '')],
    ['dct:license', iri(jurisdiction.licence.url)],
    ['dct:accessRights', iri(`${EU}/access-right/PUBLIC`)],
    ['dct:conformsTo', iri(one.standard)],
    ['dcat:endpointURL', iri(public_url + one.endpoint)],
    ['dcat:endpointDescription', iri(public_url + one.endpoint_description)],
    ['dcat:servesDataset', newest ? served.map((dataset) => iri(id.member(dataset, newest))) : []],
  ]);
}

const filesOf = (release: ReleaseRow, dataset: Dataset) =>
  release.manifest.files.filter((file) => file.dataset === dataset.id);

const describe = (dataset: Dataset, { jurisdiction }: Catalogued): Value[] =>
  inLanguages(dataset.description, jurisdiction).map(([language]) =>
    text(wholeDescription(dataset, language), language),
  );

const periodicity = (release: ReleaseRow | undefined): Value | Value[] =>
  release ? iri(`${EU}/frequency/${FREQUENCY[release.cadence]}`) : [];

function temporal({ coverage }: Catalogued): Value {
  return within(
    resource('dct:PeriodOfTime', null, [
      ['dcat:startDate', coverage.from === null ? [] : typed(coverage.from, 'xsd:date')],
      ['dcat:endDate', typed(coverage.to, 'xsd:date')],
    ]),
  );
}

const instant = (at: Date): Value => typed(at.toISOString(), 'xsd:dateTime');
