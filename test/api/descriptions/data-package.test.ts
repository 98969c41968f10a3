/** The Data Package of a release: by the profiles of the standard, and by the rows that it describes. */

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasets } from '../../../api/datasets/registry.ts';
import { ABSENT, hasStandards, standardJson } from '../../setup/standards.ts';
import { type TestPortal, testPortal } from '../portal.ts';

const field = z.looseObject({
  name: z.string(),
  type: z.string(),
  title: z.string(),
  description: z.string(),
  constraints: z.strictObject({
    required: z.boolean().optional(),
    unique: z.boolean().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxLength: z.number().optional(),
    pattern: z.string().optional(),
    enum: z.array(z.string()).optional(),
  }),
});
const foreignKey = z.object({
  fields: z.tuple([z.string()]),
  reference: z.object({ resource: z.string().optional(), fields: z.tuple([z.string()]) }),
});
const dataPackage = z.looseObject({
  resources: z.array(
    z.looseObject({
      name: z.string(),
      path: z.string(),
      bytes: z.number(),
      hash: z.string(),
      schema: z
        .looseObject({
          fields: z.array(field),
          primaryKey: z.array(z.string()).optional(),
          uniqueKeys: z.array(z.array(z.string())).optional(),
          foreignKeys: z.array(foreignKey).optional(),
        })
        .optional(),
    }),
  ),
});

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function ask(path: string): Promise<Response> {
  const { download } = await test.portal.forRequest();
  return download(new Request(`https://majibu.example${path}`));
}
const read = async (release: number) =>
  dataPackage.parse(await (await ask(`/data/${release}/datapackage.json`)).json());
const rowsOf = async (release: number, path: string): Promise<Record<string, string>[]> =>
  parse(await (await ask(`/data/${release}/${path}`)).text(), { columns: true, record_delimiter: '\n' });

describe('datapackage.json', () => {
  it.skipIf(!hasStandards)('is valid by the profiles of Data Package 2.0, as are its parts', async () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    addFormats.default(ajv);
    // For forms, not for values.
    ajv.addFormat('textarea', true);
    const profile = (name: string) => ajv.compile(standardJson(`frictionless-2.0/${name}.json`));
    const [whole, resource, schema] = [
      profile('datapackage'),
      profile('dataresource'),
      profile('tableschema'),
    ];
    const found = await read(2);
    expect([whole(found), whole.errors]).toEqual([true, null]);
    for (const one of found.resources) {
      expect([one.name, resource(one), resource.errors]).toEqual([one.name, true, null]);
      if (one.schema) expect([one.name, schema(one.schema), schema.errors]).toEqual([one.name, true, null]);
    }
    expect(whole({ ...found, resources: [] })).toBe(false);
    expect(schema({ fields: [{ name: 'x', type: 'integer', constraints: { minimum: [] } }] })).toBe(false);
  });
  if (!hasStandards) it.skip(ABSENT, () => undefined);

  it.each([1, 2])('holds for every row of release %i: constraints, keys and references', async (release) => {
    const { resources } = await read(release);
    const tables = new Map<string, Record<string, string>[]>();
    for (const { name, path, schema } of resources) if (schema) tables.set(name, await rowsOf(release, path));
    expect([...tables.keys()]).toEqual(datasets.map(({ id }) => id));
    const broken: string[] = [];
    for (const { name, schema } of resources) {
      const rows = tables.get(name) ?? [];
      for (const { name: column, constraints } of schema?.fields ?? []) {
        const values = rows.map((row) => row[column] ?? '');
        const given = values.filter((value) => value !== '');
        const {
          required,
          unique,
          minimum = -Infinity,
          maximum = Infinity,
          maxLength,
          pattern,
          enum: allowed,
        } = constraints;
        const bad = (value: string) =>
          Number(value) < minimum ||
          Number(value) > maximum ||
          (maxLength !== undefined && [...value].length > maxLength) ||
          (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) ||
          (allowed !== undefined && !allowed.includes(value));
        if (required && given.length < values.length) broken.push(`${name}.${column} is empty`);
        if (unique && new Set(values).size < values.length) broken.push(`${name}.${column} is repeated`);
        const wrong = given.find(bad);
        if (wrong !== undefined) broken.push(`${name}.${column}: ${wrong}`);
      }
      const key = schema?.primaryKey ?? schema?.uniqueKeys?.[0] ?? [];
      if (
        schema &&
        new Set(rows.map((row) => JSON.stringify(key.map((one) => row[one])))).size !== rows.length
      )
        broken.push(`${name}: ${key.join(', ')} is no key`);
      for (const { fields, reference } of schema?.foreignKeys ?? []) {
        const codes = new Set(tables.get(reference.resource ?? name)?.map((row) => row[reference.fields[0]]));
        const lost = rows.map((row) => row[fields[0]] ?? '').find((code) => code !== '' && !codes.has(code));
        if (lost !== undefined) broken.push(`${name}.${fields[0]}: ${lost} is nowhere`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('has the bytes and digests of the manifest, and a key or what stands for one', async () => {
    const { api } = await test.portal.forRequest();
    const { files } = await api.releases.get({ release: 2 });
    for (const { path, bytes, hash, schema, name } of (await read(2)).resources) {
      const file = files.find((one) => one.path === `/data/2/${path}`);
      expect([name, bytes, hash]).toEqual([name, file?.bytes, `sha256:${file?.sha256}`]);
      if (schema)
        expect([name, (schema.primaryKey === undefined) !== (schema.uniqueKeys === undefined)]).toEqual([
          name,
          true,
        ]);
    }
  });

  it('refers from requests to areas, services and offices, and from areas to those around them', async () => {
    const { resources } = await read(2);
    const of = (table: string) =>
      resources
        .find(({ name }) => name === table)
        ?.schema?.foreignKeys?.map(
          ({ fields, reference }) => `${fields[0]} > ${reference.resource ?? ''}.${reference.fields[0]}`,
        );
    expect(of('requests')).toEqual([
      'area_code > areas.area_code',
      'service_code > services.service_code',
      'agency_responsible > agencies.agency_code',
    ]);
    expect(of('areas')).toEqual(['parent_code > .area_code']);
    expect(of('services')).toEqual(['agency_responsible > agencies.agency_code']);
  });
});
