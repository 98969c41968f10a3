import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { drawSchematicAreas } from '../../../db/jurisdictions/schematic-areas.ts';
import { formatAreas, readSketch } from '../../../db/jurisdictions/schematic-file.ts';
import type { Pack, PackArea } from '../../../db/jurisdictions/types.ts';
import type { Tier } from '../../../db/schema/triage.ts';

const folderOf = (id: string) => path.join(projectRoot, 'db/jurisdictions', id);
const packs = new Map<string, Pack>();
const pack = (id: string): Pack => {
  const found = packs.get(id);
  if (!found) throw new Error(`no pack ${id}`);
  return found;
};
const IDS = ['elgeyo-marakwet', 'boston'];
beforeAll(async () => {
  for (const id of IDS) packs.set(id, await loadPack(folderOf(id)));
});

describe.each(IDS)('the pack %s', (id) => {
  it('uses every group, and names everything in every language of its own', () => {
    const { groups, services, agencies, areas, area_levels, holidays, languages, names } = pack(id);
    expect(new Set(services.map((s) => s.service_group))).toEqual(
      new Set(groups.map((g) => g.service_group)),
    );
    const all = [
      names,
      ...[...groups, ...services, ...agencies, ...areas, ...area_levels].map((entry) => entry.names),
      ...area_levels.map((level) => level.plural),
      ...holidays.values(),
    ];
    for (const named of all) {
      expect(Object.keys(named).sort()).toEqual([...languages].sort());
      expect(Object.values(named).every((name) => name.trim() !== '')).toBe(true);
    }
  });

  it('has schematic areas that are exactly what its sketch draws', async () => {
    const sketch = readSketch(await readFile(path.join(folderOf(id), 'schematic.json'), 'utf8'));
    const drawn = await readFile(path.join(folderOf(id), 'areas.geojson'), 'utf8');
    expect(formatAreas(drawSchematicAreas(sketch))).toBe(drawn);
    expect(pack(id).areas.every((area) => area.schematic)).toBe(true);
  });

  it('has areas that fill the ones above them without gap or overlap', () => {
    const { areas } = pack(id);
    for (const area of areas) {
      const below = areas.filter((other) => other.parent_code === area.area_code);
      if (below.length === 0) continue;
      const parts = below.reduce((sum, part) => sum + sizeOf(part), 0);
      expect(parts / sizeOf(area)).toBeCloseTo(1, 9);
      const vertices = new Set(below.flatMap((part) => ringsOf(part).flat().map(String)));
      expect(
        ringsOf(area)
          .flat()
          .filter((vertex) => !vertices.has(String(vertex))),
      ).toEqual([]);
    }
  });
});

describe('the pack of Elgeyo Marakwet', () => {
  it('has 20 wards in 4 sub-counties under the codes of the electoral commission', () => {
    const { areas } = pack('elgeyo-marakwet');
    const below = (code: string | null) =>
      areas.filter((area) => area.parent_code === code).map((area) => area.area_code);
    expect(below(null)).toEqual(['028']);
    expect(below('028')).toEqual(['147', '148', '149', '150']);
    const wards = ['147', '148', '149', '150'].map(below);
    expect(wards.map((codes) => codes.length)).toEqual([4, 6, 4, 6]);
    expect(wards.flat()).toEqual(Array.from({ length: 20 }, (_, i) => `0${731 + i}`));
  });

  it('counts 369,998 people in the census of 2009, as many in the wards as in the sub-counties', () => {
    const people = (level: string) =>
      pack('elgeyo-marakwet')
        .areas.filter((area) => area.level === level)
        .reduce((sum, area) => sum + (area.population ?? Number.NaN), 0);
    expect(['county', 'sub_county', 'ward'].map(people)).toEqual([369_998, 369_998, 369_998]);
    const ward = (name: string) => pack('elgeyo-marakwet').areas.find((area) => area.names['en'] === name);
    // The two that the source of the populations numbers the other way round.
    expect(ward('Emsoo')).toMatchObject({ area_code: '0741', population: 9_602 });
    expect(ward('Kamariny')).toMatchObject({ area_code: '0742', population: 25_057 });
  });

  it('publishes places openly, service to people guarded, and what can harm someone only as counts', () => {
    const codes = (tier: Tier) =>
      pack('elgeyo-marakwet')
        .services.filter((service) => service.tier === tier)
        .map((service) => service.service_code);
    expect(codes('open')).toHaveLength(12);
    expect(codes('guarded')).toEqual(
      expect.arrayContaining(['clinic-service', 'bursary', 'extension-visit']),
    );
    expect(codes('sensitive').sort()).toEqual([
      'child-protection',
      'corruption',
      'gender-violence',
      'land-dispute',
      'personal-health',
      'security',
      'staff-conduct',
    ]);
  });

  it('knows the public holidays of Kenya from 2024 to 2027', () => {
    const { holidays } = pack('elgeyo-marakwet');
    for (const year of [2024, 2025, 2026, 2027])
      for (const day of ['01-01', '05-01', '06-01', '10-10', '10-20', '12-12', '12-25', '12-26'])
        expect(holidays.has(`${year}-${day}`)).toBe(true);
    for (const day of holidays.keys())
      if (new Date(`${day}T00:00:00Z`).getUTCDay() === 0 && !holidays.get(day)?.['en']?.startsWith('Idd')) {
        const monday = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
        expect(holidays.has(monday), `${day} is a Sunday`).toBe(true);
      }
  });

  it('gives a WhatsApp number and an e-mail address that belong to nobody', () => {
    expect(pack('elgeyo-marakwet').whatsapp).toMatch(/^\+2543\d{8}$/);
    expect(pack('elgeyo-marakwet').contact.email).toMatch(/\.example\.org$/);
  });
});

describe('the pack of Boston', () => {
  it('has 22 wards under the city, 35 services, and no first response, which its source does not record', () => {
    const { areas, services, measures, release_cadence } = pack('boston');
    expect(areas.map((area) => area.area_code)).toEqual([
      'boston',
      ...Array.from({ length: 22 }, (_, i) => `ward-${i + 1}`),
    ]);
    expect(services).toHaveLength(35);
    expect(measures).toEqual(['resolution']);
    expect(release_cadence).toBe('month');
    expect(services.every((service) => service.first_response_days === null)).toBe(true);
  });
});

function ringsOf({ geometry }: PackArea): GeoJSON.Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Square degrees, by the shoelace formula. */
function sizeOf(area: PackArea): number {
  return ringsOf(area).reduce(
    (sum, ring) =>
      sum +
      ring.slice(1).reduce((part, [bx = 0, by = 0], i) => {
        const [ax = 0, ay = 0] = ring[i] ?? [];
        return part + (ax * by - bx * ay) / 2;
      }, 0),
    0,
  );
}
