import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, usualLadder } from '../../../db/anonymise/ladder.ts';
import { cellKey, type PlacedRow, regroup } from '../../../db/anonymise/regroup.ts';
import type { LadderStep, Outcome } from '../../../db/schema/published.ts';

const LADDER = usualLadder(['county', 'sub', 'ward']);
const SUB_OF: Readonly<Record<string, string>> = { w1: 's1', w2: 's1', w3: 's2' };

let made = 0;
function row(
  person: number,
  outcome: Outcome,
  place: Partial<Pick<PlacedRow, 'area_code' | 'service_code' | 'service_group' | 'received_period'>> = {},
): PlacedRow {
  const { area_code = 'w1', service_code = 'clinic', service_group = 'health' } = place;
  const area_level = area_code === 'county' ? 'county' : area_code.startsWith('s') ? 'sub' : 'ward';
  const sub = area_level === 'ward' ? SUB_OF[area_code] : area_code;
  return {
    record_id: `R${String(++made).padStart(4, '0')}`,
    area_code,
    area_level,
    service_code,
    service_group,
    received_period: place.received_period ?? '2026-05',
    areas: {
      ...(area_level === 'ward' && { ward: area_code }),
      ...(area_level !== 'county' && sub !== undefined && { sub }),
      county: 'county',
    },
    reporters: [person],
    outcome,
  };
}
const cell = (people: readonly number[], place: Parameters<typeof row>[2] = {}) =>
  people.map((person, i) => row(person, i % 2 ? 'resolved' : 'waiting', place));
const again = (rows: readonly PlacedRow[], lost: readonly PlacedRow[]) =>
  regroup(rows, new Set(lost.map(cellKey)), LADDER, 5);

describe('a cell that lost a row', () => {
  it('stays as it is where it still holds k', () => {
    const rows = cell([1, 2, 3, 4, 5]);
    expect(again(rows, rows)).toEqual({ moved: [], withdrawn: [] });
  });

  it('leaves with the row where no coarser cell holds what is left', () => {
    const rows = cell([1, 2, 3, 4]);
    expect(again(rows, rows)).toEqual({ moved: [], withdrawn: rows.map((r) => r.record_id) });
  });

  it('joins the next coarser cell of the batch, and no coarser one than it must', () => {
    const left = cell([1, 2, 3, 4]);
    const there = cell([5, 6, 7, 8, 9], { service_code: null });
    const farther = cell([5, 6, 7, 8, 9], { area_code: 's1', service_code: null });
    expect(again([...left, ...there, ...farther], left).moved).toEqual(
      left.map(({ record_id }) => ({
        record_id,
        area_code: 'w1',
        area_level: 'ward',
        service_code: null,
        service_group: 'health',
      })),
    );
  });

  it('that knew the group alone is never told by its service again', () => {
    const left = cell([1, 2, 3, 4], { service_code: null });
    const subByService = cell([5, 6, 7, 8, 9], { area_code: 's1' });
    expect(again([...left, ...subByService], left)).toEqual({
      moved: [],
      withdrawn: left.map((r) => r.record_id),
    });
  });

  it('counts one person once, and does not count a person in two rows twice', () => {
    const left = [
      row(1, 'waiting'),
      row(1, 'resolved'),
      row(2, 'waiting'),
      row(3, 'waiting'),
      row(4, 'waiting'),
    ];
    expect(again(left, left).withdrawn).toHaveLength(5);
  });

  it('in which all fare alike does not hold', () => {
    const left = [1, 2, 3, 4, 5].map((person) => row(person, 'resolved'));
    expect(again(left, left).withdrawn).toHaveLength(5);
  });

  it('finds another one that lost rows: together they hold', () => {
    const wards = [...cell([1, 2, 3]), ...cell([4, 5, 6], { area_code: 'w2' })];
    const { moved, withdrawn } = again(wards, wards);
    expect(withdrawn).toEqual([]);
    expect(new Set(moved.map(({ area_code, service_code }) => `${area_code} ${service_code}`))).toEqual(
      new Set(['s1 clinic']),
    );
  });

  it('does not join rows of another month', () => {
    const left = cell([1, 2, 3, 4]);
    const there = cell([5, 6, 7, 8, 9], { service_code: null, received_period: '2026-04' });
    expect(again([...left, ...there], left).withdrawn).toHaveLength(4);
  });
});

const PLACES = [
  { area_code: 'w1' },
  { area_code: 'w2' },
  { area_code: 'w3' },
  { area_code: 'w1', service_code: null },
  { area_code: 's1' },
  { area_code: 's1', service_code: null },
  { area_code: 's2', service_code: null },
  { area_code: 'county' },
  { area_code: 'county', service_code: null },
  { area_code: 'county', service_code: null, service_group: null },
] as const;
const anyRow = fc
  .tuple(
    fc.integer({ min: 0, max: 12 }),
    fc.constantFrom<Outcome>('waiting', 'resolved', 'declined'),
    fc.constantFrom(...PLACES),
  )
  .map(([person, outcome, place]) => ({ ...row(person, outcome, place), ...place }));

describe('whatever rows leave', () => {
  const ranks = new Map(['service', 'group', 'any'].map((service, i) => [service, i]));
  const told = (r: Pick<PlacedRow, 'service_code' | 'service_group'>): LadderStep['service'] =>
    r.service_code !== null ? 'service' : r.service_group !== null ? 'group' : 'any';

  it('every cell that lost one holds k afterwards or is empty, nothing becomes finer, nothing else moves', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 60 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        (rows, picks) => {
          const leaving = new Set(picks.map((pick) => rows[pick % Math.max(1, rows.length)]));
          const staying = rows.filter((r) => !leaving.has(r));
          const lost = new Set([...leaving].flatMap((r) => (r ? [cellKey(r)] : [])));
          const { moved, withdrawn } = regroup(staying, lost, LADDER, 5);
          const places = new Map(moved.map((place) => [place.record_id, place]));
          const after = staying.flatMap((r) =>
            withdrawn.includes(r.record_id) ? [] : [{ ...r, ...places.get(r.record_id) }],
          );
          for (const [key, inCell] of Map.groupBy(after, cellKey)) {
            const joined = inCell.some((r) => places.has(r.record_id));
            if (!lost.has(key) && !joined) continue;
            const asked = inCell.map((r) => ({ ...r, service_request_id: r.record_id }));
            if (!holds(asked, 5)) throw new Error(`a cell of ${inCell.length} was left standing`);
          }
          for (const r of staying) {
            const place = places.get(r.record_id);
            const touched = place !== undefined || withdrawn.includes(r.record_id);
            if (touched && !lost.has(cellKey(r))) throw new Error('a row of an untouched cell was moved');
            if (place === undefined) continue;
            if (!Object.values(r.areas).includes(place.area_code)) throw new Error('moved to a finer area');
            if ((ranks.get(told(place)) ?? 0) < (ranks.get(told(r)) ?? 0))
              throw new Error('its service was told');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('the order in which rows come changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 40 }), fc.nat(), (rows, pick) => {
        const lost = new Set([cellKey(rows[pick % rows.length] ?? row(0, 'waiting'))]);
        const sorted = (found: ReturnType<typeof regroup>) =>
          JSON.stringify([
            found.moved.toSorted((a, b) => (a.record_id < b.record_id ? -1 : 1)),
            found.withdrawn,
          ]);
        const forth = sorted(regroup(rows, lost, LADDER, 5));
        const back = sorted(regroup(rows.toReversed(), lost, LADDER, 5));
        if (forth !== back) throw new Error(`${forth} is not ${back}`);
      }),
    );
  });
});
