/**
 * What the values of a column can be, beyond its type and the values that its dataset lists. A column has the same name
 * wherever it means the same, so most is said once, by name.
 *
 * In:     a dataset and one of its columns
 * Out:    constraints as Table Schema names them; `required` is missing where a value can be empty
 * Source: Table Schema (Data Package standard 2.0), field constraints
 */
import type { Column, Dataset } from '../datasets/dataset.ts';

export interface Constraints {
  readonly required?: true;
  readonly unique?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

const PERIOD = { pattern: '\\d{4}-\\d{2}(-\\d{2})?' };
const DEGREES = { lat: 90, long: 180 } as const;

const BY_NAME: Readonly<Record<string, Constraints>> = {
  service_request_id: { pattern: '[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}' },
  public_summary: { maxLength: 140 },
  received_period: PERIOD,
  quarter: { pattern: '\\d{4}-Q[1-4]' },
  statistic: { pattern: '[a-z0-9_]+' },
  lat: { minimum: -DEGREES.lat, maximum: DEGREES.lat },
  long: { minimum: -DEGREES.long, maximum: DEGREES.long },
};

/** Units of what is counted or lasts: never below nothing. */
const NOT_NEGATIVE = new Set(['hours', 'days', 'requests', 'people', 'levels', 'releases', 'versions']);

export function constraintsOf(dataset: Dataset, column: Column): Constraints {
  return {
    ...(!canBeEmpty(dataset, column.name) && { required: true }),
    ...(dataset.key.length === 1 && dataset.key[0] === column.name && { unique: true }),
    ...(column.unit !== null && NOT_NEGATIVE.has(column.unit) && { minimum: 0 }),
    ...BY_NAME[column.name],
    ...(isClosed(column) && { enum: column.values.map(({ value }) => value) }),
  };
}

/** Figures of a release stay, also of a statistic that is none any more. */
export const isClosed = (column: Column): column is Column & { values: NonNullable<Column['values']> } =>
  column.values !== null && column.name !== 'statistic';

export const canBeEmpty = (dataset: Dataset, name: string): boolean =>
  dataset.columns.some((column) => column.name === name && column.empty !== null);

/** A key of which a part can be empty tells rows apart, and is no primary key. */
export const isPrimaryKey = (dataset: Dataset): boolean =>
  !dataset.key.some((name) => canBeEmpty(dataset, name));
