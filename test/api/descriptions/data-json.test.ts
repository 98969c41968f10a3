/** `/data.json` against the JSON Schemas of DCAT-US 1.1, where they are beside the project. */

import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { datasets } from '../../../api/datasets/registry.ts';
import { fileType } from '../../../api/descriptions/file-types.ts';
import { formats, formatsOf } from '../../../api/formats/registry.ts';
import { ABSENT, hasStandards, standardJson } from '../../setup/standards.ts';
import { type TestPortal, testPortal } from '../portal.ts';

const catalogue = z.looseObject({
  dataset: z.array(
    z.looseObject({
      identifier: z.string(),
      temporal: z.string(),
      spatial: z.string(),
      accrualPeriodicity: z.string(),
      distribution: z.array(
        z.looseObject({ downloadURL: z.string().optional(), accessURL: z.string().optional() }),
      ),
    }),
  ),
});

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function read(): Promise<z.infer<typeof catalogue>> {
  const { catalogue: ask } = await test.portal.forRequest();
  const answer = await ask(new Request('https://majibu.example/data.json'));
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return catalogue.parse(await answer.json());
}

/**
 * The schemas are those of federal agencies. Two of their codes are of the federal budget, which no county has, and
 * the standard asks nobody else for them: they alone are not required here.
 */
const FEDERAL = ['bureauCode', 'programCode'];

function validator() {
  // The schemas' patterns have groups that are counted, which ajv's unicode mode refuses.
  const ajv = new Ajv04({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const parts = z.looseObject({ required: z.array(z.string()).optional() });
  for (const name of ['vcard', 'organization', 'distribution', 'dataset']) {
    const schema = parts.parse(standardJson(`project-open-data-1.1/${name}.json`));
    ajv.addSchema({ ...schema, required: schema.required?.filter((one) => !FEDERAL.includes(one)) });
  }
  return ajv.compile(standardJson('project-open-data-1.1/catalog.json'));
}

describe('/data.json', () => {
  it.skipIf(!hasStandards)('is valid DCAT-US 1.1', async () => {
    const validate = validator();
    const found = await read();
    expect([validate(found), validate.errors]).toEqual([true, null]);
  });
  if (!hasStandards) it.skip(ABSENT, () => undefined);

  it.skipIf(!hasStandards)(
    'would be refused without a licence that is an address, or without a title',
    async () => {
      const validate = validator();
      const found = await read();
      for (const wrong of [{ license: 'free for all' }, { title: '' }, { contactPoint: { fn: 'x' } }]) {
        const [first, ...rest] = found.dataset;
        expect([wrong, validate({ ...found, dataset: [{ ...first, ...wrong }, ...rest] })]).toEqual([
          wrong,
          false,
        ]);
      }
    },
  );

  it('has every dataset in every format at an address that answers', async () => {
    const found = await read();
    expect(found.dataset.map(({ identifier }) => identifier)).toEqual(
      datasets.map(({ id }) => `https://majibu.example/data/${id}`),
    );
    for (const [at, dataset] of datasets.entries()) {
      const files = found.dataset[at]?.distribution.flatMap(({ downloadURL }) => downloadURL ?? []) ?? [];
      expect(files).toEqual(
        formatsOf(dataset).map(({ id }) => `https://majibu.example/data/${dataset.id}.${id}`),
      );
      for (const file of files) {
        const { download } = await test.portal.forRequest();
        expect([file, (await download(new Request(file, { method: 'HEAD' }))).status]).toEqual([file, 200]);
      }
    }
  });

  it('says when, where and how often', async () => {
    const [requests] = (await read()).dataset;
    expect(requests?.temporal).toMatch(/^2026-\d\d-\d\d\/2026-11-15$/);
    expect(requests?.spatial).toBe('35,0.25,36,1.25');
    expect(requests?.accrualPeriodicity).toBe('R/P1W');
  });

  it.each(formats)('knows the standard of $id', ({ id }) => {
    expect(fileType(id)?.standard).toMatch(/^https:/);
  });
});
