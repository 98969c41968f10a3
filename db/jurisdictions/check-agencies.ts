/** `agencies.csv`: agency_code, name_xx per language. Offices, never persons. */
import { checkCode, nameColumns, namesOf, readCsv } from './csv-rows.ts';
import type { Report } from './faults.ts';
import type { PackAgency } from './types.ts';

export function checkAgencies(text: string, languages: readonly string[], report: Report): PackAgency[] {
  const seen = new Map<string, number>();
  return readCsv(text, ['agency_code', ...nameColumns(languages)], report).map((row) => {
    checkCode(row, 'agency_code', seen, report);
    return { agency_code: row.cell('agency_code'), names: namesOf(row, languages, report) };
  });
}
