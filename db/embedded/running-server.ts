/**
 * The server that runs on a data folder, whoever started it.
 *
 * In:     the data folder of a cluster
 * Out:    its process and port as long as it runs, also while it is still starting or recovering
 * Source: PostgreSQL, miscadmin.h: the lines of postmaster.pid (1: process, 4: port)
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

export async function runningServer(data: string): Promise<RunningServer | null> {
  const file = path.join(data, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 1) || !(port > 0) || !isAlive(pid)) return null;
  // Where the system does not tell what a process is, the file is believed.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (command === null || command.split('\0').includes(data)) return { pid, port };
  // Left by a power cut, and the number is another process's now: PostgreSQL would take that for itself.
  await rm(file, { force: true });
  return null;
}

export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is there all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
