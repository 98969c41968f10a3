/** The small pack as the folder that an operator would write, with a mapping for a CSV source. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pack } from '../../db/jurisdictions/types.ts';
import { smallPack } from '../setup/small-pack.ts';

export async function writePack(folder: string, pack: Pack = smallPack): Promise<string> {
  const { agencies, services, areas, holidays, languages, folder: _folder, ...jurisdiction } = pack;
  const names = (given: Readonly<Record<string, string>>) => languages.map((tag) => given[tag] ?? '');
  const named = languages.map((tag) => `name_${tag}`);
  const csv = (header: readonly string[], rows: readonly (readonly unknown[])[]) =>
    [header, ...rows].map((row) => `${row.map((cell) => cell ?? '').join(',')}\n`).join('');
  const features = areas.map(({ geometry, ...properties }) =>
    JSON.stringify({ type: 'Feature', properties, geometry }),
  );
  const files: Readonly<Record<string, string>> = {
    'jurisdiction.json': `${JSON.stringify({ ...jurisdiction, languages }, null, 2)}\n`,
    'agencies.csv': csv(
      ['agency_code', ...named],
      agencies.map((a) => [a.agency_code, ...names(a.names)]),
    ),
    'services.csv': csv(
      [
        'service_code',
        'service_group',
        ...named,
        'agency_responsible',
        'first_response_days',
        'resolution_days',
        'working_days',
        'tier',
      ],
      services.map((s) => [
        s.service_code,
        s.service_group,
        ...names(s.names),
        s.agency_responsible,
        s.first_response_days,
        s.resolution_days,
        s.working_days ? 'yes' : 'no',
        s.tier,
      ]),
    ),
    'areas.geojson': `{ "type": "FeatureCollection", "features": [\n${features.join(',\n')}\n] }\n`,
    'holidays.csv': csv(
      ['date', ...named],
      [...holidays].map(([day, given]) => [day, ...names(given)]),
    ),
    'imports/cases.json': `${JSON.stringify(mapping, null, 2)}\n`,
  };
  await mkdir(path.join(folder, 'imports'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

const mapping = {
  source: 'cases',
  about: 'cases of the small county, as its own desk exports them',
  external_id: 'id',
  times: {
    format: 'YYYY-MM-DD HH:mm:ss',
    received: 'opened',
    acknowledged: 'acknowledged',
    closed: 'closed',
  },
  service: { column: 'kind', values: { Road: 'road', Light: 'light', Clinic: 'clinic' } },
  area: { column: 'ward' },
};

export interface CaseFile {
  readonly text: string;
  readonly rows: number;
  /** rows that no importer can use: the kind of case is unknown */
  readonly unusable: number;
}

const DAY_SECONDS = 86_400;

/** `rows` cases received over `days` days from the first of January 2023; the same for the same arguments. */
export function caseFile(rows: number, days = 300): CaseFile {
  const kinds = ['Road', 'Light', 'Clinic'];
  const wards = ['north', 'south', 'tiny'];
  const time = (seconds: number) =>
    new Date(Date.UTC(2023, 0, 1) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const lines = ['id,opened,acknowledged,closed,kind,ward\n'];
  let unusable = 0;
  for (let i = 0; i < rows; i++) {
    const opened = Math.floor((i / rows) * days * DAY_SECONDS);
    const acknowledged = i % 4 === 0 ? '' : time(opened + ((i * 37) % 90_000));
    const closed = i % 3 === 0 ? '' : time(opened + 90_000 + ((i * 7919) % (20 * DAY_SECONDS)));
    const kind = i % 1_000 === 999 ? 'Ghost' : kinds[i % 3];
    if (kind === 'Ghost') unusable++;
    lines.push(`C-${i},${time(opened)},${acknowledged},${closed},${kind},${wards[(i >> 2) % 3]}\n`);
  }
  return { text: lines.join(''), rows, unusable };
}
