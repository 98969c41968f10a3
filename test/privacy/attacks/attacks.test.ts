/**
 * Each attack on small hand-made data: it finds what is there to be found, and nothing where there is nothing. An
 * attack that finds nothing anywhere proves nothing.
 */
import { describe, expect, it } from 'vitest';
import { cells } from '../../../db/attacks/cells.ts';
import { differencing } from '../../../db/attacks/differencing.ts';
import { heavyReporter } from '../../../db/attacks/heavy-reporter.ts';
import { homogeneity } from '../../../db/attacks/homogeneity.ts';
import { linkage } from '../../../db/attacks/linkage.ts';
import { minimality } from '../../../db/attacks/minimality.ts';
import { attacks } from '../../../db/attacks/registry.ts';
import { tryAttack } from '../../../db/attacks/run.ts';
import type { GuardedCell } from '../../../db/attacks/types.ts';
import { utilityOf } from '../../../db/attacks/utility.ts';
import { at, cellsOf, EMPTY, found, isolated, release, row, rows, scene } from './hand-made.ts';

/** The ladder's own picture: a ward's cell, and a coarser one with what was left over. */
const clean = () => [
  ...rows(6),
  ...rows(3, { area: 'east', service: 'medicine', ward: 'e1' }),
  ...rows(4, { area: 'east', service: 'medicine', ward: 'e2' }),
];

describe('a release as the ladder makes it', () => {
  it('resists every attack, with the truth and without', () => {
    for (const truth of [true, false])
      for (const attack of attacks) {
        const made = clean();
        const line = tryAttack(attack, scene(made, { cells: cellsOf(made) }, truth));
        expect([attack.id, line.findings]).toEqual([attack.id, []]);
        expect(line.verdict).toBe(attack.needs_truth && !truth ? 'not tried' : 'resisted');
      }
  });

  it('names no code and no row in what it finds', () => {
    const bad = scene([...rows(2), ...rows(1, { area: 'west', page: { released: true } })]);
    const said = JSON.stringify(attacks.map((attack) => tryAttack(attack, bad)));
    expect(said).toContain('succeeded');
    expect(said).not.toMatch(/code-|row-\d/);
  });

  it('says how precisely rows were published', () => {
    expect(utilityOf(scene(clean()))).toMatchObject({
      rows: 13,
      smallest_cell: 6,
      steps: [
        { area_level: 'ward', service: 'service', rows: 6 },
        { area_level: 'sub_county', service: 'service', rows: 7 },
      ],
    });
  });
});

describe('differencing', () => {
  it('finds a cell of fewer than k people', () => {
    expect(isolated(differencing, scene(rows(4)))).toEqual([4]);
    expect(isolated(differencing, scene(rows(4), {}, false))).toEqual([4]);
  });

  it('finds the rows that a later release adds to a cell that was large enough', () => {
    const late = scene([...rows(6), ...rows(2, { release: 3 })]);
    expect(found(differencing, late)).toEqual([
      'release 3 minus 2: area=e1 (nothing below it), service=clinic, agency=health, period=2026-05 gives 2 reporters',
    ]);
  });

  it('finds the row that is gone from a later release', () => {
    const gone = scene([...rows(6), row({ versions: [{ to_release: 2 }] })]);
    expect(isolated(differencing, gone)).toEqual([1]);
  });

  it('finds the complement of a ward in its sub-county', () => {
    expect(isolated(differencing, scene([...rows(6), ...rows(3, { area: 'east' })]))).toEqual([3]);
  });

  it('finds an office that tells one of several services apart', () => {
    const cell = { service: null, area: 'e1' };
    const told = rows(2, { ...cell, versions: [{ agency_responsible: 'dispensary' }] });
    expect(isolated(differencing, scene([...rows(5, cell), ...told]))).toEqual([2]);
  });

  it('finds precision that is refined later, however many share it, and lets it become coarser', () => {
    const coarse = { area_code: 'east', to_release: 2 };
    const refined = rows(6, { versions: [coarse, { from_release: 2 }] });
    expect(found(differencing, scene(refined))[0]).toContain('made more precise at release 2');
    const coarser = rows(6, { versions: [{ to_release: 2 }, { area_code: 'east', from_release: 2 }] });
    expect(found(differencing, scene(coarser))).toEqual([]);
    const opened = rows(6, { versions: [{ to_release: 2 }, { disclosure: 'open', from_release: 2 }] });
    expect(found(differencing, scene(opened))).toHaveLength(1);
  });

  it('counts people and not rows', () => {
    expect(isolated(differencing, scene(rows(9, { reporters: [1, 2] })))).toEqual([2]);
  });
});

