/**
 * The options of `import areas`.
 *
 * In:     `--name value` pairs
 * Out:    AreaOptions
 * Errors: ImportError that names every fault
 */
import type { Pack } from '../jurisdictions/types.ts';
import { checkOptions } from './options.ts';
import { type Template, template } from './template.ts';
import { ImportError } from './types.ts';

export const AREA_OPTIONS = {
  code: "which property holds the area's code, or a template: wardcode, {wardcode:4} (741 becomes 0741), ward-{WARD}",
  name: 'which property holds the name, or a template; without it names stay as they are',
  level: "the level of the file's areas, such as ward; an area of another level with such a code is rejected",
  parent: 'with --add: the code or name of the area above, as a property or template: {constcode}',
  filter: 'take only features with this value, such as countycode=28; several are joined by commas',
  add: 'true: add areas that do not exist yet (needs --level and --parent); without it they are rejected',
  rejects: 'where to write what could not be used (default: FILE.rejects.csv in the current folder)',
} as const;

export interface AreaOptions {
  readonly code: Template;
  readonly name: Template | null;
  readonly level: string | null;
  readonly parent: Template | null;
  readonly add: boolean;
  readonly filter: (properties: Readonly<Record<string, unknown>>) => boolean;
  readonly rejects: string | undefined;
}

export function areaOptions(given: Readonly<Record<string, string>>, pack: Pack): AreaOptions {
  checkOptions(given, AREA_OPTIONS);
  const faults: string[] = [];
  const compile = (name: 'code' | 'name' | 'parent'): Template | null => {
    const text = given[name];
    if (text === undefined) return null;
    try {
      return template(text);
    } catch (error) {
      faults.push(`--${name}: ${error instanceof Error ? error.message : 'is no template'}`);
      return null;
    }
  };
  const [code, name, parent] = [compile('code'), compile('name'), compile('parent')];
  if (given['code'] === undefined)
    faults.push("--code is needed: the property that holds the area's code, such as --code ward-{WARD}");
  const level = given['level'] ?? null;
  const levels = pack.area_levels.map((l) => l.level);
  if (level !== null && !levels.includes(level)) faults.push(`--level must be one of ${levels.join(', ')}`);
  if (given['add'] !== undefined && !/^(true|false)$/.test(given['add']))
    faults.push('--add must be true or false');
  const add = given['add'] === 'true';
  if (add && (level === null || given['parent'] === undefined))
    faults.push('--add true needs --level and --parent');
  const conditions = (given['filter']?.split(',') ?? []).map((text) => {
    const [property, ...value] = text.split('=');
    if (property === undefined || value.length === 0)
      faults.push('--filter is property=value, such as countycode=28');
    return { property: (property ?? '').trim(), value: value.join('=').trim() };
  });
  if (faults.length > 0 || code === null) throw new ImportError(`${faults.join('; ')}.`);
  return {
    code,
    name,
    level,
    parent,
    add,
    filter: (properties) =>
      conditions.every(
        ({ property, value }) =>
          Object.hasOwn(properties, property) && String(properties[property] ?? '').trim() === value,
      ),
    rejects: given['rejects'],
  };
}
