/**
 * `npm run portal -- ARGS` as a real process, in a folder of its own, with the environment that is given and PATH
 * alone.
 *
 * Out: what it printed, on both channels, and how it ended
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../db/config.ts';
import type { TestDatabases } from '../setup/databases.ts';

export interface Ended {
  readonly code: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly printed: string;
  readonly ms: number;
}

export interface Running {
  readonly child: ChildProcess;
  printed(): string;
  readonly ended: Promise<Ended>;
}

export type Env = Readonly<Record<string, string>>;

/** A folder for one test file: processes run in it, and what they write stays in it. */
export async function workFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-resilience-'));
  await chmod(folder, 0o711);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export function startPortal(args: readonly string[], env: Env, cwd: string): Running {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path.join(projectRoot, 'src/server/portal.ts'), ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const channel of [child.stdout, child.stderr])
    channel.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, killedBy) =>
      resolve({ code, killedBy, printed, ms: performance.now() - startedAt }),
    );
  });
  return { child, printed: () => printed, ended };
}

export function runPortal(args: readonly string[], env: Env, cwd: string): Promise<Ended> {
  return startPortal(args, env, cwd).ended;
}

export function addressesOf({ urls }: TestDatabases): Env {
  return {
    TRIAGE_DATABASE_URL: urls.triage_reader,
    IMPORT_DATABASE_URL: urls.importer,
    PUBLISHER_DATABASE_URL: urls.publisher,
    DATABASE_URL: urls.web,
    REPORTER_DATABASE_URL: urls.reporter,
  };
}

/** Everything that must not be printed: the whole of an address, and its password. */
export function secretsOf(env: Env): string[] {
  return Object.values(env).flatMap((value) => {
    const url = URL.parse(value);
    return url !== null && url.password !== '' ? [value, url.password] : [];
  });
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
