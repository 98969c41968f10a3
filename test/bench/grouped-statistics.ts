/**
 * Every statistic by every grouping, computed anew each time, against PostgreSQL's percentile_cont over the rows; and
 * the same with ten times the requests.
 *
 * In:     the address of a database in which temporary tables can be made; where to say what was measured
 * Out:    lines; bars by `bar`
 */

import { groupingsOf } from '../../api/schemas/statistics.ts';
import { type PackedCells, packCells } from '../../api/statistics/cell-store.ts';
import { figures, type ReleaseCells } from '../../api/statistics/figures.ts';
import { statistics } from '../../api/statistics/registry.ts';
import { connectPublisher } from '../../db/connect.ts';
import { AREAS, CUT_OFF, manyCells, ROWS_SQL, SERVICE_ROWS, TIME_ZONE } from './many-requests.ts';

const MILLION = 1_000_000;
const ROUNDS = 5;
const GROUPINGS = ['area', 'service', 'agency', 'period', 'area,service', 'area,period', 'service,period'];
const COLUMNS: Readonly<Record<string, string>> = {
  area: 'area_code',
  service: 'service_code',
  agency: 'agency_responsible',
  period: 'month',
};

interface Report {
  readonly say: (line: string) => void;
  readonly bar: (what: string, value: number, unit: 'ratio' | 'ms' | 'at most', target: number) => void;
}

export async function groupedStatistics(database: string, { say, bar }: Report): Promise<void> {
  say('\nEvery statistic by every grouping, computed anew each time');
  const small = measure(MILLION, say);
  const postgres = await percentiles(database);
  let least = Number.POSITIVE_INFINITY;
  for (const [grouping, postgres_ms] of postgres) {
    const ours = median(small.get(`resolution_hours_median by ${grouping}`) ?? []);
    least = Math.min(least, postgres_ms / ours);
    say(
      `      median by ${grouping}: ${ours.toFixed(2)} ms, percentile_cont ${postgres_ms.toFixed(0)} ms, ${(postgres_ms / ours).toFixed(0)} times`,
    );
  }
  bar('medians of a million to percentile_cont, the least', least, 'ratio', 20);
  const all = [...small.values()].flat().toSorted((a, b) => a - b);
  bar('any statistic of a million, p99', all[Math.floor(all.length * 0.99)] ?? 0, 'ms', 25);
  const large = measure(10 * MILLION, say);
  const total = (times: ReadonlyMap<string, number[]>) =>
    [...times.values()].reduce((sum, one) => sum + median(one), 0);
  bar('ten million to one million, all statistics', total(large) / total(small), 'at most', 1.5);
}

/** Milliseconds of each round, by statistic and grouping. */
function measure(requests: number, say: (line: string) => void): ReadonlyMap<string, number[]> {
  const rows = manyCells(requests);
  const startedAt = performance.now();
  const cells = packCells(rows, { cut_off: CUT_OFF, time_zone: TIME_ZONE });
  say(
    `      ${requests.toLocaleString('en')} requests: ${rows.length.toLocaleString('en')} rows of cells, ${cells.size.toLocaleString('en')} keys by day, ${cells.months.size.toLocaleString('en')} by month; packed in ${((performance.now() - startedAt) / 1000).toFixed(1)} s into ${(bytesOf(cells) / 1e6).toFixed(0)} MB, of which by month ${(bytesOf(cells.months) / 1e6).toFixed(0)} MB`,
  );
  const at = releaseOf(requests, cells);
  const times = new Map<string, number[]>();
  let slowest = { name: '', ms: 0 };
  for (let round = 0; round <= ROUNDS; round++)
    for (const group_by of GROUPINGS)
      for (const statistic of statistics) {
        if (statistic.source !== 'cells' || statistic.members.length * groupsIn(group_by) > 20_000) continue;
        const name = `${statistic.definition.id} by ${group_by}`;
        const from = performance.now();
        figures(statistic, at, {
          filters: {},
          group_by: groupingsOf(group_by),
          area_level: 'ward',
          period_unit: 'month',
        });
        const ms = performance.now() - from;
        if (round === 0) continue;
        times.set(name, [...(times.get(name) ?? []), ms]);
        if (ms > slowest.ms) slowest = { name, ms };
      }
  say(`      the slowest: ${slowest.name}, ${slowest.ms.toFixed(1)} ms`);
  return times;
}

const groupsIn = (group_by: string) =>
  group_by
    .split(',')
    .reduce(
      (product, part) =>
        product * (part === 'area' ? 21 : part === 'service' ? 24 : part === 'agency' ? 4 : 12),
      1,
    );

async function percentiles(database: string): Promise<ReadonlyMap<string, number>> {
  const publisher = connectPublisher(database);
  const client = await publisher.pool.connect();
  try {
    await client.query(`set temp_buffers = '512MB'; set work_mem = '256MB'`);
    await client.query(
      'create temporary table many_request (area_code text, service_code text, agency_responsible text, month text, hours double precision)',
    );
    await client.query(`insert into many_request ${ROWS_SQL}`, [MILLION]);
    await client.query('analyze many_request');
    const times = new Map<string, number>();
    for (const grouping of GROUPINGS) {
      const columns = grouping.split(',').map((part) => COLUMNS[part]);
      const taken: number[] = [];
      for (let round = 0; round <= 2; round++) {
        const from = performance.now();
        await client.query(
          `select ${columns.join(', ')}, percentile_cont(0.5) within group (order by hours) from many_request group by ${columns.join(', ')}`,
        );
        if (round > 0) taken.push(performance.now() - from);
      }
      times.set(grouping, Math.min(...taken));
    }
    return times;
  } finally {
    client.release(true);
    await publisher.close();
  }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Of all typed arrays in it. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part: unknown) => sum + bytesOf(part), 0);
}

function releaseOf(requests: number, cells: PackedCells): ReleaseCells {
  return {
    release: {
      release: 1,
      label: '2027-01-01',
      cut_off: CUT_OFF,
      published_at: CUT_OFF,
      cadence: 'week',
      policy: { version: '2', k: 5, area_population: 0, sensitive_reporters: 10, sensitive_rounding: 5 },
      measures: ['first_response', 'resolution'],
      demonstration: true,
      requests,
      added: 0,
      changed: 0,
      accounted_for: { received: 0, published: 0, merged: 0, withheld: {}, sensitive: null, pending: 0 },
      manifest: { jurisdiction_id: 'bench', release: 1, label: '', cut_off: '', files: [] },
      manifest_sha256: '',
      privacy: null,
    },
    time_zone: TIME_ZONE,
    dimensions: { areas: AREAS, services: SERVICE_ROWS, agencies: [] },
    cells,
  };
}
