/**
 * Takes rows out of all releases: rows, cells, figures, counts and manifests are as if the rows had never been
 * published, and each release says how many left it and when. Guarded rows that hid among them are made less precise
 * where that is needed, or leave as well (`regroup.ts`) and wait to be placed again.
 *
 * In:     the publisher's transaction, ids of rows, what is known of the people behind rows that stay
 * Out:    per release how many rows left it or became less precise; the rows that were moved or have to wait
 * Errors: those of the database
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import { agencyAt, type ReleaseRow } from '../anonymise/publishable.ts';
import { cellKey, type NewPlace, type PlacedRow, regroup } from '../anonymise/regroup.ts';
import { manifestText } from '../schema/manifest-text.ts';
import type {
  AccountedFor,
  Manifest,
  ManifestFile,
  Outcome,
  Policy,
  PrivacyStatement,
} from '../schema/published.ts';
import { privacyStatement } from './privacy-statement.ts';
import { rewriteCells, touchKeys } from './rollup.ts';

export interface Facts {
  readonly reporters: readonly number[];
  readonly outcome: Outcome;
}

export interface Withdrawing {
  readonly policy: PublicationPolicy;
  /** local day of the withdrawal */
  readonly day: string;
  /** by code; nothing for requests that the triage database does not have any more */
  readonly factsOf: (codes: readonly string[]) => Promise<ReadonlyMap<string, Facts>>;
  /** null: a rehearsal, which digests nothing */
  readonly manifestFiles: ((release: number) => Promise<ManifestFile[]>) | null;
}

export interface ReleaseChange {
  readonly release: number;
  /** rows that left it */
  readonly requests: number;
  /** rows that became less precise */
  readonly coarsened: number;
}

export interface Withdrawn {
  readonly releases: readonly ReleaseChange[];
  readonly moved: readonly MovedPlace[];
  /** ids of rows that left because they could not stand without the others */
  readonly gone: readonly string[];
  /** codes of their requests, where they are known */
  readonly held: readonly string[];
}

export type MovedPlace = NewPlace & Pick<ReleaseRow, 'agency_responsible'>;

interface Placement extends Omit<PlacedRow, 'areas' | 'reporters' | 'outcome'> {
  readonly service_request_id: string | null;
  readonly placed_release: number;
  /** as it was last published */
  readonly outcome: Outcome;
  readonly leaves: boolean;
}

export async function withdrawRows(
  publisher: pg.PoolClient,
  ids: readonly string[],
  job: Withdrawing,
): Promise<Withdrawn> {
  const batches = await readBatches(publisher, ids);
  const { moved, gone } = await regroupBatches(batches, job);
  const held = batches.flatMap((row) =>
    gone.includes(row.record_id) && row.service_request_id !== null ? [row.service_request_id] : [],
  );
  const leaving = [...new Set([...ids, ...gone])];
  const movedIds = moved.map((place) => place.record_id);
  const releases = await countByRelease(publisher, leaving, movedIds);

  await touchKeys(publisher, [...leaving, ...movedIds]);
  await publisher.query('delete from published.request_version where service_request_id = any($1)', [
    leaving,
  ]);
  await publisher.query('delete from published.request_event where service_request_id = any($1)', [leaving]);
  await publisher.query('delete from publisher.placement where record_id = any($1)', [leaving]);
  await movePlaces(publisher, moved);
  await touchKeys(publisher, movedIds);
  await rewriteCells(publisher);
  await countCells(publisher, batches, job);
  for (const change of releases) await rewriteRelease(publisher, change, job);
  return { releases, moved, gone, held };
}

/** The guarded rows that were placed together with those that leave. Rows of before the ladder hid among nobody. */
async function readBatches(publisher: pg.PoolClient, ids: readonly string[]): Promise<Placement[]> {
  const { rows } = await publisher.query<Placement>(
    `select p.record_id, p.service_request_id, p.area_code, p.area_level, p.service_code, p.service_group,
            p.received_period, p.placed_release, v.outcome, p.record_id = any($1) as leaves
       from publisher.placement p
       cross join lateral (select outcome from published.request_version v
                            where v.service_request_id = p.record_id order by from_release desc limit 1) v
      where p.cell_rows > 0
        and p.placed_release in (select placed_release from publisher.placement where record_id = any($1) and cell_rows > 0)`,
    [ids],
  );
  return rows;
}

