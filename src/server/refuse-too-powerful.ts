/**
 * Before a web process is started: its role may read what is published and do nothing else.
 *
 * In:     the web role's address
 * Errors: CommandError that lists what the role can do too much and how to take it away; those of connecting
 */
import pg from 'pg';
import { excessPrivileges } from '../../db/privileges.ts';
import { CommandError } from './commands/types.ts';
import { tooPowerful } from './role-words.ts';

export async function refuseTooPowerful(address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const excess = await excessPrivileges(client, 'web');
    if (excess.length > 0) throw new CommandError(tooPowerful(excess));
  } finally {
    await client.end();
  }
}
