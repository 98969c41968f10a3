/** Open311: what is given to whoever asks for requests without dates, and how many at once. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../setup/published-fixture.ts';
import { PUBLIC_URL, type TestPortal, testPortal } from './portal.ts';

const idsIn = (answer: unknown) =>
  (answer as readonly { service_request_id: string }[]).map((one) => one.service_request_id);

describe('requests asked for without dates', () => {
  let own: TestPortal;
  beforeAll(async () => {
    own = await testPortal();
    const publisher = new pg.Client({ connectionString: own.databases.urls.publisher });
    await publisher.connect();
    // Ninety days before the day of the cut-off, 16 November, is 18 August.
    await publisher.query(
      `insert into published.request_version (service_request_id, disclosure, area_code, area_level, service_code, service_group,
          agency_responsible, received_period, status, outcome, reopened, from_release)
       select prefix || lpad(n::text, 5, '0'), 'open', 'tambach', 'ward', 'waste', 'water', 'water', day, 'open', 'waiting', false, 1
         from (values ('OLD', '2026-08-17', 3), ('EDGE', '2026-08-18', 3), ('MANY', '2026-09-01', 1200)) of (prefix, day, most),
              generate_series(1, most) n`,
    );
    await publisher.end();
  });
  afterAll(() => own?.close());
  const ask = async (query: string) => {
    const portal = await own.portal.forRequest();
    const answer = await portal.open311(new Request(`${PUBLIC_URL}/open311/v2/requests.json?${query}`));
    return { found: idsIn(await answer.json()), link: answer.headers.get('link') };
  };

  it('are a thousand at most, and an address says where the others are', async () => {
    const first = await ask('');
    expect([first.found.length, first.link]).toEqual([1000, expect.stringContaining('page=2')]);
    const query = /\?([^>]+)>; rel="next"/.exec(first.link ?? '')?.[1] ?? '';
    const second = await ask(query);
    expect([second.link, second.found.some((id) => first.found.includes(id))]).toEqual([null, false]);
    expect(first.found.length + second.found.length).toBe(rowsOf(2).length + 1203);
  });

  it('are those of ninety days, the first of them included, and older ones when asked for', async () => {
    const walked = [...(await ask('')).found, ...(await ask('page=2')).found];
    expect(walked.filter((id) => id.startsWith('EDGE'))).toHaveLength(3);
    expect(walked.filter((id) => id.startsWith('OLD'))).toEqual([]);
    const older = await ask('start_date=2026-01-01T00:00:00Z&end_date=2026-08-20T00:00:00Z');
    expect(older.found.toSorted()).toEqual([
      'EDGE00001',
      'EDGE00002',
      'EDGE00003',
      'OLD00001',
      'OLD00002',
      'OLD00003',
    ]);
    // Without a beginning: the ninety days before the end that was asked for.
    expect((await ask('end_date=2026-08-17T12:00:00%2B03:00')).found).toEqual([
      'OLD00001',
      'OLD00002',
      'OLD00003',
    ]);
  });
});
