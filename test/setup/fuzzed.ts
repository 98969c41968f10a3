/**
 * Every address that takes input beside /api/v1, with what is wrong for each of its parameters.
 *
 * Out:    endpoints to fuzz; a right value for each part of a path
 */
import fc from 'fast-check';
import { datasets } from '../../api/datasets/registry.ts';
import { formatsOf } from '../../api/formats/registry.ts';
import {
  booleans,
  cursors,
  instants,
  lists,
  nearly,
  nonsense,
  numbers,
  periods,
  releases,
} from './nonsense.ts';
import { CODES } from './published-fixture.ts';

export type Form = 'problem' | 'xml' | 'json' | 'page' | 'file';

export interface Fuzzed {
  /** with `{part}`s */
  readonly path: string;
  /** how it says no */
  readonly form: Form;
  /** what its path needs: a right value, and wrong ones */
  readonly parts: Readonly<Record<string, readonly [right: string, wrong: fc.Arbitrary<string>]>>;
  /** query that has to be there, where something else is wrong */
  readonly needs: string;
  readonly parameters: Readonly<Record<string, fc.Arbitrary<string>>>;
  /** whether a name that it does not know is refused */
  readonly strict: boolean;
  /** whether a parameter given twice is refused */
  readonly once: boolean;
  readonly runs: number;
}

const PER_ENDPOINT = 200;
/** Of those that one parser answers, by the hundred. */
const PER_FILE = 25;

