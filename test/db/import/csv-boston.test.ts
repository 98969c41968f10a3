/**
 * Boston's real requests, checked against a count that shares nothing with the importer: a parser and a
 * point-in-polygon test of its own, over the raw files.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areasImporter } from '../../../db/import/areas.ts';
import { csvImporter } from '../../../db/import/csv.ts';
import type { ImportReport } from '../../../db/import/types.ts';
import { parseCsv } from '../../setup/parse-csv.ts';
import { sharedData, type Triage, triageWith } from './triage.ts';

const REQUESTS = path.join(sharedData, 'boston-311/boston-311-2011.csv.gz');
const WARDS = path.join(sharedData, 'boston-311/boston-wards.geojson');

describe.skipIf(!existsSync(REQUESTS))("Boston's requests of 2011 (shared data)", () => {
  let triage: Triage;
  let raw: Record<string, string>[];
  let report: ImportReport;
  beforeAll(async () => {
    raw = parseCsv(gunzipSync(await readFile(REQUESTS)).toString('utf8'));
    triage = await triageWith('boston');
    await triage.run(areasImporter, WARDS, { code: 'ward-{WARD}', level: 'ward' });
    report = await triage.run(csvImporter, REQUESTS);
  }, 300_000);
  afterAll(() => triage.drop());

  const one = async (sql: string) => (await triage.importer.pool.query(sql)).rows[0];

  it('are all read, all accepted, and say how their wards were found', () => {
    expect(report).toMatchObject({ read: 58_251, accepted: 58_251, unchanged: 0, rejected: 0 });
    expect(report.notes).toEqual([
      'rows placed by the area that the source names: 55384',
      'rows that name no area, placed by their point: 17',
      'rows that name no area and no place, counted for the jurisdiction as a whole: 2833',
      'rows that name no area and lie in none, counted for the jurisdiction as a whole: 17',
      'times that happened twice in America/New_York, when clocks were put back (the first was taken where it fits): 4',
      'rows with a target time before their receipt, kept as it is: 3',
    ]);
  });

  it('are as many per ward as an independent count says, and the difference is explained to the row', async () => {
    const outlines = (JSON.parse(await readFile(WARDS, 'utf8')) as GeoJSON.FeatureCollection).features;
    const expected = new Map<string, number>();
    const explained = { by_column: 0, by_point: 0, no_place: 0, outside: 0 };
    for (const row of raw) {
      const digits = /\d+/.exec(row['ward'] ?? '')?.[0];
      const at = [Number(row['longitude']), Number(row['latitude'])] as const;
      const no_place = at[0] === -71.0587 && at[1] === 42.3594;
      const inside =
        digits || no_place ? undefined : outlines.find((ward) => windings(ward.geometry, at) !== 0);
      explained[digits ? 'by_column' : no_place ? 'no_place' : inside ? 'by_point' : 'outside']++;
      const ward = digits ? Number(digits) : inside?.properties?.['WARD'];
      const area = ward === undefined ? 'boston' : `ward-${ward}`;
      expected.set(area, (expected.get(area) ?? 0) + 1);
    }
    expect(explained).toEqual({ by_column: 55_384, by_point: 17, no_place: 2833, outside: 17 });
    const { rows } = await triage.importer.pool.query<{ area_code: string; count: number }>(
      'select area_code, count(*) as count from triage.request group by area_code',
    );
    const byArea = (a: readonly [string, number], b: readonly [string, number]) => (a[0] < b[0] ? -1 : 1);
    expect(rows.map((row) => [row.area_code, row.count] as const).sort(byArea)).toEqual(
      [...expected].sort(byArea),
    );
  });

  it('are open and closed as the source says, with the hours between', async () => {
    const closed = raw.filter((row) => row['case_status'] === 'Closed');
    expect(
      await one("select count(*) filter (where status = 'closed') as closed, count(*) from triage.request"),
    ).toEqual({
      closed: closed.length,
      count: raw.length,
    });
    const same_second = closed.filter((row) => row['open_dt'] === row['closed_dt']).length;
    expect(
      await one(`select count(*) filter (where e.at = r.received_at) as same_second, count(*)
                   from triage.event e join triage.request r on r.id = e.request_id where e.kind = 'resolved'`),
    ).toEqual({ same_second, count: closed.length });
    expect(
      await one('select array_agg(distinct kind::text order by kind::text) as kinds from triage.event'),
    ).toEqual({
      kinds: ['received', 'resolved'],
    });
    const summer = raw.find((row) => row['case_enquiry_id'] === '101000295613');
    expect(summer?.['open_dt']).toBe('2011-07-01 01:32:33');
    expect(await one("select received_at from triage.request where external_id = '101000295613'")).toEqual({
      received_at: new Date('2011-07-01T05:32:33Z'),
    });
  });

  it('keep nothing of what the declaration forbids to read', async () => {
    const texts = new Set(
      raw
        .flatMap((row) => [row['closure_reason'], row['location']])
        .filter((text) => text !== undefined && text.length > 20),
    );
    const { rows } = await triage.importer.pool.query('select * from triage.request');
    const stored = new Set(
      rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string')),
    );
    expect([...texts].filter((text) => stored.has(text ?? ''))).toEqual([]);
    expect(rows.every((row) => row.public_summary === null)).toBe(true);
  });

  it('change nothing when they are imported again', async () => {
    const fingerprint = `select md5(string_agg(r::text || r.xmin::text, ',' order by id)) as all, (select count(*) from triage.event) as events from triage.request r`;
    const before = await one(fingerprint);
    expect(await triage.run(csvImporter, REQUESTS)).toMatchObject({
      read: 58_251,
      accepted: 0,
      unchanged: 58_251,
      rejected: 0,
    });
    expect(await one(fingerprint)).toEqual(before);
  }, 300_000);
});

/** How often the outlines wind around a point: not zero means inside. */
function windings(geometry: GeoJSON.Geometry, [x, y]: readonly [number, number]): number {
  const polygons =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [];
  let turned = 0;
  for (const ring of polygons.flat())
    for (const [i, [x2 = 0, y2 = 0]] of ring.entries()) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? [x2, y2];
      const angle = Math.atan2(y2 - y, x2 - x) - Math.atan2(y1 - y, x1 - x);
      turned += angle > Math.PI ? angle - 2 * Math.PI : angle < -Math.PI ? angle + 2 * Math.PI : angle;
    }
  return Math.round(turned / (2 * Math.PI));
}
