/**
 * Writes the figures of a release down, so that they stay what they were whatever computes figures later.
 *
 * In:     the publisher's client, inside the transaction that cuts the release; the time zone of its days
 * Out:    `published.release_figures`: numbers in their shortest form that reads back as the same number
 * Errors: those of the database
 */
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { listAgencies, listAreas, listServices } from '../../db/queries/dimensions.ts';
import { getRelease } from '../../db/queries/releases.ts';
import type { PublishedDatabase } from '../../db/schema/published.ts';
import { packCells } from '../statistics/cell-store.ts';
import { everyFigure, type GroupedFigure } from '../statistics/every-figure.ts';
import { readCells } from './read-cells.ts';

export async function keepFigures(client: pg.PoolClient, release: number, time_zone: string): Promise<void> {
  const db = onClient(client);
  const row = await getRelease(db, release);
  if (row === undefined) return;
  const dimensions = {
    areas: await listAreas(db, release),
    services: await listServices(db, release),
    agencies: await listAgencies(db, release),
  };
  const cells = packCells(await readCells(client, release), { cut_off: row.cut_off, time_zone });
  const figures = everyFigure({ release: row, time_zone, dimensions, cells }).map(line);
  await client.query(
    `insert into published.release_figures (from_release, figures) values ($1, $2)
         on conflict (from_release) do update set figures = excluded.figures`,
    [release, JSON.stringify(figures)],
  );
}

/** A row of the dataset, its filters by the names of the columns that they are of. */
function line({ filters, group_by, ...figure }: GroupedFigure): object {
  return {
    group_by,
    area_code: filters.area,
    service_code: filters.service,
    service_group: filters.group,
    agency_responsible: filters.agency,
    received_period: filters.period,
    ...figure,
  };
}

/** Queries on one client, inside the transaction that it is in; the client stays its owner's. */
function onClient(client: pg.PoolClient): Kysely<PublishedDatabase> {
  const borrowed = { query: client.query.bind(client), release: () => undefined };
  return new Kysely({
    dialect: new PostgresDialect({
      pool: { connect: async () => borrowed, end: async () => undefined, options: {} },
    }),
  });
}
