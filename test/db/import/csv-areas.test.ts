import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import type { StoredArea } from '../../../db/import/areas-store.ts';
import { areaFinder } from '../../../db/import/csv-areas.ts';
import { checkDeclaration } from '../../../db/import/csv-declaration.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';

const pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/boston'));
const checked = checkDeclaration(
  await readFile(path.join(pack.folder, 'imports/boston-311.json'), 'utf8'),
  pack,
);
if (!checked.ok) throw new Error(checked.faults.join('; '));
const surveyed: StoredArea[] = pack.areas.map((area) => ({ ...area, schematic: false }));
const find = areaFinder(checked.declaration, surveyed, 'boston');
const ward = fc.integer({ min: 1, max: 22 });

describe("Boston's wards, spelled four ways", () => {
  it('are found whichever way they are spelled', () => {
    fc.assert(
      fc.property(ward, fc.constantFrom('', ' ', '\u00a0', '  '), (n, space) => {
        for (const text of [`Ward ${n}`, String(n), String(n).padStart(2, '0')])
          expect(find(`${space}${text}${space}`, null)).toEqual({ area_code: `ward-${n}`, by: 'column' });
      }),
    );
  });

  it('are the jurisdiction where neither the column nor a point says more', () => {
    for (const empty of ['', ' ', '\u00a0'])
      expect(find(empty, null)).toEqual({ area_code: 'boston', by: 'no_point' });
    expect(find('', { lat: 0, long: 0 })).toEqual({ area_code: 'boston', by: 'outside' });
  });

  it('are told by the point where the column is empty, but never by made-up borders', () => {
    const point = { lat: 42.375, long: -71.01 };
    expect(find(' ', point)).toEqual({ area_code: 'ward-1', by: 'point' });
    expect(areaFinder(checked.declaration, pack.areas, 'boston')('', point)).toEqual({
      area_code: 'boston',
      by: 'schematic',
    });
  });

  it('are none for any other text: it is rejected, never guessed', () => {
    const valid = /^\s*(?:Ward )?0*([1-9]|1\d|2[0-2])\s*$/u;
    const text = fc.oneof(
      fc.string(),
      fc.integer({ min: 23 }).map((n) => `Ward ${n}`),
      ward.map((n) => `ward ${n}`),
      ward.map((n) => `Ward ${n}A`),
    );
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(value.trim() !== '' && !valid.test(value) && !/^[\s\p{Cc}\p{Zs}]*$/u.test(value));
        expect(find(value, { lat: 42.375, long: -71.01 })).toHaveProperty('reason');
      }),
      { numRuns: 500 },
    );
  });
});
