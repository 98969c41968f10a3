/**
 * Makes files of heavy formats in one thread of its own, so that nobody's answer waits while rows are encoded.
 *
 * In:     a dataset and a format of the registries, what the file is to say of itself
 * Out:    a FileWriter of the same bytes; of a format that is not heavy the format's own
 * Errors: those of the writer, as an Error with the same message; the end of the thread, to all who wait for it
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Dataset } from '../datasets/dataset.ts';
import type { FileNotes, FileWriter, Format } from './format.ts';

export type Task =
  | {
      readonly file: number;
      readonly do: 'open';
      readonly dataset: string;
      readonly format: string;
      readonly notes: FileNotes | null;
    }
  | { readonly file: number; readonly do: 'push'; readonly rows: Uint8Array }
  | { readonly file: number; readonly do: 'end' | 'drop' };

export interface Done {
  readonly file: number;
  readonly bytes: Uint8Array | null;
  /** null: it went well */
  readonly error: string | null;
}

export function inBackground(dataset: Dataset, format: Format, notes: FileNotes | null = null): FileWriter {
  return format.heavy ? new BackgroundFile(dataset, format, notes) : format.file(dataset, notes);
}

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: Error) => void;
}

class Background {
  readonly #worker = new Worker(new URL('./background-worker.ts', import.meta.url));
  /** by file: a writer is given one thing at a time */
  readonly #waiting = new Map<number, Waiting>();
  readonly #stopped: () => void;

  constructor(stopped: () => void) {
    this.#stopped = stopped;
    this.#worker.unref();
    this.#worker.on('message', ({ file, bytes, error }: Done) => {
      const waiting = this.#waiting.get(file);
      this.#waiting.delete(file);
      if (this.#waiting.size === 0) this.#worker.unref();
      if (error === null) waiting?.resolve(Buffer.from(bytes ?? new Uint8Array(0)));
      else waiting?.reject(new Error(error));
    });
    const end = (error: Error) => {
      this.#stopped();
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
    this.#worker.on('error', end);
    once(this.#worker, 'exit').then(
      () => end(new Error('the thread that makes files has ended')),
      () => undefined,
    );
  }

  ask(task: Task): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(task.file, { resolve, reject });
      // Not left while somebody waits for it, and no reason to stay otherwise.
      this.#worker.ref();
      this.#worker.postMessage(task);
    });
  }

  tell(task: Task): void {
    this.#worker.postMessage(task);
  }
}

let background: Background | null = null;
let files = 0;

class BackgroundFile implements FileWriter {
  readonly #file = ++files;
  readonly #opening: Task;
  #background: Background | null = null;

  constructor(dataset: Dataset, format: Format, notes: FileNotes | null) {
    this.#opening = { file: this.#file, do: 'open', dataset: dataset.id, format: format.id, notes };
  }

  push(rows: Buffer): Promise<Buffer> {
    return this.#thread().ask({ file: this.#file, do: 'push', rows });
  }

  end(): Promise<Buffer> {
    return this.#thread().ask({ file: this.#file, do: 'end' });
  }

  drop(): void {
    this.#background?.tell({ file: this.#file, do: 'drop' });
  }

  /** Begun with the first file, and anew after it has ended; a file stays with the thread that it was begun in. */
  #thread(): Background {
    if (this.#background) return this.#background;
    background ??= new Background(() => {
      background = null;
    });
    background.tell(this.#opening);
    this.#background = background;
    return background;
  }
}
