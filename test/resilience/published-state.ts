/**
 * The published database as a whole: whether it adds up, and what it says, for comparison with another that was
 * filled from the same triage database.
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { expect } from 'vitest';

const VERSIONED = [
  'area',
  'agency',
  'service',
  'request_version',
  'request_event',
  'response_cell',
  'sensitive_count',
] as const;

export async function releasesIn(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from published.release');
  return rows[0]?.n ?? 0;
}

/**
 * What the database says of its first `releases` releases, without when it was published: a digest per table.
 * A database that holds more is read as it was when it held no more than these.
 */
export async function stateAt(client: pg.Client, releases: number): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const table of VERSIONED)
    state[table] = await digest(
      client,
      `select to_jsonb(t) - 'to_release' || jsonb_build_object('to_release', case when to_release <= ${releases} then to_release end)
         from published.${table} t where from_release <= ${releases}`,
    );
  state['release'] = await digest(
    client,
    `select to_jsonb(t) - 'published_at' from published.release t where release <= ${releases}`,
  );
  return state;
}

/** The status pages, which belong to no release. */
export const liveState = (client: pg.Client): Promise<string> =>
  digest(client, 'select to_jsonb(t) from published.request_live t');

async function digest(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(
    `select count(*) || ' rows ' || md5(coalesce(string_agg(line::text, E'\\n' order by line::text), '')) as digest from (${sql}) as lines (line)`,
  );
  return rows[0]?.digest ?? '';
}

/** Nothing but whole releases: numbered without a gap, each with its rows, cells, dimensions, account and manifest. */
export async function expectWholeReleases(client: pg.Client): Promise<void> {
  const { rows: releases } = await client.query(
    `select release, requests, accounted_for, manifest::text as manifest, manifest_sha256 from published.release order by release`,
  );
  expect(releases.map((row) => row.release)).toEqual(releases.map((_, i) => i + 1));
  for (const { release, requests, accounted_for: a, manifest, manifest_sha256 } of releases) {
    const at = `from_release <= ${release} and (to_release is null or to_release > ${release})`;
    const { rows } = await client.query(
      `select (select count(*)::int from published.request_version where ${at}) as requests,
              (select coalesce(sum(requests), 0)::int from published.response_cell where ${at} and measure = 'resolution') as in_cells,
              (select count(*)::int from published.area where ${at}) as areas,
              (select count(*)::int from published.service where ${at}) as services`,
    );
    expect(rows[0], `release ${release}`).toEqual({ requests, in_cells: requests, areas: 4, services: 4 });
    const withheld = Object.values<number>(a.withheld).reduce((sum, n) => sum + n, 0);
    expect(a.received).toBe(a.published + a.merged + withheld + (a.sensitive ?? 0) + a.pending);
    expect(a.published + a.merged).toBe(requests);
    expect(createHash('sha256').update(manifest).digest('hex')).toBe(manifest_sha256);
    const { files } = JSON.parse(manifest);
    expect(files.find((file: { path: string }) => file.path.endsWith('/requests.csv'))?.rows).toBe(requests);
  }
  const { rows: ahead } = await client.query(
    `select 1 from published.request_version where from_release > (select coalesce(max(release), 0) from published.release)
      union all select 1 from published.response_cell where from_release > (select coalesce(max(release), 0) from published.release)`,
  );
  expect(ahead).toEqual([]);
}
