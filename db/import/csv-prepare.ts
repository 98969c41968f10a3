/**
 * What reading a row needs from the database: its areas, its clock, and that it holds the declared codes.
 *
 * In:     the job, the declaration
 * Out:    a function that makes the row reader once the header is known
 * Errors: ImportError when the database does not hold the pack
 */
import type pg from 'pg';
import { storedAreas } from './areas-store.ts';
import { areaFinder } from './csv-areas.ts';
import type { Declaration } from './csv-declaration.ts';
import { type RowReader, rowReader } from './csv-row.ts';
import type { Tally } from './csv-tally.ts';
import { ImportError, type ImportJob } from './types.ts';
import { wallClock } from './wall-clock.ts';

export async function preparedReader(
  { importer, pack }: Pick<ImportJob, 'importer' | 'pack'>,
  declaration: Declaration,
  client: pg.PoolClient,
  tally: Tally,
): Promise<(header: readonly string[]) => RowReader> {
  const areas = [...(await storedAreas(importer.db)).values()];
  const jurisdiction = areas.find((area) => area.parent_code === null);
  const known = await client.query<{ code: string }>(
    'select service_code as code from triage.service union all select agency_code from triage.agency',
  );
  const codes = new Set(known.rows.map(({ code }) => code));
  const missing = [...declaredCodes(declaration)].filter((code) => !codes.has(code));
  if (jurisdiction === undefined || missing.length > 0)
    throw new ImportError(
      `The triage database does not hold this jurisdiction pack (${jurisdiction ? `it lacks ${missing.join(', ')}` : 'it has no areas'}). Load the pack first.`,
    );
  const now = await client.query<{ now: Date }>('select now()');
  return (header) =>
    rowReader({
      declaration,
      header,
      findArea: areaFinder(declaration, areas, jurisdiction.area_code),
      clock: wallClock(pack.time_zone),
      now: now.rows[0]?.now.getTime() ?? Number.NaN,
      tally,
    });
}

function declaredCodes({ service, agency }: Declaration): Set<string> {
  const otherwise = [service.otherwise, agency?.otherwise].filter((code) => typeof code === 'string');
  return new Set([...Object.values(service.values), ...Object.values(agency?.values ?? {}), ...otherwise]);
}
