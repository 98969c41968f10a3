/**
 * The SELECT behind every format: a dataset's columns in the order of its dictionary, its rows in their order.
 * All SQL text is the registry's own; values come in through the condition, as parameters.
 */
import { type RawBuilder, sql } from 'kysely';
import { type Column, type Dataset, geometryColumn } from '../datasets/dataset.ts';

export function selectRows(
  dataset: Dataset,
  condition: RawBuilder<unknown>,
  expression: (column: Column) => string = plain,
): RawBuilder<unknown> {
  return selectColumns(tableColumns(dataset), dataset, condition, expression);
}

export function selectColumns<C extends Pick<Column, 'name'>>(
  columns: readonly C[],
  dataset: Dataset,
  condition: RawBuilder<unknown>,
  expression: (column: C) => string,
): RawBuilder<unknown> {
  const list = columns.map((column) => `${expression(column)} as ${column.name}`);
  return select(list, dataset, condition);
}

/** The same rows as GeoJSON features. */
export function selectFeatures(dataset: Dataset, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const geometry = geometryColumn(dataset);
  if (geometry === undefined) throw new RangeError(`dataset ${dataset.id} has no geometry`);
  const properties = tableColumns(dataset).map((column) => `${plain(column)} as ${column.name}`);
  const list = [
    `'Feature' as type`,
    `${dataset.key[0]} as id`,
    `${plain(geometry)} as geometry`,
    `(select row_to_json(property) from (select ${properties.join(', ')}) as property) as properties`,
  ];
  return select(list, dataset, condition);
}

function select(
  list: readonly string[],
  dataset: Dataset,
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`select ${sql.raw(list.join(', '))} from ${sql.raw(dataset.source)} where ${condition} order by ${sql.raw(dataset.order)}`;
}

export const plain = (column: Pick<Column, 'name' | 'sql'>): string => column.sql ?? column.name;

/** All but the boundary, which only GeoJSON and Parquet hold. */
export function tableColumns(dataset: Dataset): readonly Column[] {
  return dataset.columns.filter((column) => column.type !== 'geometry');
}
