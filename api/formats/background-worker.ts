/** The thread in which files of heavy formats are made: see `in-background.ts`. */
import { parentPort } from 'node:worker_threads';
import { datasets } from '../datasets/registry.ts';
import type { FileWriter } from './format.ts';
import type { Done, Task } from './in-background.ts';
import { formats } from './registry.ts';

const writers = new Map<number, FileWriter>();

parentPort?.on('message', (task: Task) => {
  if (task.do === 'open') writers.set(task.file, writerOf(task));
  else if (task.do === 'drop') writers.delete(task.file);
  else work(task).then((done) => parentPort?.postMessage(done));
});

async function work(task: Extract<Task, { do: 'push' | 'end' | 'drop' }>): Promise<Done> {
  const { file } = task;
  try {
    const writer = writers.get(file);
    if (writer === undefined) throw new Error('a file that was not begun');
    const bytes = await (task.do === 'push' ? writer.push(Buffer.from(task.rows)) : writer.end());
    if (task.do === 'end') writers.delete(file);
    return { file, bytes, error: null };
  } catch (error) {
    writers.delete(file);
    return { file, bytes: null, error: error instanceof Error ? error.message : 'it failed' };
  }
}

function writerOf({ dataset, format, notes }: Extract<Task, { do: 'open' }>): FileWriter {
  const of = datasets.find(({ id }) => id === dataset);
  const as = formats.find(({ id }) => id === format);
  if (of === undefined || as === undefined) throw new RangeError('no such dataset or format');
  return as.file(of, notes);
}
