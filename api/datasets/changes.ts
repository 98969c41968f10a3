/**
 * What changed in a dataset between two releases: `/data/{dataset}/changes.csv?since={release}`.
 *
 * In:     a dataset, the release that the reader has, the newer one
 * Out:    a COPY of CSV: a column `change` before those of the dataset; `added` and `changed` rows as they are now,
 *         of `removed` ones the key alone. Sorted by key. Whoever takes the rows of `removed` out of the older file
 *         and puts in those of the others has the newer one.
 * Law:    rows that were withdrawn have left the older release as well: they are in neither file, and no list names
 *         them. The older release's page says how many they were; a reader who took it before takes the file anew.
 */
import { type RawBuilder, sql } from 'kysely';
import { asOf } from '../../db/queries/as-of.ts';
import { plain, tableColumns } from '../formats/select.ts';
import type { Dataset } from './dataset.ts';

export function changesCopy(dataset: Dataset, since: number, release: number): RawBuilder<unknown> {
  const columns = tableColumns(dataset);
  const list = columns.map((column) =>
    column.type === 'boolean'
      ? `(${plain(column)})::text as ${column.name}`
      : `${plain(column)} as ${column.name}`,
  );
  const names = columns.map(({ name }) => name).join(', ');
  const key = dataset.key.join(', ');
  /** A row that began by the older release and had not ended by the newer one is the same in both. */
  const then = side(dataset, 'then', list, sql`${asOf(since)} and to_release <= ${release}`);
  const now = side(dataset, 'now', list, sql`${asOf(release)} and from_release > ${since}`);
  const shown = columns.map(({ name }) =>
    dataset.key.includes(name) ? name : `case when change <> 'removed' then ${name} end as ${name}`,
  );
  return sql`copy (
    select change, ${sql.raw(shown.join(', '))}
      from (select ${sql.raw(names)}, case when sides = 2 then 'changed' when side = 'now' then 'added' else 'removed' end as change
              from (select *, count(*) over same as sides, min(line) over same = max(line) over same as equal
                      from (select *, row(${sql.raw(names)})::text as line from (${then} union all ${now}) both_sides) lines
                    window same as (partition by ${sql.raw(key)})) paired
             where sides = 1 or (side = 'now' and not equal)) changes
     order by ${sql.raw(key)}
  ) to stdout (format csv, header)`;
}

function side(
  { source }: Dataset,
  name: 'then' | 'now',
  list: readonly string[],
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`select ${sql.lit(name)} as side, ${sql.raw(list.join(', '))} from ${sql.raw(source)} where ${condition}`;
}
