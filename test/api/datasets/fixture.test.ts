import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectWeb, type PublishedReader } from '../../../db/connect.ts';
import { parsePublicCode } from '../../../db/public-code.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { REQUESTS, rowsOf, seedPublished } from '../../setup/published-fixture.ts';

let databases: TestDatabases;
let web: PublishedReader;
beforeAll(async () => {
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  web = connectWeb(databases.urls.web);
});
afterAll(async () => {
  await web.close();
  await databases.drop();
});

describe('the invented county that tests share', () => {
  it('is readable by the web role, as many rows a release as it says', async () => {
    const releases = await web.db
      .selectFrom('published.release')
      .select(['release', 'requests', 'added', 'changed'])
      .orderBy('release')
      .execute();
    expect(releases.map((r) => r.requests)).toEqual([rowsOf(1).length, rowsOf(2).length]);
    expect(releases[1]?.changed).toBe(3);
  });

  it('has codes that a person could type', () => {
    for (const { service_request_id } of REQUESTS)
      expect(parsePublicCode(service_request_id)).toEqual({ ok: true, code: service_request_id });
  });
});