const enumerated = (right: string) => fc.oneof(nonsense, nearly(right), fc.constantFrom('null', 'true', '1'));
const number = (most: number) => fc.oneof(numbers, nonsense, fc.constant(String(most + 1)));
/** Of what is between slashes: a slash in it would be another address. */
const inPath = (wrong: fc.Arbitrary<string>) =>
  wrong.filter(
    (text) => !/[/.\\?#%\0\r\n]/.test(text) && text.isWellFormed() && text.trim() !== '' && text.length < 500,
  );

const filters = {
  area: enumerated('tambach'),
  service: enumerated('water-point'),
  group: enumerated('roads'),
  agency: enumerated('roads'),
  period: fc.oneof(periods, nonsense),
  status: enumerated('open'),
  outcome: enumerated('waiting'),
};
const code = ['code', [CODES.resolved, inPath(fc.oneof(nonsense, nearly('K7QM2F9XH5')))]] as const;
const release = ['release', ['2', inPath(fc.oneof(releases, numbers, nonsense))]] as const;
const part = (name: string, right: string) => [name, [right, inPath(nonsense)]] as const;

function fuzzed(path: string, form: Form, rest: Partial<Omit<Fuzzed, 'path' | 'form'>> = {}): Fuzzed {
  return {
    path,
    form,
    parts: {},
    needs: '',
    parameters: {},
    strict: true,
    once: true,
    runs: PER_ENDPOINT,
    ...rest,
  };
}

const feed = { lang: enumerated('sw'), limit: number(1000), cursor: fc.oneof(cursors, nonsense) };
const { area: _area, ...notArea } = filters;
const { service: _service, ...notService } = filters;
const feeds = [
  fuzzed('/feeds/requests.atom', 'problem', { parameters: { ...filters, ...feed } }),
  fuzzed('/areas/{area}.atom', 'problem', {
    parts: Object.fromEntries([part('area', 'tambach')]),
    parameters: { ...notArea, ...feed },
  }),
  fuzzed('/services/{service}.atom', 'problem', {
    parts: Object.fromEntries([part('service', 'water-point')]),
    parameters: { ...notService, ...feed },
  }),
  fuzzed('/releases.atom', 'problem', { parameters: feed }),
  fuzzed('/i/{code}.atom', 'problem', { parts: Object.fromEntries([code]), parameters: { lang: feed.lang } }),
];

const everywhere = { jurisdiction_id: fc.oneof(nonsense, fc.constantFrom('nairobi', 'other.example')) };
const open311 = (['xml', 'json'] as const).flatMap((form) => [
  fuzzed(`/open311/v2/discovery.${form}`, form, { parameters: everywhere }),
  fuzzed(`/open311/v2/services.${form}`, form, { parameters: everywhere }),
  fuzzed(`/open311/v2/services/{service}.${form}`, form, {
    parts: Object.fromEntries([part('service', 'water-point')]),
    parameters: everywhere,
  }),
  fuzzed(`/open311/v2/requests.${form}`, form, {
    parameters: {
      ...everywhere,
      service_request_id: fc.oneof(nonsense, lists(CODES.waiting)),
      service_code: fc.oneof(nonsense, lists('water-point'), fc.constant('WATER-POINT')),
      status: fc.oneof(nonsense, lists('open'), fc.constantFrom('OPEN', 'done')),
      start_date: fc.oneof(instants, nonsense),
      end_date: fc.oneof(instants, nonsense),
      updated_after: fc.oneof(instants, nonsense),
      updated_before: fc.oneof(instants, nonsense),
      page: number(1_000_000),
      page_size: number(1000),
      extensions: fc.oneof(booleans, nonsense),
      release: fc.oneof(releases, nonsense),
      area: filters.area,
      group: filters.group,
      agency: filters.agency,
      outcome: filters.outcome,
    },
  }),
  fuzzed(`/open311/v2/requests/{code}.${form}`, form, {
    parts: Object.fromEntries([code]),
    parameters: {
      ...everywhere,
      extensions: fc.oneof(booleans, nonsense),
      release: fc.oneof(releases, nonsense),
    },
  }),
]);

const files = datasets.flatMap((dataset) =>
  formatsOf(dataset).flatMap((format) => {
    const bom: Fuzzed['parameters'] = format.id === 'csv' ? { bom: fc.oneof(booleans, nonsense) } : {};
    const parameters: Fuzzed['parameters'] = { ...(dataset.filters && filters), ...bom };
    const runs = dataset.id === 'requests' && /^(csv|parquet)$/.test(format.id) ? PER_ENDPOINT : PER_FILE;
    return [
      fuzzed(`/data/${dataset.id}.${format.id}`, 'problem', { parameters, runs }),
      fuzzed(`/data/{release}/${dataset.id}.${format.id}`, 'problem', {
        parts: Object.fromEntries([release]),
        parameters,
        runs,
      }),
    ];
  }),
);
const downloads = [
  ...files,
  ...datasets.map(({ id }) =>
    fuzzed(`/data/${id}/changes.csv`, 'problem', {
      runs: id === 'requests' ? PER_ENDPOINT : PER_FILE,
      needs: 'since=1',
      parameters: { since: fc.oneof(releases, numbers, nonsense) },
    }),
  ),
  fuzzed('/data/{dataset}.csv', 'problem', { parts: Object.fromEntries([part('dataset', 'requests')]) }),
  fuzzed('/data/requests.{format}', 'problem', { parts: Object.fromEntries([part('format', 'csv')]) }),
  fuzzed('/data/{release}/{dataset}.csv', 'problem', {
    parts: Object.fromEntries([release, part('dataset', 'requests')]),
  }),
  ...['manifest', 'datapackage', 'requests.metadata', 'areas.csv-metadata'].map((name) =>
    fuzzed(`/data/{release}/${name}.json`, 'problem', { parts: Object.fromEntries([release]) }),
  ),
  ...datasets.flatMap(({ id }) =>
    ['metadata', 'csv-metadata'].map((what) =>
      fuzzed(`/data/${id}.${what}.json`, 'problem', { runs: PER_FILE }),
    ),
  ),
  ...['/data.json', '/catalog.jsonld', '/catalog.ttl'].map((path) => fuzzed(path, 'problem')),
];

const figure = {
  parts: Object.fromEntries([release, part('statistic', 'requests_open')]),
  parameters: {
    area: filters.area,
    service: filters.service,
    group: filters.group,
    agency: filters.agency,
    period: filters.period,
    member: nonsense,
    remainder: enumerated('area'),
    area_level: nonsense,
  },
};
const inLanguage = (language: string, runs: number) =>
  [
    // What only says where a visitor came from is passed over.
    fuzzed(`${language}/requests`, 'page', {
      parameters: {
        ...filters,
        sort: enumerated('received'),
        release: fc.oneof(releases, nonsense),
        cursor: feed.cursor,
      },
      strict: false,
    }),
    fuzzed(`${language}/figures/{release}/{statistic}`, 'page', figure),
    fuzzed(`${language}/find`, 'page', {
      parameters: { code: inPath(nonsense) },
      strict: false,
      once: false,
    }),
    ...[
      ['areas', 'tambach'],
      ['services', 'water-point'],
      ['performance', 'roads'],
      ['performance/area', 'tambach'],
      ['performance/service', 'water-point'],
      ['data', 'requests'],
    ].map(([path = '', right = '']) =>
      fuzzed(`${language}/${path}/{name}`, 'page', {
        parts: Object.fromEntries([part('name', right)]),
        strict: false,
      }),
    ),
    fuzzed(`${language}/releases/{release}`, 'page', { parts: Object.fromEntries([release]), strict: false }),
    fuzzed(`${language}/i/{code}`, 'page', { parts: Object.fromEntries([code]), strict: false }),
  ].map((one) => ({ ...one, runs }));

const pages = [
  ...inLanguage('', PER_ENDPOINT),
  ...inLanguage('/sw', PER_FILE),
  ...['figure', 'chart', 'map'].map((kind) => fuzzed(`/embed/${kind}/{release}/{statistic}`, 'page', figure)),
  ...['png', 'qr.svg'].map((ending) =>
    fuzzed(`/i/{code}.${ending}`, 'file', { parts: Object.fromEntries([code]), strict: false }),
  ),
  ...['bib', 'ris', 'csl.json'].map((ending) =>
    fuzzed(`/figures/{release}/{statistic}.${ending}`, 'file', figure),
  ),
  fuzzed('/oembed', 'problem', {
    needs: 'url=',
    parameters: {
      url: nonsense,
      format: enumerated('xml'),
      maxwidth: fc.oneof(numbers, nonsense),
      maxheight: fc.oneof(numbers, nonsense),
    },
    strict: false,
  }),
];

export const endpoints: readonly Fuzzed[] = [...open311, ...feeds, ...downloads, ...pages];
