/**
 * The files of a release as tables: text as it stands in the file, and numbers, days and truth values read from it.
 *
 * In:     an engine, the paths of the CSV files by dataset
 * Out:    tables `requests`, `areas`, `services`, `agencies`, `response_times`, `sensitive_counts`, `statistics`,
 *         each with `line` (its row in the file, from 1); codes that are not published are '', other unknowns null
 * Errors: CannotCheck for a file that is no CSV or lacks a column
 */
import { open } from 'node:fs/promises';
import { CannotCheck } from '../cannot-check.ts';
import { type Engine, literal } from '../engine.ts';

type Kind = 'code' | 'text' | 'integer' | 'double' | 'boolean' | 'date';

/** The columns that a verification reads, in no order; a file may have more. */
export const TABLES: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  requests: {
    service_request_id: 'text',
    disclosure: 'text',
    area_code: 'code',
    area_level: 'text',
    service_code: 'code',
    service_group: 'code',
    agency_responsible: 'code',
    received_period: 'text',
    first_response_hours: 'integer',
    resolution_hours: 'integer',
    closed_hours: 'integer',
    first_resolution_hours: 'integer',
    first_response_due: 'date',
    first_response_on_time: 'boolean',
    resolution_due: 'date',
    resolution_on_time: 'boolean',
    status: 'text',
    outcome: 'text',
    reopened: 'boolean',
    reporter_says: 'text',
    reporters: 'text',
  },
  areas: { area_code: 'code', level: 'text', depth: 'integer', parent_code: 'code' },
  services: { service_code: 'code', service_group: 'code' },
  agencies: { agency_code: 'code' },
  response_times: {
    received_period: 'text',
    area_code: 'code',
    service_code: 'code',
    service_group: 'code',
    agency_responsible: 'code',
    disclosure: 'text',
    measure: 'text',
    requests: 'integer',
    hours: 'integer',
    requests_at_hours: 'integer',
  },
  sensitive_counts: { quarter: 'text', service_group: 'code', requests: 'integer' },
  statistics: {
    statistic: 'text',
    version: 'integer',
    release: 'integer',
    group_by: 'code',
    area_code: 'code',
    service_code: 'code',
    service_group: 'code',
    agency_responsible: 'code',
    received_period: 'code',
    remainder: 'boolean',
    member: 'code',
    unit: 'text',
    value: 'double',
    more_than: 'double',
    n: 'integer',
    censored: 'integer',
    ci_low: 'double',
    ci_high: 'double',
    complete: 'boolean',
    suppressed: 'text',
    coarser: 'integer',
  },
};

export async function loadTable(engine: Engine, dataset: string, file: string): Promise<void> {
  const columns = TABLES[dataset] ?? {};
  const names = await header(file, dataset);
  const missing = Object.keys(columns).filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new CannotCheck(
      `${dataset}.csv has no column ${missing.join(', ')}: it is of another version of the portal than this program.`,
    );
  const list = Object.entries(columns).map(([name, kind]) => `${typed(name, kind)} as ${name}`);
  try {
    await engine.run(
      `create table ${dataset} as select row_number() over () as line, ${list.join(', ')} from ${readCsv(file, names)}`,
    );
    await engine.run(`create table unread_${dataset} as ${unread(dataset, columns, readCsv(file, names))}`);
  } catch (failure) {
    throw new CannotCheck(
      `${dataset}.csv cannot be read as CSV: ${failure instanceof Error ? failure.message.split('\n')[0] : ''}`,
    );
  }
}

export function readCsv(file: string, names: readonly string[]): string {
  const columns = names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(file)}, columns = {${columns}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, new_line = '\\n', encoding = 'utf-8')`;
}

/** The names in the first line; none of ours needs quotes. */
export async function header(file: string, dataset: string): Promise<string[]> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(16_384), 0, 16_384, 0);
    const [line = ''] = buffer.subarray(0, bytesRead).toString('utf8').replace(/^﻿/, '').split('\n');
    const names = line.trim().split(',');
    if (names.some((name) => !/^\w{1,64}$/.test(name)))
      throw new CannotCheck(`${dataset}.csv does not begin with the names of its columns.`);
    return names;
  } finally {
    await handle.close();
  }
}

function typed(name: string, kind: Kind): string {
  if (kind === 'code') return `coalesce("${name}", '')`;
  if (kind === 'text') return `"${name}"`;
  return `try_cast("${name}" as ${kind})`;
}

/** Values that are there and are not what their column holds. */
function unread(dataset: string, columns: Readonly<Record<string, Kind>>, from: string): string {
  const parts = Object.entries(columns)
    .filter(([, kind]) => kind !== 'code' && kind !== 'text')
    .map(
      ([name, kind]) =>
        `select line, '${name}' as name, "${name}" as text from file where "${name}" is not null and try_cast("${name}" as ${kind}) is null`,
    );
  if (parts.length === 0) return `select 0 as line, '' as name, '' as text where false`;
  return `with file as materialized (select row_number() over () as line, * from ${from}) ${parts.join(' union all ')} /* ${dataset} */`;
}
