import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LadderRow, placeRows, reachesK, usualLadder } from '../../../db/anonymise/ladder.ts';
import type { Outcome } from '../../../db/schema/published.ts';

const LADDER = usualLadder(['county', 'sub_county', 'ward']);
const K = 5;

const AREAS = [
  { ward: 'a1', sub_county: 'a', county: 'x' },
  { ward: 'a2', sub_county: 'a', county: 'x' },
  { ward: 'b1', sub_county: 'b', county: 'x' },
  // Too few people live in this ward, so it is not published.
  { sub_county: 'b', county: 'x' },
] as const;
const GROUPS: Readonly<Record<string, string>> = {
  clinic: 'health',
  ward: 'health',
  school: 'education',
  permit: 'offices',
};
const OUTCOMES = ['waiting', 'resolved', 'declined'] as const;

let made = 0;
const row = (changes: Partial<LadderRow> = {}): LadderRow => ({
  service_request_id: `r${String(made++).padStart(6, '0')}`,
  areas: AREAS[0],
  service_code: 'clinic',
  service_group: GROUPS[changes.service_code ?? 'clinic'] ?? 'health',
  received_period: '2026-05',
  reporters: [made],
  outcome: made % 2 ? 'waiting' : 'resolved',
  ...changes,
});
const rows = (n: number, changes: Partial<LadderRow> = {}) => Array.from({ length: n }, () => row(changes));
const stepsOf = (given: readonly LadderRow[]) =>
  placeRows(given, LADDER, K).placed.map((place) => [
    place.area_code,
    place.service_code ?? place.service_group,
  ]);

