/**
 * Loads the dimensions of a jurisdiction pack into the triage database: agencies, services, areas.
 *
 * In:     the importer's connection, a checked pack
 * Out:    nothing; running it again changes nothing. An area with a real boundary (`import areas`) is kept as
 *         it is where the pack has only a schematic one. What the pack no longer lists stays, since requests
 *         may refer to it.
 * Errors: those of the database; nothing is changed then
 */
import { type Insertable, sql, type Transaction } from 'kysely';
import type { Connection } from '../connect.ts';
import type { Pack } from '../jurisdictions/types.ts';
import type { TriageArea, TriageDatabase } from '../schema/triage.ts';

export async function importPack(importer: Connection<TriageDatabase>, pack: Pack): Promise<void> {
  await importer.db.transaction().execute(async (transaction) => {
    await upsertAgencies(transaction, pack);
    await upsertServices(transaction, pack);
    await upsertAreas(transaction, pack);
  });
}

async function upsertAgencies(transaction: Transaction<TriageDatabase>, pack: Pack): Promise<void> {
  if (pack.agencies.length === 0) return;
  await transaction
    .insertInto('triage.agency')
    .values(pack.agencies.map(({ agency_code, names }) => ({ agency_code, names: JSON.stringify(names) })))
    .onConflict((conflict) =>
      conflict
        .column('agency_code')
        .doUpdateSet((eb) => ({ names: eb.ref('excluded.names') }))
        .whereRef('triage.agency.names', 'is distinct from', 'excluded.names'),
    )
    .execute();
}

async function upsertServices(transaction: Transaction<TriageDatabase>, pack: Pack): Promise<void> {
  if (pack.services.length === 0) return;
  await transaction
    .insertInto('triage.service')
    .values(
      pack.services.map(({ service_code, service_group, names, agency_responsible, tier }) => ({
        service_code,
        service_group,
        names: JSON.stringify(names),
        agency_responsible,
        tier,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('service_code')
        .doUpdateSet((eb) => ({
          service_group: eb.ref('excluded.service_group'),
          names: eb.ref('excluded.names'),
          agency_responsible: eb.ref('excluded.agency_responsible'),
          tier: eb.ref('excluded.tier'),
        }))
        .where(
          sql<boolean>`(service.service_group, service.names, service.agency_responsible, service.tier) is distinct from
              (excluded.service_group, excluded.names, excluded.agency_responsible, excluded.tier)`,
        ),
    )
    .execute();
}

async function upsertAreas(transaction: Transaction<TriageDatabase>, pack: Pack): Promise<void> {
  await transaction
    .insertInto('triage.area')
    .values(pack.areas.map(areaRow))
    .onConflict((conflict) =>
      conflict
        .column('area_code')
        .doUpdateSet((eb) => ({
          level: eb.ref('excluded.level'),
          parent_code: eb.ref('excluded.parent_code'),
          names: eb.ref('excluded.names'),
          population: eb.ref('excluded.population'),
          schematic: eb.ref('excluded.schematic'),
          geometry: eb.ref('excluded.geometry'),
        }))
        .where(
          sql<boolean>`(area.schematic or not excluded.schematic) and
            (area.level, area.parent_code, area.names, area.population, area.schematic, area.geometry) is distinct from
            (excluded.level, excluded.parent_code, excluded.names, excluded.population, excluded.schematic, excluded.geometry)`,
        ),
    )
    .execute();
}

function areaRow(area: Pack['areas'][number]): Insertable<TriageArea> {
  const { area_code, level, parent_code, names, population, schematic, geometry } = area;
  return {
    area_code,
    level,
    parent_code,
    names: JSON.stringify(names),
    population,
    schematic,
    geometry: JSON.stringify(geometry),
  };
}
