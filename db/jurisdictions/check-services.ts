/**
 * `services.csv`: service_code, service_group, name_xx per language, agency_responsible, first_response_days,
 * resolution_days (days allowed, empty for no standard), working_days, tier.
 */
import type { Tier } from '../schema/triage.ts';
import { type CsvRow, checkCode, nameColumns, namesOf, readCsv } from './csv-rows.ts';
import { type Report, suggest } from './faults.ts';
import type { PackLanguages } from './jurisdiction-schema.ts';
import type { PackService } from './types.ts';

const TIERS: readonly Tier[] = ['open', 'guarded', 'sensitive'];
const LONGEST_DAYS = 3650;

/** What a service may refer to; null: not known, since the file that says so has faults of its own. */
export interface ServiceReferences {
  readonly languages: PackLanguages;
  readonly groups: readonly string[] | null;
  readonly agencies: readonly string[] | null;
}

export function checkServices(text: string, known: ServiceReferences, report: Report): PackService[] {
  const columns = [
    'service_code',
    'service_group',
    ...nameColumns(known.languages.whole),
    'agency_responsible',
    'first_response_days',
    'resolution_days',
    'working_days',
    'tier',
  ];
  const seen = new Map<string, number>();
  return readCsv(text, columns, report, nameColumns(known.languages.partial)).map((row) => {
    checkCode(row, 'service_code', seen, report);
    return {
      service_code: row.cell('service_code'),
      service_group: reference(row, 'service_group', known.groups, 'groups of jurisdiction.json', report),
      names: namesOf(row, known.languages, report),
      agency_responsible: reference(row, 'agency_responsible', known.agencies, 'agencies.csv', report),
      tier: tier(row, report),
      first_response_days: days(row, 'first_response_days', report),
      resolution_days: days(row, 'resolution_days', report),
      working_days: workingDays(row, report),
    };
  });
}

function reference(
  row: CsvRow,
  column: string,
  known: readonly string[] | null,
  where: string,
  report: Report,
) {
  const code = row.cell(column);
  if (known && !known.includes(code))
    report(row.line, `${column} "${code}" is not in ${where}${suggest(code, known)}`);
  return code;
}

function tier(row: CsvRow, report: Report): Tier {
  const given = row.cell('tier');
  const found = TIERS.find((name) => name === given);
  if (!found) report(row.line, `tier "${given}" must be one of ${TIERS.join(', ')}`);
  return found ?? 'sensitive';
}

function days(row: CsvRow, column: string, report: Report): number | null {
  const given = row.cell(column);
  if (given === '') return null;
  if (!/^\d{1,4}$/.test(given) || Number(given) > LONGEST_DAYS)
    report(
      row.line,
      `${column} "${given}" must be a whole number of days from 0 to ${LONGEST_DAYS}, or empty for no standard`,
    );
  return Number(given);
}

function workingDays(row: CsvRow, report: Report): boolean {
  const given = row.cell('working_days').toLowerCase();
  if (!['yes', 'no', 'true', 'false'].includes(given))
    report(row.line, `working_days "${given}" must be yes (weekends and holidays are left out) or no`);
  return given === 'yes' || given === 'true';
}
