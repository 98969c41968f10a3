/** `/data/{dataset}.metadata.json`: what each column is, for programs that put words under their charts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasets } from '../../../api/datasets/registry.ts';
import { CAN_BE_EMPTY, constraintsOf } from '../../../api/descriptions/constraints.ts';
import { formatsOf } from '../../../api/formats/registry.ts';
import { type TestPortal, testPortal } from '../portal.ts';

const words = z.strictObject({ en: z.string().min(2), sw: z.string().min(2) });
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

    it('says which columns can be empty', () => {
      const names = dataset.columns.map(({ name }) => name);
      for (const name of CAN_BE_EMPTY[id] ?? []) expect(names).toContain(name);
      const required = dataset.columns.filter((column) => constraintsOf(dataset, column).required);
      expect(required.length).toBeGreaterThan(0);
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
