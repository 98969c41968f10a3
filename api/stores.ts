/** What is remembered of releases between requests, shared by all: rows, dimensions, counts, packed cells. */
import type { PublishedReader } from '../db/connect.ts';
import type { CellRow } from '../db/queries/cells.ts';
import { firstReceivedPeriod } from '../db/queries/coverage.ts';
import {
  type AgencyRow,
  type AreaGeometry,
  type AreaRow,
  listAgencies,
  listAreas,
  listGeometries,
  listServices,
  type ServiceRow,
} from '../db/queries/dimensions.ts';
import { getRelease, type ReleaseRow } from '../db/queries/releases.ts';
import type { RequestFilter } from '../db/queries/request-filter.ts';
import { countRequests, type RequestSort } from '../db/queries/requests.ts';
import { readCells } from './datasets/read-cells.ts';
import { type Coverage, coverage as coverageOf } from './descriptions/coverage.ts';
import { remember } from './remember.ts';
import { packCells } from './statistics/cell-store.ts';
import { type ReleaseFigures, rememberFigures } from './statistics/release-figures.ts';

export interface Dimensions {
  readonly areas: readonly AreaRow[];
  readonly services: readonly ServiceRow[];
  readonly agencies: readonly AgencyRow[];
}

export interface RequestsAsked {
  readonly release: number;
  readonly filter: RequestFilter;
  readonly sort: RequestSort;
}

/** Shared by all requests. */
export interface Stores {
  readonly release: (release: number) => Promise<ReleaseRow | undefined>;
  readonly dimensions: (release: number) => Promise<Dimensions>;
  /** boundaries, by area code */
  readonly geometries: (release: number) => Promise<ReadonlyMap<string, AreaGeometry>>;
  /** what it covers in time and space */
  readonly coverage: (release: number) => Promise<Coverage>;
  /** how many released requests match */
  readonly requests: (asked: RequestsAsked) => Promise<number>;
  /** undefined: no such release */
  readonly figures: (release: number) => Promise<ReleaseFigures | undefined>;
}

export function createStores({ db, pool }: Pick<PublishedReader, 'db' | 'pool'>, time_zone: string): Stores {
  const release = remember(200, itself, async (number: number) => getRelease(db, number));
  const dimensions = remember(20, itself, async (number: number) => {
    const [areas, services, agencies] = await Promise.all([
      listAreas(db, number),
      listServices(db, number),
      listAgencies(db, number),
    ]);
    return { areas, services, agencies };
  });
  const figures = remember(3, itself, async (number: number) => {
    const [row, dimensionRows, cells] = await Promise.all([
      release(number),
      dimensions(number),
      cellsOf(pool, number),
    ]);
    if (row === undefined) return undefined;
    const packed = packCells(cells, { cut_off: row.cut_off, time_zone });
    return rememberFigures({ release: row, time_zone, dimensions: dimensionRows, cells: packed });
  });
  const requests = remember(5_000, countKey, async ({ release, filter, sort }: RequestsAsked) =>
    countRequests(db, release, filter, sort),
  );
  const geometries = remember(2, itself, async (number: number) => listGeometries(db, number));
  const coverage = remember(20, itself, async (number: number) => {
    const [row, { areas }, boundaries, first] = await Promise.all([
      release(number),
      dimensions(number),
      geometries(number),
      firstReceivedPeriod(db, number),
    ]);
    const whole = areas.find(({ depth }) => depth === 0);
    const boundary = (whole && boundaries.get(whole.area_code)) ?? null;
    return coverageOf(row?.label ?? '', first, boundary, pointOf(whole));
  });
  return { release, dimensions, geometries, coverage, requests, figures };
}

async function cellsOf(pool: PublishedReader['pool'], release: number): Promise<CellRow[]> {
  const client = await pool.connect();
  try {
    const cells = await readCells(client, release);
    client.release();
    return cells;
  } catch (error) {
    // A COPY that was broken off leaves a client that nobody can use.
    client.release(true);
    throw error;
  }
}

const itself = (number: number): number => number;

function pointOf(area: AreaRow | undefined): Coverage['point'] {
  return area && area.lat !== null && area.long !== null ? { lat: area.lat, long: area.long } : null;
}

function countKey({ release, filter, sort }: RequestsAsked): string {
  const { area, service, group, agency, period, status, outcome } = filter;
  return JSON.stringify([release, sort, area, service, group, agency, period, status, outcome]);
}