async function regroupBatches(
  batches: readonly Placement[],
  { policy, factsOf }: Withdrawing,
): Promise<{ moved: MovedPlace[]; gone: string[] }> {
  const facts = await factsOf(batches.flatMap((row) => row.service_request_id ?? []));
  const moved: MovedPlace[] = [];
  const gone: string[] = [];
  for (const batch of Map.groupBy(batches, (row) => row.placed_release).values()) {
    const lost = new Set(batch.filter((row) => row.leaves).map(cellKey));
    const staying = batch.filter((row) => !row.leaves).map((row) => known(row, facts, policy));
    const found = regroup(staying, lost, policy.ladder, policy.recorded.k);
    moved.push(...found.moved.map((place) => ({ ...place, agency_responsible: agencyAt(place, policy) })));
    gone.push(...found.withdrawn);
  }
  return { moved, gone };
}

/** All rows of which nobody knows the people any more count as one person's. */
const FORGOTTEN = -1;

function known(row: Placement, facts: ReadonlyMap<string, Facts>, policy: PublicationPolicy): PlacedRow {
  const found = row.service_request_id === null ? undefined : facts.get(row.service_request_id);
  return {
    ...row,
    areas: policy.areasOf(row.area_code),
    reporters: found?.reporters ?? [FORGOTTEN],
    outcome: found?.outcome ?? row.outcome,
  };
}

async function countByRelease(
  publisher: pg.PoolClient,
  leaving: readonly string[],
  moved: readonly string[],
): Promise<ReleaseChange[]> {
  const { rows } = await publisher.query<ReleaseChange>(
    `select r.release, (count(*) filter (where v.service_request_id = any($1)))::int as requests,
            (count(*) filter (where v.service_request_id = any($2)))::int as coarsened
       from published.release r join published.request_version v
         on v.from_release <= r.release and (v.to_release is null or v.to_release > r.release)
      where v.service_request_id = any($1) or v.service_request_id = any($2)
      group by r.release order by r.release`,
    [leaving, moved],
  );
  return rows;
}

async function movePlaces(publisher: pg.PoolClient, moved: readonly MovedPlace[]): Promise<void> {
  const places = JSON.stringify(moved);
  const columns = ['area_code', 'area_level', 'service_code', 'service_group'];
  const set = columns.map((column) => `${column} = moved.${column}`).join(', ');
  const from = `from jsonb_to_recordset($1::jsonb) as moved (record_id text, ${columns.map((c) => `${c} text`).join(', ')}, agency_responsible text)`;
  await publisher.query(
    `update published.request_version v set ${set}, agency_responsible = moved.agency_responsible ${from}
      where v.service_request_id = moved.record_id`,
    [places],
  );
  await publisher.query(
    `update publisher.placement p set ${set} ${from} where p.record_id = moved.record_id`,
    [places],
  );
}

/** How many rows and people each cell of the batches has now. */
async function countCells(
  publisher: pg.PoolClient,
  batches: readonly Placement[],
  { factsOf }: Withdrawing,
): Promise<void> {
  const facts = await factsOf(batches.flatMap((row) => row.service_request_id ?? []));
  const { rows } = await publisher.query<Placement>(
    'select * from publisher.placement where placed_release = any($1) and cell_rows > 0',
    [[...new Set(batches.map((row) => row.placed_release))]],
  );
  const cells = Map.groupBy(rows, (row) => `${row.placed_release} ${cellKey(row)}`);
  const counted = [...cells.values()].flatMap((cell) => {
    const people = new Set(
      cell.flatMap((row): (number | string)[] => {
        const found = row.service_request_id === null ? undefined : facts.get(row.service_request_id);
        if (found === undefined) return [FORGOTTEN];
        return found.reporters.length > 0 ? [...found.reporters] : [row.record_id];
      }),
    );
    return cell.map(({ record_id }) => ({
      record_id,
      cell_rows: cell.length,
      cell_reporters: people.size,
    }));
  });
  await publisher.query(
    `update publisher.placement p set cell_rows = c.cell_rows, cell_reporters = c.cell_reporters
       from jsonb_to_recordset($1::jsonb) as c (record_id text, cell_rows integer, cell_reporters integer)
      where p.record_id = c.record_id and (p.cell_rows, p.cell_reporters) <> (c.cell_rows, c.cell_reporters)`,
    [JSON.stringify(counted)],
  );
}