describe('rollup cells', () => {
  const cell = (more: Partial<GuardedCell> = {}): GuardedCell => ({
    received_period: '2026-05',
    area_code: 'e1',
    service_code: 'clinic',
    service_group: 'health',
    agency_responsible: 'health',
    measure: 'resolution',
    requests: 5,
    hours: [],
    counts: [],
    from_release: 1,
    to_release: null,
    ...more,
  });

  it('agree with the rows', () => {
    const closed = rows(5, { versions: [{ resolution_hours: 72, outcome: 'resolved' }] });
    expect(found(cells, scene(closed, { cells: [cell({ hours: [72], counts: [5] })] }))).toEqual([]);
  });

  it('are found when they count a request that has no row, or hours that no row has', () => {
    expect(isolated(cells, scene(rows(5), { cells: [cell({ requests: 6 })] }))).toEqual([1]);
    expect(isolated(cells, scene(rows(5), { cells: [cell({ hours: [24], counts: [2] })] }))).toEqual([2]);
    expect(isolated(cells, scene([], { cells: [cell({ requests: 3 })] }))).toEqual([3]);
  });

  it('are found when they tell of due days', () => {
    const due = cell({ measure: 'resolution_due', hours: [240], counts: [5] });
    expect(found(cells, scene(rows(5), { cells: [cell(), due] }))[0]).toContain('resolution_due');
  });

  it('are found when they change a release later than the rows', () => {
    const late = cell({ from_release: 2 });
    expect(isolated(cells, scene(rows(5), { cells: [late] }))).toEqual([5]);
  });
});

describe('linkage', () => {
  it('finds a report that is told more often than once in k', () => {
    const result = linkage.run(scene([...rows(5), ...rows(2, { ward: 'w1', area: 'west', service: null })]));
    expect(result.findings[0]).toMatchObject({ isolates: 2 });
    expect(result.worst).toBe('month 1 in 2, week 1 in 2, day 1 in 2');
  });

  it('counts coarser rows whose area holds the ward and whose service is not told', () => {
    expect(
      found(linkage, scene([...rows(2), ...rows(3, { area: 'county', service: null, group: null })])),
    ).toEqual([]);
    expect(found(linkage, scene([...rows(2), ...rows(3, { area: 'west' })]))).not.toEqual([]);
  });

  it('strikes out rows whose durations exclude the week', () => {
    // Closed in 24 hours and first seen closed at release 2: received on the last day of June or the first of July.
    const dated = { release: 1, received: '2026-05-30T12:00' };
    const odd = rows(4, {
      ...dated,
      versions: [
        { to_release: 2 },
        { from_release: 2, closed_hours: 24, status: 'closed', outcome: 'declined' },
      ],
    });
    const early = rows(1, { received: '2026-05-05' });
    const result = linkage.run(scene([...odd, ...early], { releases: monthEnds }));
    expect(result.worst).toMatch(/^month 1 in 5, week 1 in 1, day 1 in 1/);
  });

  const monthEnds = [release(1, '2026-05-31'), release(2, '2026-06-01'), release(3, '2026-07-01')];
});

describe('the heavy reporter', () => {
  it('is found behind a cell of many rows', () => {
    const one = scene([...rows(20, { reporters: [1] }), ...rows(3)]);
    expect(found(heavyReporter, one)[0]).toContain('23 rows are those of 4 reporters');
  });

  it('is found by who knows all but one of the reports, although the cell can be told to k people', () => {
    // Four reports that one person made with four others, and one alone.
    const joint = [2, 3, 4, 5].map((other) => row({ reporters: [1, other] }));
    expect(found(heavyReporter, scene([...joint, row({ reporters: [1] })]))[0]).toContain('has 1 rows left');
  });
});

describe('homogeneity', () => {
  const resolved = { events: [{ kind: 'resolved', at: at('2026-05-20T10:00') }] };

  it('finds a cell in which everything was resolved when it was placed', () => {
    expect(found(homogeneity, scene(rows(7, resolved)))[0]).toContain('all 7 rows were resolved');
    expect(found(homogeneity, scene([...rows(7, resolved), row({ events: [] })]))).toEqual([]);
  });

  it('does not look beyond the cut-off', () => {
    const later = { events: [{ kind: 'resolved', at: at('2026-06-02T10:00') }] };
    expect(found(homogeneity, scene([...rows(6, later), row({ events: [] })]))[0]).toContain('were waiting');
  });

  it('tells of cells that came to one closed outcome later, as no failure', () => {
    const versions = [{ to_release: 2 }, { from_release: 2, status: 'closed', outcome: 'resolved' }] as const;
    const result = homogeneity.run(
      scene([...rows(3, { versions, ...resolved }), ...rows(3, { versions, events: [] })]),
    );
    expect([result.findings, result.information]).toEqual([
      [],
      ['1 of 1 cells have one closed outcome by now'],
    ]);
  });
});

describe('minimality', () => {
  it('finds a coarse cell that the finer ones narrow to a place with too few people', () => {
    const areas = new Map(EMPTY.areas).set('e2', {
      area_code: 'e2',
      level: 'ward',
      depth: 2,
      parent_code: 'east',
      population: 900,
    });
    const small = rows(6, { area: 'east', ward: 'e2' });
    expect(found(minimality, scene([...rows(6), ...small], { areas }))[0]).toContain(
      '1 wards with 900 people',
    );
    expect(found(minimality, scene(small, { areas }))).toEqual([]);
  });

  it('finds a coarse cell whose rows are really those of a ward that has a cell of its own', () => {
    const coarse = [...rows(4, { area: 'east', ward: 'e1' }), ...rows(3, { area: 'east', ward: 'e2' })];
    expect(isolated(minimality, scene([...rows(6), ...coarse]))).toEqual([3]);
    // Reports that came without a ward hide the others.
    const placeless = rows(3, { area: 'east', ward: 'east' });
    expect(isolated(minimality, scene([...rows(6), ...coarse, ...placeless]))).toEqual([]);
  });
});
