/** What is remembered of releases between requests, shared by all: rows, dimensions, packed cells. */
import type { ReadOnly } from '../db/connect.ts';
import { listCells } from '../db/queries/cells.ts';
import {
  type AgencyRow,
  type AreaRow,
  listAgencies,
  listAreas,
  listServices,
  type ServiceRow,
} from '../db/queries/dimensions.ts';
import { getRelease, type ReleaseRow } from '../db/queries/releases.ts';
import type { PublishedDatabase } from '../db/schema/published.ts';
import { remember } from './remember.ts';
import { packCells } from './statistics/cell-store.ts';
import { type ReleaseFigures, rememberFigures } from './statistics/release-figures.ts';

export interface Dimensions {
  readonly areas: readonly AreaRow[];
  readonly services: readonly ServiceRow[];
  readonly agencies: readonly AgencyRow[];
}

export interface Stores {
  readonly release: (release: number) => Promise<ReleaseRow | undefined>;
  readonly dimensions: (release: number) => Promise<Dimensions>;
  /** undefined: no such release */
  readonly figures: (release: number) => Promise<ReleaseFigures | undefined>;
}

export function createStores(db: ReadOnly<PublishedDatabase>, time_zone: string): Stores {
  const release = remember(200, async (number) => getRelease(db, number));
  const dimensions = remember(20, async (number) => {
    const [areas, services, agencies] = await Promise.all([
      listAreas(db, number),
      listServices(db, number),
      listAgencies(db, number),
    ]);
    return { areas, services, agencies };
  });
  const figures = remember(3, async (number) => {
    const [row, dimensionRows, cells] = await Promise.all([
      release(number),
      dimensions(number),
      listCells(db, number),
    ]);
    if (row === undefined) return undefined;
    const packed = packCells(cells, { cut_off: row.cut_off, time_zone });
    return rememberFigures({ release: row, time_zone, dimensions: dimensionRows, cells: packed });
  });
  return { release, dimensions, figures };
}
