import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestFiles } from '../../../api/datasets/manifest.ts';
import { datasets } from '../../../api/datasets/registry.ts';
import { formatsOf } from '../../../api/formats/registry.ts';
import { connectPublisher } from '../../../db/connect.ts';
import type { ManifestFile } from '../../../db/schema/published.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { rowsOf, seedPublished } from '../../setup/published-fixture.ts';

let databases: TestDatabases;
let publisher: ReturnType<typeof connectPublisher>;
beforeAll(async () => {
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  publisher = connectPublisher(databases.urls.publisher);
});
afterAll(async () => {
  await publisher.close();
  await databases.drop();
});

describe('the manifest of a release', () => {
  it('lists every dataset in every format that its rows alone decide, with its address', async () => {
    const files = await withClient((client) => manifestFiles(client, 2, 'Africa/Nairobi'));
    expect(files.map((file) => file.path)).toEqual(
      datasets.flatMap((dataset) =>
        [...Map.groupBy(formatsOf(dataset), ({ rows }) => rows).values()]
          .flat()
          .filter(({ digested }) => digested)
          .map((format) => `/data/2/${dataset.id}.${format.id}`),
      ),
    );
  });

  it('counts the rows of the release, not of the file', async () => {
    for (const release of [1, 2]) {
      const files = await withClient((client) => manifestFiles(client, release, 'Africa/Nairobi'));
      for (const { dataset, rows } of files)
        if (dataset === 'requests') expect(rows).toBe(rowsOf(release).length);
    }
  });

  it('sees rows that its own transaction has not committed yet', async () => {
    await withClient(async (client) => {
      await client.query('begin');
      const before = await manifestFiles(client, 2, 'Africa/Nairobi');
      await client.query(
        `insert into published.agency (agency_code, names, from_release) values ('new', '{"en": "New"}', 2)`,
      );
      const after = await manifestFiles(client, 2, 'Africa/Nairobi');
      await client.query('rollback');
      expect(rowsIn(after, 'agencies')).toBe(rowsIn(before, 'agencies') + 1);
    });
  });
});

const rowsIn = (files: readonly ManifestFile[], dataset: string) =>
  files.find((file) => file.dataset === dataset)?.rows ?? 0;

async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await publisher.pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
