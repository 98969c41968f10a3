/**
 * One function per database role. What a role may do is settled in the database (see `roles.ts`); these
 * functions add limits that every connection of the role carries.
 *
 * In:     the role's address
 * Out:    a Connection: Kysely for queries, the pool for COPY, and `close`
 * Errors: those of `pg`, when a query is made; connecting is lazy
 */
import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { PublishedDatabase } from './schema/published.ts';
import type { TriageDatabase } from './schema/triage.ts';

export interface Connection<DB> {
  readonly db: Kysely<DB>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** A handle that can read and nothing else, in the type as in the database. */
export type ReadOnly<DB> = Pick<Kysely<DB>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'dynamic'>;

export interface PublishedReader {
  readonly db: ReadOnly<PublishedDatabase>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Web: SELECT on `published`, read-only transactions, 15 seconds a statement. */
export function connectWeb(url: string, poolSize = 10): PublishedReader {
  return connect<PublishedDatabase>(
    url,
    poolSize,
    '-c default_transaction_read_only=on -c statement_timeout=15s',
    'majibu web',
    SILENT_CONNECTION_MS,
  );
}

/**
 * Longer than a statement of the web role may take, and than a client of a download may pause. A connection on
 * which nothing has moved for so long leads nowhere: the server is frozen, or the network drops what is sent.
 */
const SILENT_CONNECTION_MS = 75_000;

/** Publisher: writes `published` and its own memory, cannot write `triage`. */
export function connectPublisher(url: string): Connection<PublishedDatabase> {
  return connect<PublishedDatabase>(url, 4, '-c statement_timeout=0', 'majibu publisher');
}

/** Triage reader: SELECT on `triage`, read-only transactions. */
export function connectTriageReader(url: string): Connection<TriageDatabase> {
  return connect<TriageDatabase>(url, 4, '-c default_transaction_read_only=on', 'majibu triage reader');
}

/** Importer: writes `triage`; the only role that does. */
export function connectImporter(url: string): Connection<TriageDatabase> {
  return connect<TriageDatabase>(url, 4, '', 'majibu importer');
}

/** Reporter: calls the one function that takes a reporter's word; reads and writes nothing itself. */
export function connectReporter(url: string): ReporterConnection {
  return connect<Record<never, never>>(url, 2, '-c statement_timeout=5s', 'majibu reporter');
}

/** No tables: this role sees none. */
export type ReporterConnection = Pick<Connection<Record<never, never>>, 'pool' | 'close'>;

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;

/** int8 and numeric as numbers; a date stays the text it is, since a Date would move with the time zone. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
};

function connect<DB>(
  url: string,
  max: number,
  options: string,
  application_name: string,
  silent_ms: number | null = null,
): Connection<DB> {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options,
    application_name,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    ...(silent_ms !== null && { stream: () => socketThatEnds(silent_ms) }),
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks fails its query and is dropped by the pool; the next query opens another. Without
  // a listener, one that breaks while it is lent out would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

function socketThatEnds(silent_ms: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silent_ms, () => socket.destroy(new Error('Connection terminated: nothing moved on it')));
  return socket;
}
