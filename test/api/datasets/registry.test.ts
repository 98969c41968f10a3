import { describe, expect, it } from 'vitest';
import type { Column, Dataset, Texts } from '../../../api/datasets/dataset.ts';
import { describeDatasets } from '../../../api/datasets/describe.ts';
import { datasets } from '../../../api/datasets/registry.ts';
import { constraintsOf } from '../../../api/descriptions/constraints.ts';
import { formats, formatsOf } from '../../../api/formats/registry.ts';
import { listDatasetsOutput } from '../../../api/schemas/datasets.ts';
import { requestRow } from '../../../api/schemas/requests.ts';
import { UNITS } from '../../../api/schemas/statistics.ts';
import { statistics } from '../../../api/statistics/registry.ts';
import type { Names } from '../../../db/schema/names.ts';
import { REQUEST_COLUMNS } from '../../../db/schema/published.ts';
import { data as en } from '../../../src/i18n/en/data.ts';
import { data as sw } from '../../../src/i18n/sw/data.ts';

describe('the dictionary', () => {
  it.each(datasets)('says what each column of $id means, in English and in Swahili', ({ columns }) => {
    for (const { title, description } of columns) {
      expectWords(title, 2);
      expectWords(description, 10);
      expect(description.sw).not.toBe(description.en);
      expect(description.en).toMatch(/\.$/);
      expect(description.sw).toMatch(/\.$/);
    }
  });

  it.each(datasets)('gives a column of $id a unit exactly when it is a number', ({ columns }) => {
    for (const { name, type, unit } of columns)
      expect([name, unit !== null]).toEqual([name, type === 'integer' || type === 'number']);
  });

  it.each(datasets)('describes $id, what to beware of, and what tells its rows apart', (dataset) => {
    expectWords(dataset.title, 4);
    expectWords(dataset.description, 30);
    for (const caveat of dataset.caveats) expectWords(caveat, 30);
    const names = dataset.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(dataset.key.length).toBeGreaterThan(0);
    for (const key of dataset.key) expect(names).toContain(key);
  });

  it.each(datasets)('gives an example of each column of $id that can stand there', (dataset) => {
    for (const column of dataset.columns)
      expect([column.name, column.example, isValid(dataset, column)]).toEqual([
        column.name,
        column.example,
        true,
      ]);
  });

  it('takes no example that cannot stand there', () => {
    const [requests] = datasets;
    const wrong = { status: 'maybe', closed_hours: '-1', received_period: 'yesterday', reopened: 'no' };
    for (const column of requests?.columns ?? []) {
      const example = Object.entries(wrong).find(([name]) => name === column.name)?.[1];
      if (requests && example) expect(isValid(requests, { ...column, example })).toBe(false);
    }
  });

  it.each(datasets)('says of $id what an empty field means, and each of few values', ({ columns }) => {
    for (const { name, empty, values, description } of columns) {
      if (empty) {
        expectWords(empty, 5);
        for (const text of [empty.en, empty.sw])
          expect([name, text]).toEqual([name, expect.stringMatching(/^[^A-Z].*\.$/s)]);
      }
      expect(description.en).not.toMatch(/Empty/);
      expect(description.sw).not.toMatch(/[Tt]upu/);
      for (const { label } of values ?? []) expectWords(label, 5);
    }
  });

  it('can leave empty of a request what the API can leave null, and nothing else', () => {
    const requests = datasets.find(({ id }) => id === 'requests');
    for (const { name, empty } of requests?.columns ?? []) {
      const field = Object.entries(requestRow.shape).find(([known]) => known === name)?.[1];
      expect([name, empty !== null]).toEqual([name, field?.safeParse(null).success]);
    }
  });

  it('has a word for each unit, in English and in Swahili', () => {
    const units = new Set(datasets.flatMap(({ columns }) => columns.flatMap(({ unit }) => unit ?? [])));
    for (const words of [en.units, sw.units])
      expect(Object.keys(words)).toEqual(expect.arrayContaining([...units]));
  });

  it.each(statistics.map(({ definition }) => definition))('describes the statistic $id', (definition) => {
    const texts = (names: Names): Texts => ({ en: names['en'] ?? '', sw: names['sw'] ?? '' });
    expectWords(texts(definition.title), 4);
    expectWords(texts(definition.description), 20);
    expectWords(texts(definition.method), 20);
    expect(UNITS).toContain(definition.unit);
    expect(definition.method['sw']).not.toBe(definition.method['en']);
  });

  it.each(formats)('describes the format $id', (format) => {
    expectWords(format.title, 3);
    expectWords(format.description, 10);
    expect(format.media_type).toMatch(format.heavy ? /^application\/vnd\.[a-z.-]+$/ : /charset=utf-8/);
  });

  it('has each dataset and each format once', () => {
    for (const ids of [datasets.map(({ id }) => id), formats.map(({ id }) => id)])
      expect(new Set(ids).size).toBe(ids.length);
  });

  it('lists the columns of requests as the list and the API have them', () => {
    const requests = datasets.find(({ id }) => id === 'requests');
    expect(requests?.columns.map(({ name }) => name)).toEqual([...REQUEST_COLUMNS]);
    expect(Object.keys(requestRow.shape)).toEqual([...REQUEST_COLUMNS]);
  });

  it('offers boundaries as GeoJSON, and as nothing else', () => {
    for (const dataset of datasets)
      expect(formatsOf(dataset).some(({ id }) => id === 'geojson')).toBe(dataset.id === 'areas');
  });

  it('is what the API answers', () => {
    const licence = { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://example.org/licence' };
    const described = describeDatasets(licence, null);
    expect(listDatasetsOutput.parse(described)).toEqual(described);
  });
});

const SHAPES: Readonly<Record<Column['type'], RegExp>> = {
  string: /^\S.*\S$|^\S$/s,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  period: /^\d{4}-(\d\d(-\d\d)?|Q[1-4])$/,
  object: /^\{"en":".+"\}$/,
  geometry: /^\{"type":"(Multi)?Polygon","coordinates":\[\[\[.+\]\]\]\}$/,
};

function isValid(dataset: Dataset, column: Column): boolean {
  const { type, example } = column;
  const { minimum, maximum, maxLength, pattern, enum: allowed } = constraintsOf(dataset, column);
  if (type === 'object' || type === 'geometry') JSON.parse(example);
  return (
    SHAPES[type].test(example) &&
    (minimum === undefined || Number(example) >= minimum) &&
    (maximum === undefined || Number(example) <= maximum) &&
    (maxLength === undefined || example.length <= maxLength) &&
    (pattern === undefined || new RegExp(`^(?:${pattern})$`).test(example)) &&
    (allowed === undefined || allowed.includes(example))
  );
}

function expectWords(texts: Texts, least: number): void {
  for (const text of [texts.en, texts.sw]) {
    expect(text.trim()).toBe(text);
    expect(text.length).toBeGreaterThanOrEqual(least);
  }
}
