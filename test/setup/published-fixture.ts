/**
 * A small published database to test against, without a publisher: see `published-rows.ts` for what is in it.
 *
 * In:     the publisher's address of a migrated, empty published database (`databases.urls.publisher`)
 * Out:    releases 1 and 2 with their dimensions, requests, cells, counts and live status
 */
import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import type pg from 'pg';
import { manifestFiles } from '../../api/datasets/manifest.ts';
import { connectPublisher } from '../../db/connect.ts';
import { manifestText } from '../../db/schema/manifest-text.ts';
import {
  type AccountedFor,
  CELL_MEASURES,
  type CellMeasure,
  type Release,
  type RequestVersion,
  type ResponseCell,
} from '../../db/schema/published.ts';
import { liveStatus } from './published-live.ts';
import {
  AGENCIES,
  AREAS,
  JURISDICTION,
  RELEASES,
  REQUESTS,
  SENSITIVE_COUNTS,
  SERVICES,
} from './published-rows.ts';

export { CODES, JURISDICTION, NASTY_SUMMARIES, RELEASES, REQUESTS } from './published-rows.ts';

export async function seedPublished(publisherUrl: string): Promise<void> {
  const publisher = connectPublisher(publisherUrl);
  try {
    await publisher.db.transaction().execute(async (db) => {
      const live_at = new Date(RELEASES[1].published_at);
      await db
        .insertInto('published.portal')
        .values({ jurisdiction_id: JURISDICTION, demonstration: true, live_at })
        .execute();
      await db.insertInto('published.release').values(RELEASES.map(releaseRow)).execute();
      await db
        .insertInto('published.area')
        .values(AREAS.map((a) => ({ ...a, names: json(a.names), geometry: json(a.geometry) })))
        .execute();
      await db
        .insertInto('published.agency')
        .values(AGENCIES.map((a) => ({ ...a, names: json(a.names) })))
        .execute();
      await db
        .insertInto('published.service')
        .values(SERVICES.map((s) => ({ ...s, names: json(s.names), group_names: json(s.group_names) })))
        .execute();
      await db
        .insertInto('published.request_version')
        .values([...REQUESTS])
        .execute();
      await db.insertInto('published.response_cell').values(cells()).execute();
      await db.insertInto('published.sensitive_count').values(SENSITIVE_COUNTS).execute();
      await db
        .insertInto('published.request_live')
        .values(liveStatus().map((row) => ({ ...row, detail: row.detail && json(row.detail) })))
        .execute();
    });
    const client = await publisher.pool.connect();
    for (const release of RELEASES) await writeManifest(client, release);
    client.release();
  } finally {
    await publisher.close();
  }
}

/** The rows that belong to a release. */
export function rowsOf(release: number): RequestVersion[] {
  return REQUESTS.filter(
    (row) => row.from_release <= release && (row.to_release === null || row.to_release > release),
  );
}

function releaseRow({
  release,
  label,
  cut_off,
  published_at,
}: (typeof RELEASES)[number]): Insertable<Release> {
  const rows = rowsOf(release);
  const before = new Set(rowsOf(release - 1).map((row) => row.service_request_id));
  const fresh = rows.filter((row) => row.from_release === release);
  const merged = rows.filter((row) => row.outcome === 'merged').length;
  const sensitive = release === 1 ? 25 : 30;
  const accounted: AccountedFor = {
    received: rows.length + 3 + sensitive + 2,
    published: rows.length - merged,
    merged,
    withheld: { personal_data: 2, test: 1 },
    sensitive,
    pending: 2,
  };
  return {
    release,
    label,
    cut_off: new Date(cut_off),
    published_at: new Date(published_at),
    cadence: 'week',
    policy: json({
      version: '2',
      k: 5,
      area_population: 5000,
      sensitive_reporters: 10,
      sensitive_rounding: 5,
    }),
    privacy: json({
      k: 5,
      steps: [
        { area_level: 'ward', service: 'service', requests: 0, added: 0 },
        {
          area_level: 'county',
          service: 'group',
          requests: rows.filter((row) => row.disclosure === 'guarded').length,
          added: 0,
        },
      ],
      held: 2,
      smallest_cell: 5,
      largest_linkage: 0.2,
      blocked_texts: 0,
    }),
    measures: ['first_response', 'resolution'],
    demonstration: true,
    requests: rows.length,
    added: fresh.filter((row) => !before.has(row.service_request_id)).length,
    changed: fresh.filter((row) => before.has(row.service_request_id)).length,
    accounted_for: json(accounted),
    manifest: json({ jurisdiction_id: JURISDICTION, release, label, cut_off, files: [] }),
    manifest_sha256: '0'.repeat(64),
  };
}

