/**
 * Which databases are used: those of the settings where they are set, else the embedded ones, brought up when
 * they are needed.
 *
 * In:     Settings
 * Out:    the address of each role; null where the operator has a database of their own and gave no address for
 *         the role; and `stop`, for whoever asked
 * Errors: CommandError when only some of the addresses that belong together are set; EmbeddedError
 */
import type { Settings } from '../../db/config.ts';
import { type EmbeddedDatabase, startEmbedded } from '../../db/embedded/embedded.ts';
import { CommandError } from './commands/types.ts';

export interface Addresses {
  readonly importer: string | null;
  readonly triage_reader: string | null;
  /** null: reporters cannot confirm or dispute */
  readonly reporter: string | null;
  readonly publisher: string | null;
  readonly web: string | null;
  /** what is ours to fill: the embedded databases, never an operator's own */
  readonly embedded: { readonly triage: boolean; readonly published: boolean };
  /** Brings the embedded database up again, should it have gone; does nothing where there is none. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

/** Which side is embedded, without starting anything. */
export function embeddedSides(settings: Settings): { triage: boolean; published: boolean } {
  return {
    triage: settings.triage_database_url === null && settings.import_database_url === null,
    published: settings.database_url === null && settings.publisher_database_url === null,
  };
}

export async function openAddresses(settings: Settings): Promise<Addresses> {
  const sides = embeddedSides(settings);
  let embedded: EmbeddedDatabase | null = null;
  if (sides.triage || sides.published) embedded = await startEmbedded(settings.data_dir);
  const own = [embedded];
  return {
    importer: sides.triage ? (embedded?.urls.importer ?? null) : settings.import_database_url,
    triage_reader: sides.triage ? (embedded?.urls.triage_reader ?? null) : settings.triage_database_url,
    reporter: sides.triage ? (embedded?.urls.reporter ?? null) : settings.reporter_database_url,
    publisher: sides.published ? (embedded?.urls.publisher ?? null) : settings.publisher_database_url,
    web: sides.published ? (embedded?.urls.web ?? null) : settings.database_url,
    embedded: sides,
    async revive() {
      if (embedded) own.push(await startEmbedded(settings.data_dir));
    },
    async stop() {
      for (const database of own.splice(0)) await database?.stop();
    },
  };
}

/** The address of a role, or what to set. */
export function need(addresses: Addresses, role: 'importer' | 'triage_reader' | 'publisher' | 'web'): string {
  const address = addresses[role];
  if (address !== null) return address;
  const [setting, beside] = {
    importer: ['IMPORT_DATABASE_URL', 'TRIAGE_DATABASE_URL'],
    triage_reader: ['TRIAGE_DATABASE_URL', 'IMPORT_DATABASE_URL'],
    publisher: ['PUBLISHER_DATABASE_URL', 'DATABASE_URL'],
    web: ['DATABASE_URL', 'PUBLISHER_DATABASE_URL'],
  }[role];
  throw new CommandError(
    `${setting} is not set, but ${beside} is, so the embedded database is not used. ` +
      `Set ${setting} to the address of the same database with the role that this needs, or unset both.`,
  );
}
