/** The thread in which files of releases are digested: see `digest-thread.ts`. */
import { parentPort } from 'node:worker_threads';
import { FormatDigests } from './digest-formats.ts';
import type { Answer, Task } from './digest-thread.ts';
import { datasets } from './registry.ts';

const open = new Map<number, FormatDigests>();
/** One after the other, in the order in which they came. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (task: Task) => {
  last = last.then(async () => {
    const answer = await work(task);
    parentPort?.postMessage(answer);
  });
});

async function work(task: Task): Promise<Answer> {
  const { of } = task;
  try {
    const digests = open.get(of) ?? begin(of, task.dataset);
    const taken = task.rows.length;
    await digests.push(Buffer.from(task.rows.buffer, task.rows.byteOffset, taken));
    if (!task.last) return { of, taken, digests: null, error: null };
    open.delete(of);
    return { of, taken, digests: await digests.end(), error: null };
  } catch (error) {
    open.delete(of);
    return { of, taken: 0, digests: null, error: error instanceof Error ? error.message : 'it failed' };
  }
}

function begin(of: number, id: string): FormatDigests {
  const dataset = datasets.find((one) => one.id === id);
  if (dataset === undefined) throw new RangeError('no such dataset');
  const digests = new FormatDigests(dataset);
  open.set(of, digests);
  return digests;
}
