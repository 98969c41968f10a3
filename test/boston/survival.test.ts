/**
 * Boston by ward and by department: the portal's figures agree with R's package `survival`, to 1e-9. R read the source
 * file by itself (test/golden/survival/survival.R); here it goes through rollup cells and the registry of statistics.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../api/schemas/statistics.ts';
import { packCells } from '../../api/statistics/cell-store.ts';
import { figures, type ReleaseCells } from '../../api/statistics/figures.ts';
import { statistics } from '../../api/statistics/registry.ts';
import { projectRoot } from '../../db/config.ts';
import { publishedHours } from '../../db/schema/hours-grid.ts';
import { Differences, type GoldenGroup, goldenBoston } from '../golden/survival/read-golden.ts';
import { cellsOfRows, type ReleasedRow } from '../setup/cells-of-rows.ts';
import { parseCsv } from '../setup/parse-csv.ts';

const FILE = path.resolve(projectRoot, '../shared/data/boston-311/boston-311-2011.csv.gz');
const CHANGE = '2011-11-06 01:';
const DAYS = ['1', '2', '3', '7', '14', '30', '60', '90', '180', '365'];

describe.skipIf(!existsSync(FILE))('the figures of Boston (shared data) agree with R', () => {
  const golden = goldenBoston();
  const cut_off = new Date(golden.cut_off);

  it('by ward and by department', () => {
    const rows = releasedRows(cut_off);
    expect(rows.length).toBe(golden.requests);
    const at = releaseOf(rows, cut_off);
    const differences = new Differences();
    for (const by of ['area', 'agency'] as const) {
      const ask = (id: string) => {
        const statistic = statistics.find(({ definition }) => definition.id === id);
        if (!statistic) throw new Error(`no statistic ${id}`);
        return figures(statistic, at, {
          filters: {},
          group_by: [by],
          area_level: 'ward',
          period_unit: 'month',
        });
      };
      const all = [
        'resolution_hours_median',
        'resolution_hours_p90',
        'resolved_by_day',
        'outcomes_by_day',
      ].flatMap(ask);
      const groups = by === 'area' ? golden.ward : golden.department;
      for (const [code, group] of Object.entries(groups)) {
        const own = all.filter((figure) => figure.filters[by] === code);
        expect(own.length, code).toBe(52);
        compare(code, own, group, differences);
      }
    }
    process.stdout.write(
      `      ${differences.compared} numbers of Boston agree with R; greatest difference ${differences.greatest}\n`,
    );
    expect(differences.above).toEqual([]);
  }, 120_000);
});

function compare(code: string, own: readonly Figure[], group: GoldenGroup, differences: Differences): void {
  const { kaplan_meier: km, aalen_johansen: aj } = group;
  const one = (id: string, member: string | null) =>
    own.find((figure) => figure.statistic === id && figure.member === member);
  const check = (what: string, ours: number | null | undefined, theirs: number | null | undefined) =>
    differences.compare(`${code}, ${what}`, ours, theirs);
  for (const [i, id] of ['resolution_hours_median', 'resolution_hours_p90'].entries()) {
    const figure = one(id, null);
    check(`${id}, n`, figure?.n, km.n);
    check(`${id}, events`, km.n - (figure?.censored ?? 0), km.events);
    check(id, figure?.value, km.quantile[i]);
    check(`${id}, low`, figure?.ci_low, km.quantile_lower[i]);
    check(`${id}, high`, figure?.ci_high, km.quantile_upper[i]);
    if (figure?.value === null) check(`${id}, more than`, figure.more_than, km.last);
  }
  const rest = (share: number | null | undefined) => (share == null ? null : 1 - share);
  for (const [i, day] of DAYS.entries()) {
    const resolved = one('resolved_by_day', day);
    check(`resolved by day ${day}`, resolved?.value, rest(km.days.survival[i]));
    check(`resolved by day ${day}, low`, resolved?.ci_low, rest(km.days.upper[i]));
    check(`resolved by day ${day}, high`, resolved?.ci_high, rest(km.days.lower[i]));
    for (const state of ['resolved', 'declined', 'merged', 'waiting'] as const) {
      const share = one('outcomes_by_day', `${state}:${day}`);
      check(`${state} by day ${day}`, share?.value, aj[state].value[i]);
      check(`${state} by day ${day}, low`, share?.ci_low, aj[state].lower[i]);
      check(`${state} by day ${day}, high`, share?.ci_high, aj[state].upper[i]);
    }
  }
}

/** Local times of the source as instants; the hour that clocks went through twice is left out, as in R. */
function instant(text: string): number {
  const standard = text >= CHANGE;
  return Date.parse(`${text.replace(' ', 'T')}Z`) + (standard ? 5 : 4) * 3_600_000;
}

