/**
 * The places that the precision ladder gave to guarded requests: the publisher's memory, read by no one else.
 *
 * In:     the publisher's transaction; status-page codes
 * Out:    `readPlaces`: code → place. `placeNew`: places those that are new, keeps what is held for next time
 */
import { createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { LadderRow, PlaceRows } from '../anonymise/ladder.ts';
import type { PublicationPolicy } from '../anonymise/policy.ts';
import { type GuardedPlace, reportersBand, type TriageRequest } from '../anonymise/publishable.ts';
import { stateAt } from '../anonymise/state.ts';
import { publicCode } from '../public-code.ts';

export async function readPlaces(
  publisher: pg.PoolClient,
  codes: readonly string[],
): Promise<ReadonlyMap<string, GuardedPlace>> {
  const { rows } = await publisher.query<GuardedPlace & { service_request_id: string }>(
    `select service_request_id, record_id, area_code, area_level, service_code, service_group, received_period, reporters
       from publisher.placement where service_request_id = any($1)`,
    [codes],
  );
  return new Map(rows.map(({ service_request_id, ...place }) => [service_request_id, place]));
}

/** Guarded requests whose month was over at an earlier release, and which are in none yet. */
export async function readHeld(publisher: pg.PoolClient): Promise<string[]> {
  const { rows } = await publisher.query<{ service_request_id: string }>(
    'select service_request_id from publisher.held_request order by 1',
  );
  return rows.map((row) => row.service_request_id);
}

export interface NewPlaces {
  readonly release: number;
  readonly cutOff: Date;
  readonly policy: PublicationPolicy;
  readonly place: PlaceRows;
  /** false: the month's rows were placed by an earlier release, so what comes late waits for the next month's */
  readonly batch: boolean;
  readonly demonstration: boolean;
  readonly reportersOf: (codes: readonly string[]) => Promise<ReadonlyMap<string, readonly number[]>>;
}

export async function placeNew(
  publisher: pg.PoolClient,
  unplaced: readonly TriageRequest[],
  job: NewPlaces,
): Promise<ReadonlyMap<string, GuardedPlace>> {
  const codes = unplaced.map((request) => request.service_request_id);
  const { placed, held } = job.batch
    ? job.place(
        await ladderRows(unplaced, job.policy, job.cutOff, job.reportersOf),
        job.policy.ladder,
        job.policy.recorded.k,
      )
    : { placed: [], held: codes };
  const reporters = new Map(unplaced.map((request) => [request.service_request_id, request.reporters]));
  const newId = await recordIds(publisher, job.demonstration);
  const places = placed.map((place) => ({
    ...place,
    record_id: newId(place.service_request_id),
    reporters: reportersBand(reporters.get(place.service_request_id) ?? 0),
  }));
  // In an order of its own: rows lie in the table as they are written, and codes say nothing.
  await publisher.query(
    `insert into publisher.placement (record_id, service_request_id, area_code, area_level, service_code, service_group,
       received_period, reporters, cell_rows, cell_reporters, placed_release)
     select record_id, service_request_id, area_code, area_level, service_code, service_group,
       received_period, reporters, cell_rows, cell_reporters, $2
       from json_populate_recordset(null::publisher.placement, $1) order by record_id`,
    [JSON.stringify(places), job.release],
  );
  // Whatever was held is among the candidates of every release, so what is held now is all of it.
  await publisher.query('delete from publisher.held_request');
  await publisher.query('insert into publisher.held_request select unnest($1::text[])', [held]);
  return new Map(
    places.map(({ service_request_id, cell_rows: _rows, cell_reporters: _reporters, ...place }) => [
      service_request_id,
      place,
    ]),
  );
}

async function ladderRows(
  requests: readonly TriageRequest[],
  policy: PublicationPolicy,
  cutOff: Date,
  reportersOf: NewPlaces['reportersOf'],
): Promise<LadderRow[]> {
  const reporters = await reportersOf(requests.map((request) => request.service_request_id));
  return requests.map((request) => ({
    service_request_id: request.service_request_id,
    areas: policy.areasOf(request.area_code),
    service_code: request.service_code,
    service_group: policy.service(request.service_code).service_group,
    received_period: policy.time.month(request.received_at),
    reporters: reporters.get(request.service_request_id) ?? [],
    outcome: stateAt(request.received_at, request.events, cutOff).outcome,
  }));
}

/**
 * Ids of guarded rows look like public codes and say nothing of the status page's: a keyed digest of it. The key
 * never leaves the publisher's schema; a demonstration's is known, so that it is the same wherever it is made.
 */
async function recordIds(
  publisher: pg.PoolClient,
  demonstration: boolean,
): Promise<(code: string) => string> {
  await publisher.query('insert into publisher.record_key (key) values ($1) on conflict do nothing', [
    demonstration ? Buffer.from('demonstration') : randomBytes(32),
  ]);
  const { rows } = await publisher.query<{ key: Buffer }>('select key from publisher.record_key');
  const key = rows[0]?.key ?? randomBytes(32);
  const taken = new Set<string>();
  const idOf = (code: string, attempt = 0): string => {
    const bytes = createHmac('sha256', key).update(`${code} ${attempt}`).digest();
    let next = 0;
    const id = publicCode(() => bytes[next++] ?? 0);
    if (taken.has(id)) return idOf(code, attempt + 1);
    taken.add(id);
    return id;
  };
  return idOf;
}
