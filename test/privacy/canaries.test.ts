/**
 * Planted secrets must come out nowhere. Private data of every kind is put into the triage database; then every
 * page, API answer, download, feed, header and error that the portal can be made to give is searched, and so
 * is everything the web process prints, and every cell of the published database.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../db/config.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { addEvent, addRequest } from '../setup/triage-fixture.ts';
import { crawl, type Fetched } from './crawl.ts';

const NOW = new Date('2026-11-22T09:00:00+03:00');
const daysAgo = (days: number, hours = 0) => new Date(NOW.getTime() - days * 86_400_000 - hours * 3_600_000);

/** What must never be seen, by what it is. */
const CANARIES = {
  phone: '70000731',
  name: 'Zabwenyi',
  body: 'quagga-in-the-message',
  unapproved_summary: 'okapi-unapproved-summary',
  unapproved_note: 'dikdik-unapproved-note',
  guarded_summary: 'gerenuk-guarded-summary',
  sensitive_summary: 'bongo-sensitive-summary',
  withheld_summary: 'kudu-withheld-summary',
  writer: 'clerk-oribi',
  approver: 'chief-sitatunga',
  external_id: 'wamid-hartebeest',
  latitude: '0.735219',
  longitude: '35.541873',
  media: 'steenbok-photo.jpg',
} as const;
const APPROVED = 'Culvert at the junction is broken';

let portal: TestPortal;
let web: WebProcess;
let fetched: Fetched[];
const codes = { open: '', guarded: '', guarded_released: '', sensitive: '', withheld: '', fresh: '' };
/** ids of guarded rows */
let records: string[] = [];