describe('the precision ladder', () => {
  it('goes from the ward and service to the jurisdiction alone', () => {
    expect(LADDER.map((step) => `${step.area_level} x ${step.service}`)).toEqual([
      'ward x service',
      'ward x group',
      'sub_county x service',
      'sub_county x group',
      'county x service',
      'county x group',
      'county x any',
    ]);
  });

  it('keeps the ward and service where five people reported, and steps down where only four did', () => {
    expect(stepsOf(rows(5))).toEqual(Array(5).fill(['a1', 'clinic']));
    expect(placeRows(rows(4), LADDER, K)).toMatchObject({ placed: [], held: { length: 4 } });
    expect(stepsOf([...rows(4), ...rows(3, { service_code: 'ward' })])).toEqual(
      Array(7).fill(['a1', 'health']),
    );
    expect(stepsOf([...rows(4), ...rows(4, { areas: AREAS[1] })])).toEqual(Array(8).fill(['a', 'clinic']));
  });

  it('counts a heavy reporter once, and a request of many people as one row', () => {
    expect(stepsOf(rows(9, { reporters: [7] }))).toEqual([]);
    expect(stepsOf([...rows(5, { reporters: [7] }), ...rows(3)])).toEqual([]);
    expect(stepsOf([...rows(5, { reporters: [7] }), ...rows(4)])).toHaveLength(9);
    expect(stepsOf([row({ reporters: [1, 2, 3, 4, 5, 6] })])).toEqual([]);
    // Four people stand behind five rows in every possible way: not five.
    expect(reachesK(rows(5, { reporters: [1, 2, 3, 4] }), 5)).toBe(false);
    expect(reachesK([...rows(4, { reporters: [1, 2, 3, 4] }), row({ reporters: [4, 5] })], 5)).toBe(true);
  });

  it('leaves k rows for the last report of somebody whose other reports are known', () => {
    // Five people can be told to these five rows; who knows the four joint reports knows the fifth.
    const joint = [2, 3, 4, 5].map((other) => row({ reporters: [1, other] }));
    const alone = row({ reporters: [1] });
    expect(reachesK([...joint, alone], 5)).toBe(true);
    expect(stepsOf([...joint, alone])).toEqual([]);
    expect(stepsOf([...joint, alone, ...rows(3)])).toEqual([]);
    expect(stepsOf([...joint, alone, ...rows(4)])).toHaveLength(9);
  });

  it('steps down where everybody fared alike', () => {
    expect(stepsOf(rows(8, { outcome: 'declined' }))).toEqual([]);
    expect(
      stepsOf([...rows(8, { outcome: 'declined' }), row({ areas: AREAS[1], outcome: 'resolved' })]),
    ).toEqual(Array(9).fill(['a', 'clinic']));
  });

  it('never mixes months, and begins at the sub-county for a ward of too few people', () => {
    expect(stepsOf([...rows(4), ...rows(4, { received_period: '2026-04' })])).toEqual([]);
    expect(stepsOf(rows(6, { areas: AREAS[3] }))).toEqual(Array(6).fill(['b', 'clinic']));
  });

  const anyRows = fc
    .array(
      fc.record({
        area: fc.nat(AREAS.length - 1),
        service_code: fc.constantFrom(...Object.keys(GROUPS)),
        received_period: fc.constantFrom('2026-04', '2026-05'),
        reporters: fc.uniqueArray(fc.nat(25), { maxLength: 4 }),
        outcome: fc.constantFrom<Outcome>(...OUTCOMES),
      }),
      { maxLength: 150 },
    )
    .map((given) => given.map(({ area, ...rest }) => row({ ...rest, areas: AREAS[area] ?? AREAS[0] })));

  it('for any rows: each is placed once or held, in a cell of k rows that k people could have sent, not all alike', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 2, max: 6 }), (given, k) => {
        const { placed, held } = placeRows(given, LADDER, k);
        const ids = [...placed.map((place) => place.service_request_id), ...held].sort();
        expect(ids).toEqual(given.map((one) => one.service_request_id).sort());
        const of = new Map(given.map((one) => [one.service_request_id, one]));
        const cells = Map.groupBy(placed, (place) =>
          [place.area_code, place.service_code, place.service_group, place.received_period].join(),
        );
        for (const cell of cells.values()) {
          const members = cell.flatMap((place) => of.get(place.service_request_id) ?? []);
          expect(reachesK(members, k)).toBe(true);
          for (const reporter of new Set(members.flatMap((member) => member.reporters)))
            expect(
              members.filter((member) => !member.reporters.includes(reporter)).length,
            ).toBeGreaterThanOrEqual(k - 1);
          expect(new Set(members.map((member) => member.outcome)).size).toBeGreaterThan(1);
          for (const place of cell) {
            const truth = of.get(place.service_request_id);
            expect(truth?.areas[place.area_level]).toBe(place.area_code);
            expect([null, truth?.service_code]).toContain(place.service_code);
            expect([null, truth?.service_group]).toContain(place.service_group);
            expect(place.received_period).toBe(truth?.received_period);
            expect([place.cell_rows, place.cell_reporters >= k]).toEqual([cell.length, true]);
          }
        }
      }),
    );
  });

  it('for any rows: gives the same places in whatever order they come', () => {
    fc.assert(
      fc.property(
        anyRows.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) => {
          expect(placeRows(shuffled, LADDER, K)).toEqual(placeRows(given, LADDER, K));
        },
      ),
    );
  });

  it('places a hundred thousand rows', () => {
    const services = Object.keys(GROUPS);
    const many = Array.from({ length: 100_000 }, (_, i) => {
      const mixed = Math.imul(i + 1, 0x9e3779b1) >>> 8;
      return row({
        areas: { ward: `w${mixed % 300}`, sub_county: `s${mixed % 60}`, county: 'x' },
        service_code: services[(mixed >> 3) % services.length] ?? 'clinic',
        received_period: `202${mixed % 7}-0${1 + (mixed % 9)}`,
        reporters: [i % 40_000],
        outcome: OUTCOMES[i % 3] ?? 'waiting',
      });
    });
    const { placed, held } = placeRows(many, LADDER, K);
    expect(placed.length + held.length).toBe(100_000);
    expect(placed.length).toBeGreaterThan(90_000);
  });
});
