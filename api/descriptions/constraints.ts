/**
 * What the values of a column can be, beyond its type. A column has the same name wherever it means the same, so
 * most is said once, by name.
 *
 * In:     a dataset and one of its columns
 * Out:    constraints as Table Schema names them; `required` is missing where a value can be empty
 * Source: Table Schema (Data Package standard 2.0), field constraints
 */
import { CELL_MEASURES } from '../../db/schema/published.ts';
import type { Column, Dataset } from '../datasets/dataset.ts';
import { requestRow } from '../schemas/requests.ts';
import { figure } from '../schemas/statistics.ts';
import { ALL_GROUPINGS } from '../statistics/statistic.ts';

export interface Constraints {
  readonly required?: true;
  readonly unique?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

const { shape } = requestRow;
const PERIOD = { pattern: '\\d{4}-\\d{2}(-\\d{2})?' };
const DEGREES = { lat: 90, long: 180 } as const;

const BY_NAME: Readonly<Record<string, Constraints>> = {
  service_request_id: { pattern: '[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}' },
  disclosure: { enum: shape.disclosure.options },
  status: { enum: shape.status.options },
  outcome: { enum: shape.outcome.options },
  reporter_says: { enum: shape.reporter_says.unwrap().options },
  reporters: { enum: shape.reporters.unwrap().options },
  public_summary: { maxLength: 140 },
  received_period: PERIOD,
  quarter: { pattern: '\\d{4}-Q[1-4]' },
  measure: { enum: CELL_MEASURES },
  tier: { enum: ['open', 'guarded', 'sensitive'] },
  // No list: figures of a release stay, also of a statistic that is none any more.
  statistic: { pattern: '[a-z0-9_]+' },
  group_by: { enum: ALL_GROUPINGS },
  unit: { enum: figure.shape.unit.options },
  suppressed: { enum: figure.shape.suppressed.unwrap().options },
  lat: { minimum: -DEGREES.lat, maximum: DEGREES.lat },
  long: { minimum: -DEGREES.long, maximum: DEGREES.long },
};

/** Units of what is counted or lasts: never below nothing. */
const NOT_NEGATIVE = new Set(['hours', 'days', 'requests', 'people', 'levels', 'releases', 'versions']);

/** Columns that can be empty; of a dataset that is not here any but its key can be. */
export const CAN_BE_EMPTY: Readonly<Record<string, readonly string[]>> = {
  requests: Object.entries(shape).flatMap(([name, type]) => (type.safeParse(null).success ? [name] : [])),
  response_times: ['service_code', 'service_group', 'agency_responsible', 'hours'],
  statistics: [
    'group_by',
    'area_code',
    'service_code',
    'service_group',
    'agency_responsible',
    'received_period',
    'member',
    'value',
    'more_than',
    'censored',
    'ci_low',
    'ci_high',
    'suppressed',
    'coarser',
  ],
  sensitive_counts: [],
  areas: ['parent_code', 'population', 'lat', 'long', 'geometry'],
  services: ['first_response_days', 'resolution_days'],
  agencies: [],
};

export function constraintsOf(dataset: Dataset, column: Column): Constraints {
  return {
    ...(!canBeEmpty(dataset, column.name) && { required: true }),
    ...(dataset.key.length === 1 && dataset.key[0] === column.name && { unique: true }),
    ...(column.unit !== null && NOT_NEGATIVE.has(column.unit) && { minimum: 0 }),
    ...BY_NAME[column.name],
  };
}

export function canBeEmpty(dataset: Dataset, name: string): boolean {
  const known = CAN_BE_EMPTY[dataset.id];
  return known === undefined ? !dataset.key.includes(name) : known.includes(name);
}

/** A key of which a part can be empty tells rows apart, and is no primary key. */
export const isPrimaryKey = (dataset: Dataset): boolean =>
  !dataset.key.some((name) => canBeEmpty(dataset, name));
