/**
 * A PostgreSQL of a test's own, as durable as an installed one, that can be stopped, killed and started again on
 * its port while processes depend on it.
 */
import { chmod, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connectImporter, connectPublisher } from '../../db/connect.ts';
import { createDatabases, createRoles, ROLES } from '../../db/embedded/roles.ts';
import { type Cluster, startCluster } from '../../db/embedded/server.ts';
import { migratePublished, migrateTriage } from '../../db/migrate.ts';
import type { Env } from './portal-command.ts';

const PASSWORD = '0123456789abcdef';

export interface OwnCluster {
  /** the addresses of the four roles, migrated */
  readonly env: Env;
  readonly superuserUrl: (database: 'triage' | 'published') => string;
  start(): Promise<void>;
  /** an orderly stop */
  stop(): Promise<void>;
  /** as a power cut would */
  kill(): Promise<void>;
  /** Takes connections and says nothing, until the returned function lets it go on. */
  freeze(): Promise<() => void>;
}

export async function ownCluster(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnCluster> {
  await mkdir(folder, { recursive: true });
  // Passable for the user that PostgreSQL runs as when we are root; otherwise it is copied elsewhere.
  await chmod(folder, 0o711);
  const small = { shared_buffers: '16MB', ...settings };
  let cluster: Cluster = await startCluster(folder, small);
  const at = (role: string, database: string) =>
    `postgresql://${role}:${PASSWORD}@127.0.0.1:${cluster.port}/${database}`;
  await prepare(cluster, at);
  return {
    env: {
      TRIAGE_DATABASE_URL: at(ROLES.triage_reader, 'triage'),
      IMPORT_DATABASE_URL: at(ROLES.importer, 'triage'),
      PUBLISHER_DATABASE_URL: at(ROLES.publisher, 'published'),
      DATABASE_URL: at(ROLES.web, 'published'),
    },
    superuserUrl: (database) => cluster.superuserUrl(database),
    async start() {
      cluster = await startCluster(folder, small);
    },
    stop: () => cluster.stop(),
    async freeze() {
      const processes = [await postmasterOf(folder), ...(await processesOf(cluster.superuserUrl()))];
      const all = (signal: 'SIGSTOP' | 'SIGCONT') => {
        for (const pid of processes) signalIfAlive(pid, signal);
      };
      all('SIGSTOP');
      return () => all('SIGCONT');
    },
    async kill() {
      const processes = await processesOf(cluster.superuserUrl());
      process.kill(await postmasterOf(folder), 'SIGKILL');
      // Its processes notice by themselves, and a new server cannot start before the last of them is gone.
      while (processes.some(isAlive)) await sleep(20);
    },
  };
}

async function prepare(cluster: Cluster, at: (role: string, database: string) => string): Promise<void> {
  const superuser = new pg.Client({ connectionString: cluster.superuserUrl() });
  await superuser.connect();
  const p = PASSWORD;
  await createRoles(superuser, { importer: p, triage_reader: p, reporter: p, publisher: p, web: p });
  await createDatabases(superuser, 'triage', 'published');
  await superuser.end();
  const importer = connectImporter(at(ROLES.importer, 'triage'));
  const publisher = connectPublisher(at(ROLES.publisher, 'published'));
  await migrateTriage(importer.db, [ROLES.triage_reader], [ROLES.reporter]);
  await migratePublished(publisher.db, [ROLES.web]);
  await Promise.all([importer.close(), publisher.close()]);
}

async function postmasterOf(folder: string): Promise<number> {
  for (const place of ['embedded/postgres', 'postgres']) {
    const text = await readFile(path.join(folder, place, 'postmaster.pid'), 'utf8').catch(() => null);
    if (text !== null) return Number(text.split('\n', 1)[0]);
  }
  throw new Error(`no server runs in ${folder}`);
}

async function processesOf(superuserUrl: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
  await client.end();
  return rows.map((row) => row.pid);
}

/** A connection may end, and its process with it, at any moment before the signal. */
function signalIfAlive(pid: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
