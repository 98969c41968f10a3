/**
 * Which columns hold a code of another table.
 *
 * In:     a dataset
 * Out:    per column the dataset and the column that its codes are of; a code that is named differently where it
 *         is used is listed by name
 */
import type { Dataset } from '../datasets/dataset.ts';
import { datasets } from '../datasets/registry.ts';

export interface Reference {
  readonly column: string;
  readonly dataset: string;
  readonly key: string;
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
  agency_responsible: 'agency_code',
  parent_code: 'area_code',
};
/** Tables of codes, which other tables speak of. */
const TABLES = new Set(['areas', 'services', 'agencies']);

export function referencesOf(dataset: Dataset): Reference[] {
  return dataset.columns.flatMap(({ name }) => {
    const key = OTHER_NAMES[name] ?? name;
    const table = datasets.find(
      (other) => TABLES.has(other.id) && other.key.length === 1 && other.key[0] === key,
    );
    return table && !(table.id === dataset.id && key === name)
      ? [{ column: name, dataset: table.id, key }]
      : [];
  });
}