beforeAll(async () => {
  portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  const client = new pg.Client({ connectionString: portal.databases.urls.importer });
  await client.connect();
  const body = `I am ${CANARIES.name}, ${CANARIES.body}, call +254${CANARIES.phone}`;
  const add = async (service: string, days: number, more: object = {}) => {
    const made = await addRequest(client, {
      service,
      area: '0739',
      received_at: daysAgo(days, 3),
      reporters: [731],
      body,
      ...more,
    });
    await addEvent(client, made.id, {
      kind: 'acknowledged',
      at: daysAgo(days - 1),
      note: CANARIES.unapproved_note,
    });
    return made;
  };
  codes.open = (await add('road-damage', 60, { summary: APPROVED, summary_approved: true })).code;
  await add('road-damage', 50, { summary: CANARIES.unapproved_summary });
  codes.guarded = (
    await add('clinic-service', 70, { summary: CANARIES.guarded_summary, summary_approved: true })
  ).code;
  codes.sensitive = (
    await add('corruption', 65, { summary: CANARIES.sensitive_summary, summary_approved: true })
  ).code;
  codes.withheld = (
    await add('water-point', 55, {
      summary: CANARIES.withheld_summary,
      summary_approved: true,
      withheld: 'personal_data',
    })
  ).code;
  for (let i = 0; i < 30; i++) await add(i % 2 ? 'road-damage' : 'clinic-service', 40 + i);
  // Six people about the same clinic in one month: enough for rows at the ward and service.
  for (let i = 0; i < 6; i++) {
    const made = await add('clinic-service', 70, {
      area: '0734',
      reporters: [800 + i],
      summary: CANARIES.guarded_summary,
      summary_approved: true,
    });
    if (i < 3) await addEvent(client, made.id, { kind: 'resolved', at: daysAgo(60 - i) });
    codes.guarded_released = made.code;
  }
  codes.fresh = (await add('water-point', 2)).code;
  await client.query(
    'update triage.request set lat = $1, long = $2, external_id = $3 || id, public_summary_by = $4',
    [Number(CANARIES.latitude), Number(CANARIES.longitude), CANARIES.external_id, CANARIES.writer],
  );
  // A text with another writer is a new one, which has to be approved again.
  await client.query(
    'update triage.request set public_summary_approved_by = $1 where public_summary is not null and public_summary <> $2',
    [CANARIES.approver, CANARIES.unapproved_summary],
  );
  await client.query(
    `update triage.message set media = jsonb_build_array($1::text), external_id = $2 || id`,
    [CANARIES.media, CANARIES.external_id],
  );
  await client.end();
  await portal.publishLive(NOW);
  await portal.publishReleases(NOW);
  records = await recordIds();
  web = await portal.serve({ LOG: 'requests' });
  fetched = await crawl(web.url, [
    ...records.flatMap((id) => [`/i/${id}`, `/sw/i/${id}`, `/api/v1/requests/${id}`]),
    ...Object.values(codes).flatMap((code) => [`/i/${code}`, `/sw/i/${code}`, `/api/v1/requests/${code}`]),
    ...['requests', 'response_times', 'sensitive_counts', 'areas', 'services', 'agencies'].flatMap(
      (dataset) =>
        ['csv', 'ndjson', 'json', 'geojson'].flatMap((format) => [
          `/data/${dataset}.${format}`,
          `/data/1/${dataset}.${format}`,
        ]),
    ),
    '/api/v1/requests?limit=1000',
    '/api/v1/areas?geometry=true',
    '/api/v1/services',
    '/api/v1/agencies',
    '/api/v1/statistics',
    '/api/v1/statistics/requests_received?group_by=area,period',
    '/api/v1/releases',
    '/api/v1/releases/1',
    '/api/v1/datasets',
    '/api/v1/openapi.json',
    '/api/trpc/requests.list?input=%7B%7D',
    '/data/1/manifest.json',
    `/find?code=${CANARIES.name}`,
    `/requests?area=${CANARIES.name}`,
    `/i/${CANARIES.name}`,
    `/api/v1/requests/${CANARIES.name}`,
    `/api/v1/requests?service=${CANARIES.name}%27`,
    `/api/trpc/requests.get?input=%7B%22code%22%3A%22${CANARIES.name}%22%7D`,
    `/data/requests.csv?area=${CANARIES.name}%27`,
    `/data/1/${CANARIES.name}.csv`,
    `/${CANARIES.name}`,
    `/areas/${CANARIES.name}`,
    `/services/${CANARIES.name}`,
    `/releases/${CANARIES.name}`,
    `/performance/${CANARIES.name}`,
    `/data/${CANARIES.name}`,
  ]);
});
afterAll(() => portal.stop());

async function recordIds(): Promise<string[]> {
  const client = new pg.Client({ connectionString: portal.databases.superuser.published });
  await client.connect();
  const { rows } = await client.query(
    `select service_request_id as id from published.request_version where disclosure = 'guarded'`,
  );
  await client.end();
  return rows.map((row) => row.id);
}