function releasedRows(cut_off: Date): ReleasedRow[] {
  const source = parseCsv(gunzipSync(readFileSync(FILE)).toString('utf8'));
  return source.flatMap((row): ReleasedRow[] => {
    const { open_dt = '', closed_dt = '', closure_reason = '', ward = '', department = '' } = row;
    if (open_dt.startsWith(CHANGE) || closed_dt.startsWith(CHANGE)) return [];
    const isClosed = closed_dt !== '' && instant(closed_dt) < cut_off.getTime();
    const hours = isClosed ? publishedHours(instant(closed_dt) - instant(open_dt)) : null;
    const kind = /^Case Closed Case Invalid/.test(closure_reason)
      ? 'declined'
      : /^Case Closed (Case )?Duplicate/.test(closure_reason)
        ? 'merged'
        : 'resolved';
    const number = /\d+/.exec(ward)?.[0];
    return [
      {
        service_request_id: '',
        disclosure: 'open',
        area_code: number === undefined ? 'none' : `ward-${Number(number)}`,
        area_level: 'ward',
        service_code: null,
        service_group: null,
        agency_responsible: department === '' ? 'none' : department,
        received_period: open_dt.slice(0, 10),
        first_response_hours: null,
        resolution_hours: isClosed && kind === 'resolved' ? hours : null,
        closed_hours: hours,
        first_resolution_hours: isClosed && kind === 'resolved' ? hours : null,
        first_response_due: null,
        resolution_due: null,
        first_response_on_time: null,
        resolution_on_time: null,
        status: isClosed ? 'closed' : 'open',
        outcome: isClosed ? kind : 'waiting',
        reopened: false,
        reporter_says: null,
        reporters: null,
        public_summary: null,
      },
    ];
  });
}

function releaseOf(rows: readonly ReleasedRow[], cut_off: Date): ReleaseCells {
  const time_zone = 'America/New_York';
  const wards = [...new Set(rows.map((row) => row.area_code))];
  const area = (area_code: string) => ({
    area_code,
    level: 'ward',
    depth: 0,
    parent_code: null,
    names: {},
    population: null,
    schematic: false,
    lat: null,
    long: null,
  });
  return {
    release: {
      release: 1,
      label: '2012-01-01',
      cut_off,
      published_at: cut_off,
      cadence: 'week',
      policy: { version: '2', k: 5, area_population: 0, sensitive_reporters: 10, sensitive_rounding: 5 },
      measures: ['resolution'],
      demonstration: false,
      requests: rows.length,
      added: 0,
      changed: 0,
      accounted_for: { received: 0, published: 0, merged: 0, withheld: {}, sensitive: null, pending: 0 },
      manifest: { jurisdiction_id: 'boston', release: 1, label: '', cut_off: '', files: [] },
      manifest_sha256: '',
      privacy: null,
    },
    time_zone,
    dimensions: { areas: wards.map(area), services: [], agencies: [] },
    cells: packCells(cellsOfRows(rows), { cut_off, time_zone }),
  };
}
