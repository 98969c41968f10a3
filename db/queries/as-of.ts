/**
 * The one place that says which rows a release consists of: those that began at it or before and had not ended.
 *
 * In:     the release's number; the alias of the table, where a query reads several
 * Out:    a condition for `where`
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';

export function asOf(release: number, alias?: string): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(alias === undefined ? name : `${alias}.${name}`);
  const [from, to] = [column('from_release'), column('to_release')];
  return sql<SqlBool>`(${from} <= ${release} and (${to} is null or ${to} > ${release}))`;
}