describe('private data that was planted in the triage database', () => {
  it('is looked for in earnest: pages, data, errors, and the approved summary among them', () => {
    expect(fetched.length).toBeGreaterThan(150);
    expect(fetched.filter((one) => one.status === 200).length).toBeGreaterThan(100);
    expect(fetched.some((one) => one.status === 404) && fetched.some((one) => one.status === 400)).toBe(true);
    expect(fetched.filter((one) => one.status >= 500).map((one) => `${one.status} ${one.path}`)).toEqual([]);
    for (const path of ['/data/requests.csv', '/requests', `/i/${codes.open}`, '/api/v1/requests?limit=1000'])
      expect(fetched.find((one) => one.path === path)?.text).toContain(APPROVED);
  });

  it.each(Object.entries(CANARIES))('%s comes out in no answer', (_name, canary) => {
    // An address that was asked for may stand in links to itself (the other language); nothing else may repeat it.
    const seen = fetched.filter((one) => one.text.includes(canary) && !one.path.includes(canary));
    expect(seen.map((one) => one.path)).toEqual([]);
  });

  it('what was typed is not repeated by errors of the API and the downloads', () => {
    const echoes = fetched.filter(
      (one) =>
        /^\/(api|data\/[^/]*\.|data\/\d+\/)/.test(one.path) &&
        one.path.includes(CANARIES.name) &&
        one.text.includes(CANARIES.name),
    );
    expect(echoes.map((one) => one.path)).toEqual([]);
  });

  it('a sensitive and a withheld request show their status and stand in no list, download or total', () => {
    for (const code of [codes.sensitive, codes.withheld]) {
      const naming = fetched.filter((one) => one.text.includes(code)).map((one) => one.path);
      expect(naming.length).toBeGreaterThan(0);
      expect(naming.filter((path) => !path.includes(code))).toEqual([]);
    }
    // The service itself is described; no row of data speaks of it.
    const rows = fetched.filter((one) =>
      /^\/data\/(\d+\/)?(?!services)\w+\.(csv|ndjson|json|geojson)$/.test(one.path),
    );
    expect(rows.filter((one) => one.status === 200).length).toBeGreaterThan(20);
    expect(rows.filter((one) => one.text.includes('corruption')).map((one) => one.path)).toEqual([]);
  });

  it('the page of a guarded request says neither its ward, its service, its day nor its hours', () => {
    for (const prefix of ['', '/sw']) {
      const page = fetched.find((one) => one.path === `${prefix}/i/${codes.guarded}`);
      expect(page?.status).toBe(200);
      const main = page?.text.split('<main')[1]?.split('</main>')[0] ?? '';
      expect(main).not.toBe('');
      for (const telling of [
        'Kapsowar',
        'clinic-service',
        'Service at a clinic',
        'Huduma katika zahanati',
        daysAgo(70, 3).toISOString().slice(0, 10),
      ])
        expect(main).not.toContain(telling);
    }
  });

  it('no answer ties the page of a guarded request to its row', () => {
    expect(records.length).toBeGreaterThanOrEqual(6);
    const own = fetched.find((one) => one.path === `/api/v1/requests/${codes.guarded_released}`);
    expect(JSON.parse(own?.text.split('\n').slice(1).join('\n') ?? '{}')).toMatchObject({
      kind: 'status',
      detail: { area_code: '0734' },
    });
    for (const code of [codes.guarded, codes.guarded_released]) {
      const naming = fetched.filter((one) => one.text.includes(code)).map((one) => one.path);
      expect(naming.length).toBeGreaterThan(0);
      expect(naming.filter((path) => !path.includes(code))).toEqual([]);
    }
    for (const { path, text, status } of fetched) {
      const about = /\/(?:i|requests)\/([0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4})/.exec(path)?.[1];
      if (about === undefined) continue;
      expect(
        records.filter((id) => id !== about && text.includes(id)),
        path,
      ).toEqual([]);
      if (records.includes(about)) expect([path, status]).toEqual([path, 200]);
    }
    // Its own page links its other language; nothing else leads there.
    const linked = fetched.filter((one) =>
      records.some(
        (id) =>
          !one.path.includes(id) && /href="(\/sw)?\/i\//.test(one.text) && one.text.includes(`/i/${id}`),
      ),
    );
    expect(linked.map((one) => one.path)).toEqual([]);
  });

  it('comes out in nothing that the web process prints, and no code does', () => {
    expect(web.printed()).toContain('GET');
    for (const secret of [...Object.values(CANARIES), ...Object.values(codes)])
      expect(web.printed()).not.toContain(secret);
  });

  it('is in no cell of the published database', async () => {
    const client = new pg.Client({ connectionString: portal.databases.superuser.published });
    await client.connect();
    const { rows: tables } = await client.query(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const { rows } = await client.query(`select t::text as text from ${name} t`);
      const text = rows.map((row) => row.text).join('\n');
      for (const canary of Object.values(CANARIES)) expect(text, name).not.toContain(canary);
    }
    await client.end();
  });
});
