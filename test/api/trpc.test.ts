import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '../../api/router.ts';
import { CODES } from '../setup/published-fixture.ts';
import { PUBLIC_URL, portalAt, type TestPortal, testPortal } from './portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function trpc(path: string, init: RequestInit = {}): Promise<Response> {
  const { trpc: handle } = await test.portal.forRequest();
  return handle(new Request(`${PUBLIC_URL}/api/trpc${path}`, init));
}

const input = (value: unknown) => `input=${encodeURIComponent(JSON.stringify(value))}`;

describe('every procedure', () => {
  const procedures: Record<string, unknown> = appRouter._def.procedures;
  it.each(Object.entries(procedures))(
    '%s declares what may leave the house, and where it is found',
    (_, procedure) => {
      expect(procedure).toHaveProperty('_def.output');
      expect(procedure).toHaveProperty('_def.meta.openapi.method', 'GET');
      expect(procedure).toHaveProperty('_def.meta.openapi.path', expect.stringMatching(/^\//));
    },
  );
});

describe('tRPC', () => {
  it('answers queries by GET and by POST', async () => {
    const get = await trpc(`/requests.get?${input({ code: CODES.waiting })}`);
    const post = await trpc('/requests.get', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: CODES.waiting }),
    });
    const answer = await get.json();
    expect(answer.result.data.service_request_id).toBe(CODES.waiting);
    expect(await post.json()).toEqual(answer);
    expect(get.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('takes ten calls in a batch and refuses an eleventh', async () => {
    const batch = (n: number) => trpc(`/${Array(n).fill('agencies.list').join(',')}?batch=1&${input({})}`);
    expect((await batch(10)).status).toBe(200);
    expect((await batch(11)).status).toBe(400);
  });

  it.each([
    `/requests.get?${input({ code: 'canary-0712345678' })}`,
    `/requests.list?${input({ area: 'canary-0712345678' })}`,
    `/requests.list?${input({ period: 'canary-0712345678' })}`,
    '/requests.list?input=canary-0712345678',
    '/canary.0712345678',
  ])('repeats nothing of what was sent, and shows no stack: %s', async (path) => {
    const response = await trpc(path);
    const text = await response.text();
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/0712345678|canary|stack|node_modules|\.ts/);
  });
});

describe('when something breaks inside', () => {
  it('nobody is told what, and the operator hears of it', async () => {
    const own = await testPortal();
    const publisher = new pg.Client({ connectionString: own.databases.urls.publisher });
    await publisher.connect();
    await publisher.query('alter table published.request_version rename column public_summary to other');
    await publisher.end();
    const portal = await own.portal.forRequest();
    const heard: unknown[] = [];
    const listening = await portalAt(own.databases.urls.web, (error) => heard.push(error));
    const { rest, trpc: handle } = await listening.forRequest();
    const answers = [
      await rest(new Request(`${PUBLIC_URL}/api/v1/requests`)),
      await handle(new Request(`${PUBLIC_URL}/api/trpc/requests.list`)),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toMatch(/public_summary|column|select|stack|node_modules/);
    }
    expect(heard).toHaveLength(2);
    await expect(portal.api.requests.list({})).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    await listening.close();
    await own.close();
  });
});
