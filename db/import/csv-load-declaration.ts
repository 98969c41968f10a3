/**
 * Finds and reads the declaration of a CSV source in the jurisdiction pack.
 *
 * In:     the pack, and the name given by `--mapping`; without it, the only one there is
 * Out:    the Declaration
 * Errors: ImportError that lists the declarations there are, or every fault of the one asked for
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pack } from '../jurisdictions/types.ts';
import { checkDeclaration, type Declaration } from './csv-declaration.ts';
import { ImportError } from './types.ts';

export async function loadDeclaration(pack: Pack, asked: string | undefined): Promise<Declaration> {
  const names = await declarationNames(pack.folder);
  if (names.length === 0)
    throw new ImportError(
      `The jurisdiction pack in ${pack.folder} says nothing about CSV files: add imports/NAME.json that maps their columns (see the pack of Boston).`,
    );
  const name = asked ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined || !names.includes(name))
    throw new ImportError(
      `${asked === undefined ? 'Say with --mapping how the columns are to be read' : `There is no mapping "${asked}"`}. The pack has: ${names.join(', ')}.`,
    );
  const file = path.join(pack.folder, 'imports', `${name}.json`);
  const result = checkDeclaration(await readFile(file, 'utf8'), pack);
  if (result.ok) return result.declaration;
  throw new ImportError(
    `The mapping ${file} has ${result.faults.length === 1 ? 'a fault' : `${result.faults.length} faults`}:\n${result.faults.map(({ line, message }) => `  - line ${line}: ${message}`).join('\n')}`,
  );
}

/** The names under `imports/`, sorted; none where the pack has no such folder. */
export async function declarationNames(packFolder: string): Promise<string[]> {
  const files = await readdir(path.join(packFolder, 'imports')).catch(() => []);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}
