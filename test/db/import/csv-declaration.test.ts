import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import { checkDeclaration } from '../../../db/import/csv-declaration.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';

const pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/boston'));
const text = await readFile(path.join(pack.folder, 'imports/boston-311.json'), 'utf8');

const faults = (change: (declaration: Record<string, unknown>) => void): readonly string[] => {
  const declaration: Record<string, unknown> = JSON.parse(text);
  change(declaration);
  const result = checkDeclaration(JSON.stringify(declaration), pack);
  return result.ok ? [] : result.faults.map((fault) => fault.message);
};

describe('the declaration of a CSV source', () => {
  it('of Boston has no fault', () => {
    expect(faults(() => undefined)).toEqual([]);
  });

  it('is refused with every fault, where it is and what would be right', () => {
    const list = faults((d) => {
      d['source'] = 'Boston 311';
      d['delimiter'] = ', ';
      d['times'] = { format: 'yyyy-mm-dd', received: '' };
      d['area'] = { column: 'ward', pattern: '(', template: 'ward-{1' };
      d['never_read'] = { closure_reason: '' };
      d['colour'] = 'red';
    });
    for (const [i, fault] of [
      /^source: must be lower-case letters, digits and hyphens/,
      /^delimiter: must be one character/,
      /^times\.format: "y" in "yyyy-mm-dd" is no part of a time/,
      /^times\.received: must name a column/,
      /^area\.pattern: Invalid regular expression/,
      /^area\.template: "ward-\{1" is not a template/,
      /^never_read\.closure_reason: must say why/,
      /Unrecognized key: "colour"/,
    ].entries())
      expect(list[i]).toMatch(fault);
  });

  it('names only services and agencies that the pack has', () => {
    const list = faults((d) => {
      d['service'] = { column: 'reason', values: { Trees: 'forests' }, otherwise: 'other' };
      d['agency'] = { column: 'department', values: { PARK: 'rangers' }, otherwise: null };
    });
    expect(list).toHaveLength(3);
    expect(list[0]).toMatch(/^service\.values\.Trees: "forests" is not in services\.csv; known are highway-/);
    expect(list[1]).toMatch(/^service\.otherwise: "other" is not in services\.csv/);
    expect(list[2]).toMatch(/^agency\.values\.PARK: "rangers" is not in agencies\.csv/);
  });

  it('cannot read a column that it forbids', () => {
    const list = faults((d) => {
      d['never_read'] = { ward: 'no reason at all' };
    });
    expect(list).toEqual(['area.column: the column ward is under never_read; take it out of one of the two']);
  });

  it('tells the line of a fault: of what is misspelt, twice, or no JSON', () => {
    const found = (from: string, to: string) => {
      if (!text.includes(from)) throw new Error(`the declaration does not hold ${from}`);
      const result = checkDeclaration(text.replace(from, to), pack);
      return result.ok ? [] : result.faults.map(({ line, message }) => `${line}: ${message}`);
    };
    const line = text.slice(0, text.indexOf('"Trees"')).split('\n').length;
    expect(found('"Trees": "trees"', '"Trees": "tree"')).toEqual([
      `${line}: service.values.Trees: "tree" is not in services.csv; did you mean "trees"?`,
    ]);
    expect(found('"Valet": "valet"', '"Trees": "trees"')).toEqual([
      `${line + 1}: "Trees" stands here twice; keep one of the two`,
    ]);
    expect(found('"Trees": "trees",', '"Trees": "trees"')[0]).toMatch(
      new RegExp(`^(${line}|${line + 1}): is not JSON: `),
    );
  });
});
