/**
 * How much memory a process holds while something is done: resident, as the system counts it.
 *
 * In:     the number of a process on Linux; the work
 * Out:    megabytes before, at most and after
 */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Memory {
  readonly before_mb: number;
  readonly peak_mb: number;
  readonly after_mb: number;
}

const EVERY_MS = 50;

export async function memoryWhile<T>(pid: number, work: () => Promise<T>): Promise<[T, Memory]> {
  const before_mb = await residentMegabytes(pid);
  let peak_mb = before_mb;
  const over = new AbortController();
  const sampling = (async () => {
    while (!over.signal.aborted) {
      peak_mb = Math.max(peak_mb, await residentMegabytes(pid));
      await sleep(EVERY_MS);
    }
  })();
  try {
    const result = await work();
    return [result, { before_mb, peak_mb, after_mb: await residentMegabytes(pid) }];
  } finally {
    over.abort();
    await sampling;
  }
}

export const shownMemory = ({ before_mb, peak_mb }: Memory): string =>
  `memory ${before_mb.toFixed(0)} MB before, ${peak_mb.toFixed(0)} MB at most`;

/** 0: there is no such process. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000;
}

/** The web process of a portal that was started whole. */
export async function webProcess(portal: number): Promise<number> {
  const children = await readFile(`/proc/${portal}/task/${portal}/children`, 'utf8');
  for (const child of children.trim().split(' ')) {
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (/portal\.ts\0serve/.test(command)) return Number(child);
  }
  throw new Error('the portal has no web process');
}

/** Open files of a process: all, and those that have no name any more. */
export async function openFiles(pid: number): Promise<{ readonly all: number; readonly nameless: number }> {
  const folder = `/proc/${pid}/fd`;
  const targets = await Promise.all(
    (await readdir(folder)).map((fd) => readlink(`${folder}/${fd}`).catch(() => null)),
  );
  const open = targets.filter((target) => target !== null);
  return { all: open.length, nameless: open.filter((target) => target.includes('/majibu-made-')).length };
}
