/**
 * Reads a jurisdiction pack and checks it as a whole.
 *
 * In:     the folder: jurisdiction.json, agencies.csv, services.csv, areas.geojson, holidays.csv, and imports/*.json
 * Out:    the Pack
 * Errors: PackError that lists every fault with its file, its line and what would be right
 */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkDeclaration } from '../import/csv-declaration.ts';
import { declarationNames } from '../import/csv-load-declaration.ts';
import { checkAgencies } from './check-agencies.ts';
import { checkAreas } from './check-areas.ts';
import { checkHolidays } from './check-holidays.ts';
import { checkJurisdiction } from './check-jurisdiction.ts';
import { checkServices } from './check-services.ts';
import { Faults } from './faults.ts';
import { type Pack, PackError } from './types.ts';

const FILES = ['jurisdiction.json', 'agencies.csv', 'services.csv', 'areas.geojson', 'holidays.csv'] as const;
type PackFile = (typeof FILES)[number];

export async function loadPack(folder: string): Promise<Pack> {
  const at = path.resolve(folder);
  const faults = new Faults();
  const texts = await readFiles(at, faults);
  const text = (file: PackFile) => texts.get(file) ?? null;

  const about = text('jurisdiction.json');
  const checked = about === null ? null : checkJurisdiction(about, faults.in('jurisdiction.json'));
  const { jurisdiction = null, groups = null, levels = null } = checked ?? {};
  const languages = checked?.languages ?? { whole: [], partial: [] };
  const read = <T>(file: PackFile, check: (text: string, report: ReturnType<Faults['in']>) => T) => {
    const content = text(file);
    // Without languages nearly every column would look wrong: that fault is enough for now.
    return content === null || languages.whole.length === 0 ? null : check(content, faults.in(file));
  };
  const agencies = read('agencies.csv', (t, report) => checkAgencies(t, languages, report));
  const services = read('services.csv', (t, report) =>
    checkServices(
      t,
      { languages, groups, agencies: agencies?.map((agency) => agency.agency_code) ?? null },
      report,
    ),
  );
  const areas = read('areas.geojson', (t, report) => checkAreas(t, { languages, levels }, report));
  const holidays = read('holidays.csv', (t, report) => checkHolidays(t, languages, report));

  if (services)
    groups?.forEach((group, i) => {
      if (!services.some((service) => service.service_group === group))
        faults.in('jurisdiction.json')(
          checked?.lineOf(['groups', i]) ?? null,
          `group "${group}" has no service in services.csv; remove the group or give it a service`,
        );
    });

  if (agencies && services)
    for (const name of await declarationNames(at)) {
      const file = `imports/${name}.json`;
      const result = checkDeclaration(await readFile(path.join(at, file), 'utf8'), { agencies, services });
      if (!result.ok) for (const { line, message } of result.faults) faults.in(file)(line, message);
    }

  const list = faults.list();
  if (list.length > 0 || !jurisdiction || !agencies || !services || !areas || !holidays)
    throw new PackError(at, list);
  const { partial_languages, ...said } = jurisdiction;
  return {
    folder: at,
    ...said,
    languages: [...said.languages, ...partial_languages],
    partial_languages,
    agencies,
    services,
    areas,
    holidays,
  };
}

async function readFiles(folder: string, faults: Faults): Promise<Map<PackFile, string>> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory())
    throw new PackError(folder, [
      {
        file: '.',
        line: null,
        message: `there is no such folder; a pack is a folder with ${FILES.join(', ')}`,
      },
    ]);
  const texts = new Map<PackFile, string>();
  for (const file of FILES)
    try {
      texts.set(
        file,
        new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path.join(folder, file))),
      );
    } catch (error) {
      faults.in(file)(
        null,
        error instanceof TypeError
          ? 'is not UTF-8; save it as UTF-8'
          : `is missing or cannot be read; a pack is a folder with ${FILES.join(', ')}`,
      );
    }
  return texts;
}
