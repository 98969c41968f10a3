/**
 * CSV on the Web: each description by the rules of the vocabulary, and each CSV file read through its description by
 * a reader of another make, equal to the same rows as JSON.
 */
import { Readable } from 'node:stream';
import type { DatasetCore, Quad } from '@rdfjs/types';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasets } from '../../../api/datasets/registry.ts';
import { tableColumns } from '../../../api/formats/select.ts';
import { CSVW_CONTEXT } from '../../setup/csvw-context.ts';
import { type TestPortal, testPortal } from '../portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const { download } = await test.portal.forRequest();
  return download(new Request(`https://majibu.example${path}`, init));
}

/**
 * Every property that the vocabulary has for each kind of object, and nothing else: names with a prefix are common
 * properties, whose values are JSON-LD without contexts, lists or blank keywords (Metadata Vocabulary, 5.8).
 */
const common = z.string().regex(/^(dc|dcat|rdfs|schema|skos):\w+$/);
const natural = z
  .array(z.strictObject({ '@value': z.string().min(1), '@language': z.enum(['en', 'sw']) }))
  .min(1);
const commonValue = z.union([
  natural,
  z.string(),
  z.strictObject({ '@id': z.url() }),
  z.strictObject({ '@value': z.string(), '@type': z.string() }),
]);
const withCommon = <T extends z.ZodRawShape>(shape: T) =>
  z.looseObject(shape).superRefine((object, check) => {
    for (const [name, value] of Object.entries(object))
      if (!(name in shape) && !(common.safeParse(name).success && commonValue.safeParse(value).success))
        check.addIssue({ code: 'custom', message: `${name} is no property here` });
  });
const datatype = z.union([
  z.enum(['string', 'integer', 'double', 'json']),
  z.strictObject({
    base: z.enum(['string', 'integer', 'double', 'boolean', 'date']),
    format: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxLength: z.int().positive().optional(),
  }),
]);
const table = withCommon({
  '@context': z.literal('http://www.w3.org/ns/csvw'),
  '@type': z.literal('Table'),
  '@id': z.url(),
  url: z.string(),
  dialect: z.strictObject({
    encoding: z.literal('utf-8'),
    header: z.literal(true),
    delimiter: z.literal(','),
    quoteChar: z.literal('"'),
    lineTerminators: z.tuple([z.literal('\n')]),
    trim: z.literal(false),
  }),
  tableSchema: z.strictObject({
    '@type': z.literal('Schema'),
    primaryKey: z.array(z.string()).min(1).optional(),
    columns: z.array(
      withCommon({
        '@type': z.literal('Column'),
        // What a name may be: the variables of a URI template (RFC 6570).
        name: z.string().regex(/^[A-Za-z0-9]\w*$/),
        titles: z.array(z.string()).min(1),
        datatype,
        required: z.literal(true).optional(),
      }),
    ),
  }),
});

const readTable = async (path: string) => table.parse(await (await ask(path)).json());

async function asGraph(description: object): Promise<DatasetCore> {
  const quads = await jsonld.toRDF(
    { ...description, '@context': CSVW_CONTEXT },
    { format: 'application/n-quads', base: 'https://majibu.example/data/' },
  );
  return new Store(new Parser({ format: 'application/n-quads' }).parse(String(quads)));
}

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))(
  '%s.csv-metadata.json',
  (_id, dataset) => {
    const path = `/data/${dataset.id}.csv-metadata.json`;

    it('keeps the rules of the vocabulary, and names the columns of the file in their order', async () => {
      const { tableSchema, url } = await readTable(path);
      expect(url).toBe(`${dataset.id}.csv`);
      expect(tableSchema.columns.map(({ name }) => name)).toEqual(
        tableColumns(dataset).map(({ name }) => name),
      );
      const header = (await (await ask(`/data/${dataset.id}.csv`)).text()).split('\n', 1)[0];
      expect(header).toBe(tableSchema.columns.map(({ titles }) => titles[0]).join(','));
      for (const key of tableSchema.primaryKey ?? [])
        expect(tableSchema.columns.find(({ name }) => name === key)?.required).toBe(true);
    });

    it('lets a reader of another make read the file, equal to its JSON', async () => {
      const metadata = await asGraph(await readTable(path));
      const csv = Buffer.from(await (await ask(`/data/${dataset.id}.csv`)).arrayBuffer());
      const reader = new CsvwParser({
        metadata,
        baseIRI: `https://majibu.example/data/${dataset.id}.csv`,
        timezone: 'UTC',
      });
      const cells = new Map<string, Record<string, string>>();
      const rows: string[] = [];
      for await (const quad of reader.import(Readable.from([csv])) as AsyncIterable<Quad>) {
        const [, column] = /#([^#]+)$/.exec(quad.predicate.value) ?? [];
        if (quad.predicate.value === 'http://www.w3.org/ns/csvw#describes') rows.push(quad.object.value);
        else if (quad.predicate.value.startsWith(`https://majibu.example/data/${dataset.id}.csv#`) && column)
          cells.set(quad.subject.value, {
            ...cells.get(quad.subject.value),
            [decodeURIComponent(column)]: quad.object.value,
          });
      }
      const answered = z
        .array(z.record(z.string(), z.unknown()))
        .parse(await (await ask(`/data/${dataset.id}.json`)).json());
      expect(rows.length).toBe(answered.length);
      expect(rows.map((row) => cells.get(row))).toEqual(
        answered.map((row) =>
          Object.fromEntries(
            Object.entries(row).flatMap(([name, value]) => {
              if (value === null || value === '') return [];
              return [[name, typeof value === 'object' ? expect.any(String) : String(value)]];
            }),
          ),
        ),
      );
    });
  },
);

describe('a description of one release', () => {
  it('is where readers look for it beside the file, and of that file', async () => {
    const described = await readTable('/data/1/requests.csv-metadata.json');
    expect(described['@id']).toBe('https://majibu.example/data/1/requests.csv');
    expect(new URL(described.url, 'https://majibu.example/data/1/requests.csv-metadata.json').href).toBe(
      described['@id'],
    );
    const { headers } = await ask('/data/requests.csv-metadata.json');
    expect(headers.get('content-type')).toBe('application/csvm+json; charset=utf-8');
    expect((await ask('/data/9/requests.csv-metadata.json')).status).toBe(404);
    expect((await ask('/data/nothing.csv-metadata.json')).status).toBe(404);
    expect((await ask('/data/requests.csv-metadata.json?x=1')).status).toBe(400);
  });
});
