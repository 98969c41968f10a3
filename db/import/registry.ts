/** Every importer. To add one: a file that exports an Importer, and a line here. */
import { areasImporter } from './areas.ts';
import { csvImporter } from './csv.ts';
import type { Importer } from './types.ts';

export const importers: readonly Importer[] = [areasImporter, csvImporter];
