/** Lists read page by page: of one release whatever is published meanwhile, and no dearer the deeper one reads. */
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal, type PortalService } from '../../api/create-portal.ts';
import { manifestFiles } from '../../api/datasets/manifest.ts';
import { projectRoot } from '../../db/config.ts';
import { connectImporter, connectPublisher, connectTriageReader, connectWeb } from '../../db/connect.ts';
import { importPack } from '../../db/import/pack.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { silent } from '../../db/progress.ts';
import { publishLive } from '../../db/publish/live.ts';
import { publishReleases } from '../../db/publish/release.ts';
import { type ChangePosition, listChanges } from '../../db/queries/changes.ts';
import { listOpen311Requests, type Open311Page } from '../../db/queries/open311-requests.ts';
import { listRequests, type RequestSort } from '../../db/queries/requests.ts';
import type { PublishedDatabase } from '../../db/schema/published.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { seedPublished } from '../setup/published-fixture.ts';
import { addEvent, addRequest } from '../setup/triage-fixture.ts';
import { jurisdiction, PUBLIC_URL } from './portal.ts';

const DAY_MS = 86_400_000;
const FIRST = new Date('2026-11-22T09:00:00+03:00');
const SECOND = new Date(FIRST.getTime() + 7 * DAY_MS);

