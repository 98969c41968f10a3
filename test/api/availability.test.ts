import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedPublished } from '../setup/published-fixture.ts';
import { PUBLIC_URL, portalAt, type TestPortal, testPortal } from './portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal({ seeded: false });
});
afterAll(() => test.close());

const paths = ['/requests', '/areas', '/statistics/requests_open', '/releases/latest'];

describe('before the first release', () => {
  it.each(paths)('%s says that nothing is published yet', async (path) => {
    const { rest, release, available } = await test.portal.forRequest();
    expect([release, available]).toEqual([null, true]);
    const response = await rest(new Request(`${PUBLIC_URL}/api/v1${path}`));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).not.toBeNull();
    expect((await response.json()).reason).toBe('nothing_published');
  });

  it('the list of releases is empty, and a code is unknown', async () => {
    const { api } = await test.portal.forRequest();
    expect(await api.releases.list({})).toEqual({ data: [], next: null, total: 0 });
    await expect(api.requests.get({ code: '0000000000' })).rejects.toMatchObject({ reason: 'unknown_code' });
  });
});

describe('a new release', () => {
  it('is seen by the requests after it, and changes nothing for those before', async () => {
    const before = await test.portal.forRequest();
    await seedPublished(test.databases.urls.publisher);
    await test.portal.refresh();
    const after = await test.portal.forRequest();
    expect([before.release, after.release]).toEqual([null, 2]);
    expect(after.demonstration).toBe(true);
    await expect(before.api.areas.list({})).rejects.toMatchObject({ reason: 'nothing_published' });
    expect((await after.api.areas.list({})).release).toBe(2);
  });
});

describe('a database that is away', () => {
  it('at the start is said so, and found when it is there', async () => {
    const nowhere = new URL(test.databases.urls.web);
    nowhere.port = '1';
    const portal = await portalAt(nowhere.href);
    const { rest, available, api } = await portal.forRequest();
    expect(available).toBe(false);
    for (const path of [...paths, '/releases', '/requests/0000000000']) {
      const response = await rest(new Request(`${PUBLIC_URL}/api/v1${path}`));
      expect([path, response.status, (await response.json()).reason]).toEqual([path, 503, 'unavailable']);
    }
    await expect(api.requests.list({})).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await expect(portal.refresh()).rejects.toThrow();
    await portal.close();
  });

  it('later leaves what is remembered of the release, and comes back by itself', async () => {
    await seedOnce();
    const portal = await portalAt(test.databases.urls.web);
    const { rest } = await portal.forRequest();
    const ask = async (path: string) => (await rest(new Request(`${PUBLIC_URL}/api/v1${path}`))).status;
    expect(await ask('/statistics/requests_open')).toBe(200);
    const back = await shut();
    expect(await ask('/requests')).toBe(503);
    expect(await ask('/statistics/requests_open?group_by=area')).toBe(200);
    await back();
    expect(await ask('/requests')).toBe(200);
    await portal.close();
  });
});

async function seedOnce(): Promise<void> {
  if ((await test.portal.refresh()) === null) await seedPublished(test.databases.urls.publisher);
}

/** Shuts the database to all connections, and ends those there are; out: how to open it again. */
async function shut(): Promise<() => Promise<void>> {
  const address = new URL(test.databases.superuser.published);
  const database = address.pathname.slice(1);
  address.pathname = '/postgres';
  const superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser.query(`alter database ${database} allow_connections false`);
  // Waits until each is gone: one that is still ending would answer once more.
  await superuser.query('select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = $1', [
    database,
  ]);
  return async () => {
    await superuser.query(`alter database ${database} allow_connections true`);
    await superuser.end();
  };
}
