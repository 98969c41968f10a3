/** `/data/{dataset}.metadata.json`: what each column is, for programs that put words under their charts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasets } from '../../../api/datasets/registry.ts';
import { referencesOf } from '../../../api/descriptions/references.ts';
import { formatsOf } from '../../../api/formats/registry.ts';
import { type TestPortal, testPortal } from '../portal.ts';

const words = z.strictObject({ en: z.string().min(2), sw: z.string().min(2) });
const codes = z.array(z.record(z.string(), z.unknown()));
const metadata = z.strictObject({
  dataset: z.string(),
  release: z.int(),
  label: z.string(),
  cut_off: z.iso.datetime(),
  title: words,
  description: words,
  caveats: z.array(words),
  key: z.array(z.string()).min(1),
  licence: z.strictObject({ id: z.string(), name: z.string(), url: z.url() }),
  citation: words,
  page: z.url(),
  files: z.array(z.strictObject({ format: z.string(), media_type: z.string(), address: z.url() })),
  boundary_column: z.string().nullable(),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      type: z.string(),
      unit: z.string().nullable(),
      title: words,
      description: words,
      empty: words.nullable(),
      values: z.array(z.strictObject({ value: z.string(), label: words })).nullable(),
      example: z.string().min(1),
      constraints: z.looseObject({}),
      citation: words,
    }),
  ),
});

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const { download } = await test.portal.forRequest();
  return download(new Request(`https://majibu.example${path}`, init));
}

describe.each(datasets.map((dataset) => [dataset.id, dataset] as const))(
  '%s.metadata.json',
  (id, dataset) => {
    it('says what each column is, in both languages, with a citation that names release and column', async () => {
      const found = metadata.parse(await (await ask(`/data/${id}.metadata.json`)).json());
      expect(found.columns.map(({ name, type, unit }) => [name, type, unit])).toEqual(
        dataset.columns.map(({ name, type, unit }) => [name, type, unit]),
      );
      for (const { name, citation } of found.columns) {
        expect(citation.en).toContain(`column ${name} (release 2 of 2026-11-16`);
        expect(citation.sw).toContain(`safu ${name} (toleo la 2, 2026-11-16`);
        expect(citation.en).toContain(`https://majibu.example/data/2/${id}.csv`);
      }
      expect(found.files.map(({ format }) => format)).toEqual(formatsOf(dataset).map((format) => format.id));
    });

    it('says of each column whether it can be empty and why, which values it has, and gives an example', async () => {
      const { columns } = metadata.parse(await (await ask(`/data/${id}.metadata.json`)).json());
      expect(columns.some(({ empty }) => empty === null)).toBe(true);
      for (const { name, empty, values, constraints, example } of columns) {
        expect([name, constraints['required'] === true]).toEqual([name, empty === null]);
        if (name !== 'statistic')
          expect([name, constraints['enum']]).toEqual([name, values?.map(({ value }) => value)]);
        if (values) expect(values.map(({ value }) => value)).toContain(example);
      }
    });

    it('takes its codes and names from the release, so that each example of a code is one', async () => {
      const { columns } = metadata.parse(await (await ask(`/data/${id}.metadata.json`)).json());
      const tables = ['areas', 'services', 'agencies'];
      for (const { column, dataset: table, key } of [
        ...referencesOf(dataset),
        ...(tables.includes(id) ? [{ column: dataset.key[0], dataset: id, key: dataset.key[0] }] : []),
      ]) {
        const rows = codes.parse(await (await ask(`/data/2/${table}.json`)).json());
        const example = columns.find(({ name }) => name === column)?.example;
        expect([column, rows.map((row) => row[key ?? ''])]).toEqual([
          column,
          expect.arrayContaining([example]),
        ]);
      }
    });
  },
);

describe('a description of columns', () => {
  it('says of invented data that they are invented, and is of the release that the address names', async () => {
    const newest = metadata.parse(await (await ask('/data/requests.metadata.json')).json());
    expect([newest.release, newest.citation.en, newest.citation.sw]).toEqual([
      2,
      expect.stringContaining('invented data'),
      expect.stringContaining('data za kubuni'),
    ]);
    const first = metadata.parse(await (await ask('/data/1/requests.metadata.json')).json());
    expect([first.release, first.files[0]?.address]).toEqual([
      1,
      'https://majibu.example/data/1/requests.csv',
    ]);
  });

  it('answers HEAD, conditions and other sites', async () => {
    const path = '/data/requests.metadata.json';
    const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })]);
    expect([...head.headers]).toEqual([...get.headers]);
    expect(get.headers.get('access-control-allow-origin')).toBe('*');
    const known = await ask(path, { headers: { 'if-none-match': get.headers.get('etag') ?? '' } });
    expect(known.status).toBe(304);
    expect((await ask(path, { method: 'OPTIONS' })).status).toBe(204);
  });
});
