import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import { type Connection, connectImporter } from '../../../db/connect.ts';
import { importPack } from '../../../db/import/pack.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import type { Pack } from '../../../db/jurisdictions/types.ts';
import type { TriageDatabase } from '../../../db/schema/triage.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';

let databases: TestDatabases;
let importer: Connection<TriageDatabase>;
let pack: Pack;
beforeAll(async () => {
  databases = await createTestDatabases();
  importer = connectImporter(databases.urls.importer);
  pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'));
});
afterAll(async () => {
  await importer.close();
  await databases.drop();
});

/** Every row with the transaction that wrote it: what is unchanged is also unwritten. */
async function everything(): Promise<unknown[]> {
  const rows = [];
  for (const table of ['area', 'agency', 'service'])
    rows.push(
      ...(
        await sql`select xmin::text as written_by, to_jsonb(t) as row from ${sql.id('triage', table)} t order by 2`.execute(
          importer.db,
        )
      ).rows,
    );
  return rows;
}

describe('importing a pack', () => {
  it('loads every agency, service and area', async () => {
    await importPack(importer, pack);
    const areas = await importer.db.selectFrom('triage.area').selectAll().orderBy('area_code').execute();
    expect(areas).toEqual(pack.areas.toSorted((a, b) => (a.area_code < b.area_code ? -1 : 1)));
    const services = await importer.db.selectFrom('triage.service').selectAll().execute();
    expect(services.length).toBe(pack.services.length);
    expect(services.find((s) => s.service_code === 'road-damage')).toEqual({
      service_code: 'road-damage',
      service_group: 'roads',
      names: { en: 'Damaged road', sw: 'Barabara mbovu' },
      agency_responsible: 'roads-transport',
      tier: 'open',
    });
    const agencies = await importer.db.selectFrom('triage.agency').selectAll().execute();
    expect(agencies.length).toBe(pack.agencies.length);
  });

  it('writes nothing when it is run again', async () => {
    await importPack(importer, pack);
    const before = await everything();
    await importPack(importer, pack);
    expect(await everything()).toEqual(before);
  });

  it('takes over what the pack changed', async () => {
    const [first, ...others] = pack.services;
    if (!first) throw new Error('the pack has no service');
    await importPack(importer, { ...pack, services: [{ ...first, tier: 'guarded' }, ...others] });
    const read = () =>
      importer.db
        .selectFrom('triage.service')
        .select('tier')
        .where('service_code', '=', first.service_code)
        .executeTakeFirstOrThrow();
    expect(await read()).toEqual({ tier: 'guarded' });
    await importPack(importer, pack);
    expect(await read()).toEqual({ tier: first.tier });
  });

  it('keeps a real boundary where the pack has only a schematic one, and takes a real one from the pack', async () => {
    const square = JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [35, 1],
          [36, 1],
          [36, 2],
          [35, 1],
        ],
      ],
    });
    const read = () =>
      importer.db
        .selectFrom('triage.area')
        .select(['schematic', 'population', 'geometry'])
        .where('area_code', '=', '0731')
        .executeTakeFirstOrThrow();
    await importer.db
      .updateTable('triage.area')
      .set({ schematic: false, population: 17, geometry: square })
      .where('area_code', '=', '0731')
      .execute();
    await importPack(importer, pack);
    expect(await read()).toEqual({ schematic: false, population: 17, geometry: JSON.parse(square) });
    const surveyed = pack.areas.map((area) => ({ ...area, schematic: false }));
    await importPack(importer, { ...pack, areas: surveyed });
    expect(await read()).toMatchObject({ schematic: false, population: 17057 });
  });

  it('changes nothing at all when one row is refused', async () => {
    const before = await everything();
    const agencies = pack.agencies.map((agency) => ({ ...agency, names: { en: 'Renamed' } }));
    const areas = pack.areas.map((area) => ({ ...area, population: area.parent_code ? -1 : 1 }));
    await expect(importPack(importer, { ...pack, agencies, areas })).rejects.toThrow(/population/);
    expect(await everything()).toEqual(before);
  });
});
