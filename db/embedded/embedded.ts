/**
 * The embedded portal database: cluster, roles and the two databases, as locked down as a real installation.
 *
 * In:     DATA_DIR
 * Out:    the address of each role, and `stop`
 * Errors: EmbeddedError
 */
import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { createDatabases, createRoles, ROLES, type RoleName } from './roles.ts';
import { type Cluster, startCluster } from './server.ts';

export { EmbeddedError } from './server.ts';

export interface EmbeddedDatabase {
  readonly urls: Readonly<Record<RoleName, string>>;
  stop(): Promise<void>;
}

export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const cluster = await startCluster(dataDir);
  const passwords = await rolePasswords(dataDir, cluster);
  const url = (role: RoleName, database: string) =>
    `postgresql://${ROLES[role]}:${passwords[role]}@127.0.0.1:${cluster.port}/${database}`;
  return {
    urls: {
      importer: url('importer', 'triage'),
      triage_reader: url('triage_reader', 'triage'),
      reporter: url('reporter', 'triage'),
      publisher: url('publisher', 'published'),
      web: url('web', 'published'),
    },
    stop: () => cluster.stop(),
  };
}

/** Kept beside the cluster, readable by its owner alone; roles and databases are made when they are. */
async function rolePasswords(dataDir: string, cluster: Cluster): Promise<Record<RoleName, string>> {
  const file = path.join(dataDir, 'roles.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  const known: Partial<Record<RoleName, string>> = kept === null ? {} : JSON.parse(kept);
  const password = (role: RoleName) => known[role] ?? randomBytes(24).toString('hex');
  const passwords = {
    importer: password('importer'),
    triage_reader: password('triage_reader'),
    reporter: password('reporter'),
    publisher: password('publisher'),
    web: password('web'),
  };
  // A cluster of an earlier version lacks the roles that have come since.
  if (Object.keys(passwords).every((role) => role in known)) return passwords;
  const superuser = new pg.Client({ connectionString: cluster.superuserUrl() });
  await superuser.connect();
  try {
    await createRoles(superuser, passwords);
    await createDatabases(superuser, 'triage', 'published');
    await superuser.query('revoke all on database postgres from public');
  } finally {
    await superuser.end();
  }
  await writeFile(`${file}.making`, JSON.stringify(passwords), { mode: 0o600 });
  await rename(`${file}.making`, file);
  return passwords;
}
