import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasets } from '../../../api/datasets/registry.ts';
import { formatsOf } from '../../../api/formats/registry.ts';
import { type TestPortal, testPortal } from '../portal.ts';

const folder = path.resolve(import.meta.dirname, '../../golden/downloads');
const files = [
  ...datasets
    .flatMap((dataset) =>
      formatsOf(dataset)
        // Of Parquet the digest in the manifest is enough.
        .filter(({ heavy }) => !heavy)
        .map((format) => `${dataset.id}.${format.id}`),
    )
    // Large, and written like those of any other dataset.
    .filter((file) => !/^statistics\.(nd)?json$/.test(file)),
  'manifest.json',
  'datapackage.json',
];

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

describe('the files of release 2', () => {
  // To write them anew after a change that is meant: UPDATE_GOLDEN=1 npm test -- golden
  it.each(files)('%s is what it was, byte by byte', async (file) => {
    const { download } = await test.portal.forRequest();
    const answer = await download(new Request(`https://majibu.example/data/2/${file}`));
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (process.env['UPDATE_GOLDEN']) {
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, file), bytes);
    }
    const golden = await readFile(path.join(folder, file));
    expect(bytes.toString()).toBe(golden.toString());
    expect(bytes.equals(golden)).toBe(true);
  });
});
