/**
 * Digests datasets beside the thread that reads them: while one release's rows are hashed and put into Parquet, its
 * figures are computed and the database is asked for more. What is small is done where it is: a thread takes longer to begin.
 *
 * In:     a dataset of the registry; the bytes of its COPY
 * Out:    its digests, once all has been read
 * Errors: those of the formats, as an Error with the same message; the end of the thread, to all who wait for it
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Dataset } from './dataset.ts';
import { type FormatDigest, FormatDigests } from './digest-formats.ts';

export interface Task {
  readonly of: number;
  readonly dataset: string;
  readonly rows: Uint8Array;
  readonly last: boolean;
}

export interface Answer {
  readonly of: number;
  /** bytes that it has worked off */
  readonly taken: number;
  readonly digests: readonly FormatDigest[] | null;
  /** null: it went well */
  readonly error: string | null;
}

/** Given to the thread at a time; with less there is no thread. */
const SMALL_BYTES = 524_288;
/** What may wait for the thread before the database waits as well. */
const MOST_WAITING_BYTES = 33_554_432;

/** A dataset that is being read: `push` in turn, then `end` once, also where the rest does not come. */
export class Digesting {
  readonly #dataset: Dataset;
  /** not given on yet: COPY comes in many small pieces */
  #gathered: Buffer[] = [];
  #bytes = 0;
  #inThread: InThread | null = null;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  async push(rows: Buffer): Promise<void> {
    this.#gathered.push(rows);
    this.#bytes += rows.length;
    if (this.#bytes < SMALL_BYTES) return;
    this.#inThread ??= new InThread(this.#dataset);
    await this.#inThread.push(this.#take());
  }

  /** Resolves when the thread has come to it; nobody has to wait before. */
  async end(): Promise<readonly FormatDigest[]> {
    if (this.#inThread) return this.#inThread.end(this.#take());
    const digests = new FormatDigests(this.#dataset);
    await digests.push(this.#take());
    return digests.end();
  }

  #take(): Buffer {
    const rows = Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.#bytes = 0;
    return rows;
  }
}

class Thread {
  readonly #worker = new Worker(new URL('./digest-worker.ts', import.meta.url));
  readonly #files = new Map<number, (answer: Answer) => void>();
  readonly #stopped: () => void;

  constructor(stopped: () => void) {
    this.#stopped = stopped;
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#files.get(answer.of)?.(answer));
    this.#worker.on('error', (error) => this.#end(error));
    once(this.#worker, 'exit').then(
      () => this.#end(new Error('the thread that digests files has ended')),
      () => undefined,
    );
  }

  send(task: Task): void {
    this.#worker.postMessage(task);
  }

  /** The process stays while somebody waits for it. */
  listen(of: number, answered: (answer: Answer) => void): void {
    this.#files.set(of, answered);
    this.#worker.ref();
  }

  leave(of: number): void {
    this.#files.delete(of);
    if (this.#files.size === 0) this.#worker.unref();
  }

  #end(error: unknown): void {
    this.#stopped();
    const message = error instanceof Error ? error.message : 'it ended';
    for (const [of, answered] of this.#files) answered({ of, taken: 0, digests: null, error: message });
    this.#files.clear();
  }
}

let thread: Thread | null = null;
let datasets = 0;

class InThread {
  readonly #of = ++datasets;
  readonly #dataset: string;
  readonly #thread: Thread;
  readonly #done = Promise.withResolvers<readonly FormatDigest[]>();
  #waiting = 0;
  #taken = Promise.withResolvers<void>();

  constructor(dataset: Dataset) {
    this.#dataset = dataset.id;
    thread ??= new Thread(() => {
      thread = null;
    });
    this.#thread = thread;
    this.#done.promise.catch(() => undefined);
    this.#thread.listen(this.#of, ({ taken, digests, error }) => {
      this.#waiting -= taken;
      if (error !== null) this.#done.reject(new Error(error));
      else if (digests !== null) this.#done.resolve(digests);
      if (error !== null || digests !== null) this.#thread.leave(this.#of);
      this.#taken.resolve();
      this.#taken = Promise.withResolvers();
    });
  }

  async push(rows: Buffer): Promise<void> {
    this.#send(rows, false);
    while (this.#waiting > MOST_WAITING_BYTES) await Promise.race([this.#taken.promise, this.#done.promise]);
  }

  end(rows: Buffer): Promise<readonly FormatDigest[]> {
    this.#send(rows, true);
    return this.#done.promise;
  }

  #send(rows: Buffer, last: boolean): void {
    this.#waiting += rows.length;
    this.#thread.send({ of: this.#of, dataset: this.#dataset, rows, last });
  }
}
