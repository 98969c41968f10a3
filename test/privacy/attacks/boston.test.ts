/**
 * Boston with half of its departments guarded: real people's real lateness, five thousand reports of two months. With
 * the ladder every attack is resisted; without it the same suite fails.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import { csvImporter } from '../../../db/import/csv.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import type { Pack } from '../../../db/jurisdictions/types.ts';
import { silent } from '../../../db/progress.ts';
import { publishAndAttack } from './attacked.ts';

const REQUESTS = path.resolve(projectRoot, '../shared/data/boston-311/boston-311-2011.csv.gz');
const EVERY = 4;
const AT = ['2011-09-02', '2011-10-02'].map((day) => new Date(`${day}T12:00:00-04:00`));

describe.skipIf(!existsSync(REQUESTS))('Boston with half of its departments guarded (shared data)', () => {
  let folder: string;
  let pack: Pack;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'majibu-boston-attacks-'));
    const [header = '', ...lines] = gunzipSync(await readFile(REQUESTS))
      .toString('utf8')
      .split('\n');
    const some = lines.filter((line, i) => i % EVERY === 0 && /^\d+,2011-0[78]-/.test(line));
    await writeFile(path.join(folder, 'some.csv'), [header, ...some].join('\n'));
    pack = halfGuarded(await loadPack(path.join(projectRoot, 'db/jurisdictions/boston')));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const publication = (ladder: boolean) =>
    publishAndAttack({
      pack,
      at: AT,
      ladder,
      load: (importer) =>
        csvImporter.run({
          importer,
          pack,
          file: path.join(folder, 'some.csv'),
          options: { rejects: path.join(folder, 'rejects.csv') },
          progress: silent,
        }),
    });

  it('resists every attack with the ladder, and keeps rows at wards', async () => {
    const { report } = await publication(true);
    expect(
      report.attacks.flatMap((line) => line.findings.map((one) => `${line.attack}: ${one.what}`)),
    ).toEqual([]);
    expect(report.attacks.every((line) => line.verdict === 'resisted')).toBe(true);
    expect(report.utility.rows).toBeGreaterThan(1_000);
    expect(report.utility.steps[0]).toMatchObject({ area_level: 'ward', service: 'service' });
    expect(report.utility.smallest_cell).toBeGreaterThanOrEqual(5);
  }, 120_000);

  it('falls to the same suite without the ladder', async () => {
    const { succeeded, line } = await publication(false);
    expect(succeeded).toEqual(expect.arrayContaining(['differencing', 'linkage', 'homogeneity']));
    expect(line('differencing')?.findings[0]).toMatchObject({ isolates: 1 });
  }, 120_000);
});

/** Every second department's services, in the order in which the pack lists departments. */
function halfGuarded(pack: Pack): Pack {
  const guarded = new Set(pack.agencies.filter((_, i) => i % 2 === 0).map((agency) => agency.agency_code));
  return {
    ...pack,
    services: pack.services.map((service) =>
      guarded.has(service.agency_responsible) ? { ...service, tier: 'guarded' } : service,
    ),
  };
}