interface ReleaseAsItWas {
  readonly accounted_for: AccountedFor;
  readonly policy: Policy;
  readonly privacy: PrivacyStatement | null;
  readonly manifest: Manifest;
  readonly manifest_sha256: string;
}

/** Counts, account, statement, figures and digests of a release, over what it holds now. */
async function rewriteRelease(
  publisher: pg.PoolClient,
  { release, requests, coarsened }: ReleaseChange,
  job: Withdrawing,
): Promise<void> {
  const found = await publisher.query<ReleaseAsItWas>(
    'select accounted_for, policy, privacy, manifest, manifest_sha256 from published.release where release = $1',
    [release],
  );
  const [before] = found.rows;
  if (before === undefined) return;
  const { rows } = await publisher.query<Pick<AccountedFor, 'published' | 'merged'>>(
    `select (count(*) filter (where outcome <> 'merged'))::int as published, (count(*) filter (where outcome = 'merged'))::int as merged
       from published.request_version where from_release <= $1 and (to_release is null or to_release > $1)`,
    [release],
  );
  const [{ published, merged } = { published: 0, merged: 0 }] = rows;
  const { withheld } = before.accounted_for;
  const withdrawn = (withheld['withdrawn'] ?? 0) + requests;
  await publisher.query(
    `update published.release r
        set requests = $2, accounted_for = $3, privacy = $4, added = counted.added, changed = counted.changed
       from (select (count(*) filter (where earlier.release is null))::int as added,
                    (count(*) filter (where earlier.release is not null))::int as changed
               from published.request_version v
               left join lateral (select u.to_release as release from published.request_version u
                                   where u.service_request_id = v.service_request_id and u.to_release = $1) earlier on true
              where v.from_release = $1) counted
      where r.release = $1`,
    [
      release,
      published + merged,
      JSON.stringify({
        ...before.accounted_for,
        published,
        merged,
        withheld: withdrawn > 0 ? { ...withheld, withdrawn } : withheld,
      }),
      before.privacy && JSON.stringify(await restate(publisher, release, before.policy, before.privacy, job)),
    ],
  );
  await publisher.query(
    `insert into published.withdrawal as w (release, withdrawn_on, requests, coarsened, manifest_sha256) values ($1, $2, $3, $4, $5)
     on conflict (release, withdrawn_on) do update
        set requests = w.requests + excluded.requests, coarsened = w.coarsened + excluded.coarsened`,
    [release, job.day, requests, coarsened, before.manifest_sha256],
  );
  if (job.manifestFiles === null) return;
  const text = manifestText({ ...before.manifest, files: await job.manifestFiles(release) });
  await publisher.query(
    'update published.release set manifest = $2, manifest_sha256 = $3 where release = $1',
    [release, text, createHash('sha256').update(text).digest('hex')],
  );
}

async function restate(
  publisher: pg.PoolClient,
  release: number,
  policy: Policy,
  { k, held, blocked_texts }: PrivacyStatement,
  job: Withdrawing,
): Promise<PrivacyStatement> {
  const ladder = policy.ladder ?? job.policy.ladder;
  return {
    ...(await privacyStatement(publisher, { ...job.policy, ladder }, release)),
    k,
    held,
    blocked_texts,
  };
}