describe('a list that is read while a release is published', () => {
  let databases: TestDatabases;
  let portal: PortalService;
  let publish: (now: Date) => Promise<void>;
  let importer: pg.Client;
  let clock = FIRST;
  const reported: { readonly id: number; readonly code: string }[] = [];

  beforeAll(async () => {
    databases = await createTestDatabases();
    const pack = await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`);
    const packs = connectImporter(databases.urls.importer);
    await importPack(packs, pack);
    await packs.close();
    importer = new pg.Client({ connectionString: databases.urls.importer });
    await importer.connect();
    for (let i = 0; i < 40; i++) await report(FIRST, 10 + (i % 6), i);
    publish = async (now) => {
      const triage = connectTriageReader(databases.urls.triage_reader);
      const publisher = connectPublisher(databases.urls.publisher);
      const job = { triage, publisher, pack, now, progress: silent, manifestFiles };
      await publishLive(job);
      await publishReleases(job);
      await Promise.all([triage.close(), publisher.close()]);
      clock = now;
    };
    await publish(FIRST);
    portal = await createPortal({
      reader: connectWeb(databases.urls.web),
      jurisdiction,
      public_url: PUBLIC_URL,
      now: () => clock,
    });
  });
  afterAll(async () => {
    await importer?.end();
    await portal?.close();
    await databases?.drop();
  });

  async function report(now: Date, days_before: number, reporter: number): Promise<void> {
    const received_at = new Date(now.getTime() - days_before * DAY_MS);
    reported.push(
      await addRequest(importer, {
        service: 'road-damage',
        area: '0739',
        received_at,
        reporters: [reporter],
      }),
    );
  }

  /** Every address that leads on from one, after something happened. */
  async function readOn(
    path: string,
    handler: 'rest' | 'open311',
    between: () => Promise<void>,
  ): Promise<string[]> {
    const found: string[] = [];
    for (let address: string | null = PUBLIC_URL + path, first = true; address !== null; first = false) {
      const portal_request = await portal.forRequest();
      const answer: Response = await portal_request[handler](new Request(address));
      const body = await answer.json();
      const rows: { service_request_id: string }[] = Array.isArray(body) ? body : body.data;
      found.push(...rows.map((row) => row.service_request_id));
      address = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
      if (first) await between();
    }
    return found;
  }

  async function page(query: string) {
    const { rest } = await portal.forRequest();
    const response = await rest(new Request(`${PUBLIC_URL}/api/v1/requests?${query}`));
    const { data, next, total, release } = await response.json();
    const codes: string[] = data.map((row: { service_request_id: string }) => row.service_request_id);
    return { codes, next, total, release };
  }

  it('stays that of the release it began with: each row once, none lost, none of the new', async () => {
    const before = reported.map(({ code }) => code);
    const first = await page('sort=received&limit=7');
    expect([first.total, first.next]).toEqual([40, expect.any(String)]);

    // In between: new reports among the old days, answers to others, and a release.
    for (let i = 0; i < 15; i++) await report(FIRST, 10 + (i % 6), 100 + i);
    for (const { id } of reported.slice(0, 10))
      await addEvent(importer, id, { kind: 'acknowledged', at: new Date(FIRST.getTime() + DAY_MS) });
    await publish(SECOND);
    await portal.refresh();

    const seen = [...first.codes];
    for (let cursor = first.next; cursor !== null; ) {
      const next = await page(`sort=received&limit=7&cursor=${cursor}`);
      expect([next.release, next.total]).toEqual([first.release, 40]);
      seen.push(...next.codes);
      cursor = next.next;
    }
    expect(seen).toHaveLength(40);
    expect(seen.toSorted()).toEqual(before.toSorted());

    const anew = await page('sort=received&limit=1000');
    expect(anew.release).toBeGreaterThan(first.release);
    expect(anew.codes.toSorted()).toEqual(reported.map(({ code }) => code).toSorted());
  });

  it.each([
    ['/api/v1/changes?limit=7', 'rest'],
    ['/open311/v2/requests.json?page_size=7&start_date=2026-01-01T00:00:00Z', 'open311'],
  ] as const)('also of changes and of Open311: %s', async (path, handler) => {
    const before = reported.map(({ code }) => code).toSorted();
    const seen = await readOn(path, handler, async () => {
      for (let i = 0; i < 9; i++) await report(FIRST, 10 + (i % 6), 200 + i);
      await publish(new Date(clock.getTime() + 7 * DAY_MS));
      await portal.refresh();
    });
    expect(seen.toSorted()).toEqual(before);
  });
});

describe('a deep page', () => {
  const ROWS = 30_000;
  const PAGE = 100;
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await createTestDatabases();
    await seedPublished(databases.urls.publisher);
    const publisher = connectPublisher(databases.urls.publisher);
    await publisher.pool.query(
      `insert into published.request_version (service_request_id, disclosure, area_code, area_level, service_code, service_group,
          agency_responsible, received_period, status, outcome, reopened, from_release)
       select upper(substr(md5(n::text), 1, 10)) || n, 'open', area_code, area_level, service_code, service_group,
          agency_responsible, to_char(date '2024-01-01' + n % 700, 'YYYY-MM-DD'), 'open', 'waiting', false, 1
         from generate_series(1, $1) n,
              (select * from published.request_version where disclosure = 'open' order by service_request_id limit 1) one`,
      [ROWS],
    );
    await publisher.pool.query('analyze published.request_version');
    await publisher.close();
  });
  afterAll(() => databases?.drop());

  /** Statements that a reading makes, and the blocks that each touches. */
  async function blocks(
    read: (db: Kysely<PublishedDatabase>) => Promise<readonly unknown[]>,
  ): Promise<number> {
    const reader = connectWeb(databases.urls.web);
    const asked: CompiledQuery[] = [];
    const db = new Kysely<PublishedDatabase>({
      dialect: new PostgresDialect({ pool: reader.pool }),
      log: ({ query }) => void asked.push(query),
    });
    expect(await read(db)).toHaveLength(PAGE + 1);
    const touched = await Promise.all(asked.map((query) => blocksOf(reader.pool, query)));
    await reader.close();
    return touched.reduce((sum, one) => sum + one, 0);
  }
  const deep = { received_period: '2024-02-20', service_request_id: '8' };

  it('of what changed reads no more than the first', async () => {
    const page = (after: ChangePosition | null) =>
      blocks((db) => listChanges(db, 2, {}, { after, limit: PAGE + 1 }));
    const [first, far] = [await page(null), await page({ ...deep, from_release: 1 })];
    expect(far).toBeLessThan(2 * first + 50);
  });

  it('of Open311 reads no more than the first when the one before was read; a jump there counts its way', async () => {
    const nothing = { ids: null, services: null, statuses: null, updated_after: null, updated_before: null };
    const filter = { ...nothing, first_period: null, last_period: null, others: {} };
    const page = (start: Open311Page['start']) =>
      blocks((db) => listOpen311Requests(db, 2, filter, { start, limit: PAGE + 1 }));
    const [first, far] = [await page({ skip: 0 }), await page({ after: deep })];
    expect(far).toBeLessThan(2 * first + 50);
    expect(await page({ skip: 25_000 })).toBeGreaterThan(5 * first);
  });

  it.each<RequestSort>(['-received', 'received', '-waiting'])(
    'reads no more of the database than the first, sorted by %s',
    async (sort) => {
      const reader = connectWeb(databases.urls.web);
      const asked: CompiledQuery[] = [];
      const db = new Kysely<PublishedDatabase>({
        dialect: new PostgresDialect({ pool: reader.pool }),
        log: ({ query }) => void asked.push(query),
      });
      const read = (after: { received_period: string; service_request_id: string } | null) =>
        listRequests(db, 2, {}, { sort, after, limit: PAGE + 1 });
      const [first] = await read(null);
      const days = [...Array(699).keys()].map((n) =>
        new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10),
      );
      const deep = (sort === '-received' ? days.toReversed() : days).at(650) ?? '';
      const rows = await read({ received_period: deep, service_request_id: '8' });
      expect([first !== undefined, rows.length]).toEqual([true, PAGE + 1]);
      const blocks = await Promise.all(asked.map((query) => blocksOf(reader.pool, query)));
      expect(blocks).toHaveLength(2);
      const [shallow = 0, far = 0] = blocks;
      // Without an index to begin at, the far page would read nearly all of the table.
      expect(far).toBeLessThan(2 * shallow + 50);
      await reader.close();
    },
  );
});

/** Pages of the database that a statement touches: a measure of work that does not depend on the machine. */
async function blocksOf(pool: pg.Pool, { sql, parameters }: CompiledQuery): Promise<number> {
  const { rows } = await pool.query(`explain (analyze, buffers, format json) ${sql}`, [...parameters]);
  const plan = rows[0]['QUERY PLAN'][0].Plan;
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}
