import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../api/router.ts';
import { CODES, rowsOf } from '../setup/published-fixture.ts';
import { type TestPortal, testPortal } from './portal.ts';

let test: TestPortal;
let api: Caller;
beforeAll(async () => {
  test = await testPortal();
  api = (await test.portal.forRequest()).api;
});
afterAll(() => test.close());

describe('the list of requests', () => {
  it('names the release and counts all that match, whatever the page', async () => {
    const page = await api.requests.list({ limit: 3 });
    expect(page).toMatchObject({ release: 2, total: rowsOf(2).length });
    expect(page.data).toHaveLength(3);
  });

  it('gives an old release as it was', async () => {
    const { data } = await api.requests.list({ release: 1 });
    expect(data.map((row) => row.service_request_id).toSorted()).toEqual(
      rowsOf(1)
        .map((row) => row.service_request_id)
        .toSorted(),
    );
    expect(data.find((row) => row.service_request_id === CODES.reopened)?.outcome).toBe('resolved');
  });

  it.each(['-received', 'received', '-waiting'] as const)(
    'gives every request once, page by page, sorted by %s',
    async (sort) => {
      const whole = await api.requests.list({ sort, limit: 1000 });
      const pages: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.requests.list({ sort, limit: 4, cursor });
        expect(page.total).toBe(whole.data.length);
        pages.push(...page.data.map((row) => row.service_request_id));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(pages).toEqual(whole.data.map((row) => row.service_request_id));
      expect(new Set(pages).size).toBe(whole.total);
    },
  );

  it('puts what waits longest first, and nothing that is closed', async () => {
    const { data } = await api.requests.list({ sort: '-waiting' });
    expect(data.every((row) => row.status === 'open')).toBe(true);
    expect(data.map((row) => row.received_period)).toEqual(data.map((row) => row.received_period).toSorted());
  });

  it('includes all areas below the one asked for', async () => {
    const { data } = await api.requests.list({ area: 'keiyo-south' });
    expect(new Set(data.map((row) => row.area_code))).toEqual(new Set(['chepkorio', 'soy-south']));
    expect((await api.requests.list({ area: 'elgeyo-marakwet' })).total).toBe(rowsOf(2).length);
  });

  it('goes on in the release that the first page was of', async () => {
    const first = await api.requests.list({ release: 1, limit: 1 });
    const second = await api.requests.list({ cursor: first.next ?? '', limit: 1 });
    expect(second.release).toBe(1);
  });

  it('refuses codes that the release does not know, all of them at once', async () => {
    await expect(api.requests.list({ area: 'nowhere', agency: 'nobody' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      problems: [{ parameter: 'area' }, { parameter: 'agency' }],
    });
  });

  it.each([
    ['period', { period: '2026-13' }],
    ['period', { period: '2026-03..2026-01' }],
    ['limit', { limit: 1001 }],
    ['cursor', { cursor: 'bm90IGEgY3Vyc29y' }],
  ])('refuses a wrong %s', async (_, input) => {
    await expect(api.requests.list(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('says that there is no such release', async () => {
    await expect(api.requests.list({ release: 77 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no such release; the newest is 2.',
    });
  });
});

describe('one request', () => {
  it('is found however its code is typed, with its row in the newest release', async () => {
    const found = await api.requests.get({ code: ` ${CODES.resolved.toLowerCase().replaceAll('-', ' ')}` });
    expect(found).toMatchObject({
      kind: 'status',
      service_request_id: CODES.resolved,
      tier: 'open',
      release: 2,
      released: { service_request_id: CODES.resolved, outcome: 'resolved', resolution_hours: 264 },
    });
    expect(found.released).not.toHaveProperty('from_release');
  });

  it.each([
    ['sensitive', 'being_handled'],
    ['withheld', 'closed'],
  ] as const)('says nothing but the status of a %s one, and not that it is one', async (what, status) => {
    expect(await api.requests.get({ code: CODES[what] })).toEqual({
      kind: 'status',
      service_request_id: CODES[what],
      tier: 'status_only',
      status,
      detail: null,
      released: null,
      release: null,
    });
  });

  it('counts the wait of an unreleased guarded one in whole weeks', async () => {
    const found = await api.requests.get({ code: CODES.pending });
    const detail = found.kind === 'status' ? found.detail : null;
    expect(detail).toMatchObject({ weeks_waiting: 1, received_period: null });
    expect(detail).toMatchObject({ area_code: 'elgeyo-marakwet', service_code: null, service_group: null });
    expect(detail).not.toHaveProperty('received_week');
  });

  it('answers the id of a guarded row with the row, as a record and with no status', async () => {
    const found = await api.requests.get({ code: CODES.record.toLowerCase() });
    expect(found).toEqual({
      kind: 'record',
      service_request_id: CODES.record,
      released: expect.objectContaining({ service_request_id: CODES.record, disclosure: 'guarded' }),
      release: 2,
    });
  });

  it('never ties a guarded status page to its row, in either answer', async () => {
    const status = await api.requests.get({ code: CODES.guarded });
    expect(status).toMatchObject({ kind: 'status', tier: 'guarded', released: null, release: null });
    expect(JSON.stringify(status)).not.toContain(CODES.record);
    expect(JSON.stringify(await api.requests.get({ code: CODES.record }))).not.toContain(CODES.guarded);
    const rows = await api.requests.list({ limit: 1000 });
    expect(rows.data.map((row) => row.service_request_id)).toContain(CODES.record);
    expect(JSON.stringify(rows)).not.toContain(CODES.guarded);
  });

  it('tells a mistyped code from one that does not exist, and repeats neither', async () => {
    const mistyped = `${CODES.waiting.slice(0, -1)}${CODES.waiting.endsWith('0') ? '1' : '0'}`;
    const errors = await Promise.all(
      [mistyped, '0000000000', 'my phone is 0712345678'].map((code) =>
        api.requests.get({ code }).catch((error) => error),
      ),
    );
    expect(errors.map((error) => error.reason)).toEqual(['mistyped_code', 'unknown_code', 'malformed_code']);
    for (const error of errors)
      expect(JSON.stringify([error.message, error.problems])).not.toMatch(/0712345678|0000000000/);
  });
});