async function writeManifest(
  client: pg.PoolClient,
  { release, label, cut_off }: (typeof RELEASES)[number],
): Promise<void> {
  const files = await manifestFiles(client, release, 'Africa/Nairobi');
  const text = manifestText({ jurisdiction_id: JURISDICTION, release, label, cut_off, files });
  await client.query('update published.release set manifest = $2, manifest_sha256 = $3 where release = $1', [
    release,
    text,
    createHash('sha256').update(text).digest('hex'),
  ]);
}

/** The rollup of both releases; a cell that did not change is one row over both. */
function cells(): ResponseCell[] {
  const first = cellsOf(1);
  const second = cellsOf(2);
  const all: ResponseCell[] = [];
  for (const [key, cell] of first)
    all.push({
      ...cell,
      from_release: 1,
      to_release: json(second.get(key) ?? null) === json(cell) ? null : 2,
    });
  for (const [key, cell] of second)
    if (json(first.get(key) ?? null) !== json(cell)) all.push({ ...cell, from_release: 2, to_release: null });
  return all;
}

type Cell = Omit<ResponseCell, 'from_release' | 'to_release'>;

function cellsOf(release: number): Map<string, Cell> {
  const groups = Map.groupBy(rowsOf(release), (row) =>
    [
      row.received_period,
      row.area_code,
      row.service_code ?? '',
      row.service_group ?? '',
      row.agency_responsible ?? '',
      row.disclosure,
    ].join('\u0000'),
  );
  const result = new Map<string, Cell>();
  for (const [key, rows] of groups) {
    const [row] = rows;
    if (!row) continue;
    for (const measure of CELL_MEASURES) {
      const events = rows.map((r) => hoursOf(r)[measure]).filter((hours) => hours !== null);
      const hours = [...new Set(events)].sort((a, b) => a - b);
      if (hours.length === 0 && measure !== 'first_response' && measure !== 'resolution') continue;
      result.set(`${key}\u0000${measure}`, {
        received_period: row.received_period,
        area_code: row.area_code,
        service_code: row.service_code ?? '',
        service_group: row.service_group ?? '',
        agency_responsible: row.agency_responsible ?? '',
        disclosure: row.disclosure,
        measure,
        requests: rows.length,
        hours,
        counts: hours.map((h) => events.filter((event) => event === h).length),
      });
    }
  }
  return result;
}

function hoursOf(row: RequestVersion): Readonly<Record<CellMeasure, number | null>> {
  const offset = (due: string | null) =>
    due === null || row.disclosure === 'guarded'
      ? null
      : Math.max(0, (Date.parse(due) - Date.parse(row.received_period)) / 3_600_000);
  const first = offset(row.first_response_due);
  const last = offset(row.resolution_due);
  return {
    first_response: row.first_response_hours,
    resolution: row.resolution_hours,
    declined: row.outcome === 'declined' ? row.closed_hours : null,
    merged: row.outcome === 'merged' ? row.closed_hours : null,
    first_resolution: row.first_resolution_hours,
    reopened: row.reopened ? row.first_resolution_hours : null,
    confirmed: row.reporter_says === 'confirmed' ? row.resolution_hours : null,
    disputed: row.reporter_says === 'disputed' ? row.resolution_hours : null,
    first_response_due: first,
    first_response_on_time: row.first_response_on_time ? first : null,
    unanswered_due: row.outcome === 'waiting' ? first : null,
    resolution_due: last,
    resolution_on_time: row.resolution_on_time ? last : null,
  };
}

const json = (value: unknown): string => JSON.stringify(value);
