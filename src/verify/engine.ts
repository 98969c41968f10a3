/**
 * DuckDB for the length of one verification: in the process, its spill-over on disk, bounded in memory.
 *
 * In:     a scratch folder
 * Out:    `run` statements, read `rows` of text, `count` one number
 * Errors: CannotCheck where DuckDB does not exist for this system
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { CannotCheck } from './cannot-check.ts';

export interface Engine {
  run(sql: string): Promise<void>;
  /** every value as text; null: unknown */
  rows(sql: string): Promise<readonly Readonly<Record<string, string | null>>[]>;
  count(sql: string): Promise<number>;
  close(): void;
}

const MEMORY = '1GB';

export async function openEngine(scratch: string): Promise<Engine> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((failure: unknown) => {
    throw new CannotCheck(
      `DuckDB, in which figures are recomputed, cannot be loaded on this system (${process.platform} ${process.arch}): ${failure instanceof Error ? failure.message.split('\n')[0] : 'unknown error'}`,
    );
  });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY,
    temp_directory: scratch,
    // Nothing is fetched from anywhere, whatever a file may say.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection: DuckDBConnection = await instance.connect();
  const rows = async (sql: string) => {
    const result = await connection.runAndReadAll(sql);
    return result
      .getRowObjects()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
        ),
      );
  };
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows,
    count: async (sql) => Number(Object.values((await rows(sql))[0] ?? {})[0] ?? 0),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
