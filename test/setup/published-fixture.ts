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
import type { CellRow } from '../../db/queries/cells.ts';
import { manifestText } from '../../db/schema/manifest-text.ts';
import type {
  AccountedFor,
  Release,
  RequestEvent,
  RequestVersion,
  ResponseCell,
} from '../../db/schema/published.ts';
import { cellsOfRows } from './cells-of-rows.ts';
import { liveStatus, timeline } from './published-live.ts';
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
      await db.insertInto('published.request_event').values(events()).execute();
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

/** Anew, where a test has changed rows of the release. */
export async function writeManifest(
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

/** The steps of open rows, each with its row: one that stayed the same can so be two versions. */
function events(): RequestEvent[] {
  return REQUESTS.filter((row) => row.disclosure === 'open').flatMap((row) =>
    timeline(row).map((entry, i) => ({
      ...entry,
      service_request_id: row.service_request_id,
      position: i + 1,
      from_release: row.from_release,
      to_release: row.to_release,
    })),
  );
}

/** The rollup of both releases; a cell that did not change is one row over both. */
function cells(): ResponseCell[] {
  const [first, second] = [1, 2].map(
    (release) => new Map(cellsOfRows(rowsOf(release)).map((c) => [keyOf(c), c])),
  );
  const all: ResponseCell[] = [];
  for (const [key, cell] of first ?? [])
    all.push({
      ...cell,
      from_release: 1,
      to_release: json(second?.get(key) ?? null) === json(cell) ? null : 2,
    });
  for (const [key, cell] of second ?? [])
    if (json(first?.get(key) ?? null) !== json(cell))
      all.push({ ...cell, from_release: 2, to_release: null });
  return all;
}

const keyOf = ({ requests, hours, counts, ...key }: CellRow): string => json(Object.values(key));

const json = (value: unknown): string => JSON.stringify(value);
