/**
 * Before a web process is started: its roles may do what they are for and nothing else.
 *
 * In:     the address of a role that it holds, and which
 * Errors: CommandError that lists what the role can do too much and how to take it away; those of connecting
 */
import pg from 'pg';
import { excessPrivileges } from '../../db/privileges.ts';
import { CommandError } from './commands/types.ts';
import { tooPowerful } from './role-words.ts';

export async function refuseTooPowerful(address: string, kind: 'web' | 'reporter'): Promise<void> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const excess = await excessPrivileges(client, kind);
    if (excess.length > 0) throw new CommandError(tooPowerful(kind, excess));
  } finally {
    await client.end();
  }
}
