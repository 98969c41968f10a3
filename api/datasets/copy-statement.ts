/**
 * A COPY statement as text. COPY takes no bound parameters, so values are written as literals, escaped by the
 * driver; they were checked before, and escaping does not rely on that.
 *
 * In:     SQL whose values are parameters: texts and whole numbers
 * Out:    text for `pg-copy-streams`
 * Errors: RangeError for a value of any other kind
 */
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import pg from 'pg';

/** Compiles and never connects. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export function copyStatement(statement: RawBuilder<unknown>): string {
  const { sql, parameters } = statement.compile(compiler);
  // Text of ours alone is searched: what is put in is not looked at again.
  return sql.replace(/\$(\d+)/g, (_, position: string) => literal(parameters[Number(position) - 1]));
}

function literal(value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'string' && !value.includes('\0')) return pg.escapeLiteral(value);
  throw new RangeError('a COPY takes texts and whole numbers');
}

/** Set in the transaction of every COPY, so that the server's settings cannot change the bytes of a file. */
export const SETTINGS = `set local datestyle to 'ISO, MDY'; set local extra_float_digits to 1`;
