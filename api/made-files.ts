/**
 * Files that were made once and are read many times: formats that take long to make, and any file of which parts
 * are asked for. They lie on the disk and have no name there, so that nothing is left behind however the process
 * ends, and can be read while they still grow.
 *
 * In:     a key that stands for the bytes, and how they are made
 * Out:    a hold on the file, which must be released; files that nobody holds go when there is no room, the longest
 *         unused first, and at once where they are not whole
 * Errors: those of the maker and of the disk, at whoever reads
 */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface MadeFilesOptions {
  /** of all files together */
  readonly most_bytes: number;
  /** made at the same time; others wait */
  readonly at_once: number;
  /** how long somebody who must know a file whole is kept waiting, without a byte */
  readonly soon_ms: number;
}

export type Make = (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;

export interface Whole {
  readonly bytes: number;
  readonly sha256: string;
}

export interface Hold {
  /** when its last byte is there */
  whole(): Promise<Whole>;
  /** Bytes from one place up to, not including, another; waits for those that are not there yet. Releases when it is read or cancelled. */
  stream(from: number, until: number): ReadableStream<Uint8Array>;
  release(): void;
}

const CHUNK_BYTES = 65_536;

export class MadeFiles {
  readonly #options: MadeFilesOptions;
  /** the longest unused first */
  readonly #files = new Map<string, MadeFile>();
  readonly #waiting: (() => void)[] = [];
  #making = 0;

  constructor(options: MadeFilesOptions) {
    this.#options = options;
  }

  /** `sha256`: what it must turn out to be; a file that does not is broken off before its end. Null: whatever it is. */
  hold(key: string, sha256: string | null, make: Make): Hold {
    const file = this.#files.get(key) ?? new MadeFile((signal) => this.#inTurn(signal, make), sha256);
    this.#files.delete(key);
    this.#files.set(key, file);
    const forget = () => {
      if (this.#files.get(key) === file) this.#files.delete(key);
    };
    file.whole().then(() => this.#makeRoom(), forget);
    return file.hold({ forget, freed: () => this.#makeRoom() });
  }

  /** Null: it is still being made. */
  async soon(hold: Hold): Promise<Whole | null> {
    const enough = new AbortController();
    try {
      return await Promise.race([
        hold.whole(),
        sleep(this.#options.soon_ms, null, { signal: enough.signal }).catch(() => null),
      ]);
    } finally {
      enough.abort();
    }
  }

  get bytes(): number {
    return [...this.#files.values()].reduce((sum, file) => sum + file.bytes, 0);
  }

  async close(): Promise<void> {
    const files = [...this.#files.values()];
    this.#files.clear();
    await Promise.all(files.map((file) => file.drop()));
  }

  async #inTurn<T>(signal: AbortSignal, make: (signal: AbortSignal) => Promise<T>) {
    if (this.#making >= this.#options.at_once)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#making += 1;
    const done = () => {
      this.#making -= 1;
      this.#waiting.shift()?.();
    };
    try {
      return { made: await make(signal), done };
    } catch (error) {
      done();
      throw error;
    }
  }

  #makeRoom(): void {
    let bytes = this.bytes;
    for (const [key, file] of this.#files) {
      if (bytes <= this.#options.most_bytes) return;
      if (file.holders > 0) continue;
      bytes -= file.bytes;
      this.#files.delete(key);
      file.drop().catch(() => undefined);
    }
  }
}

type Source = (
  signal: AbortSignal,
) => Promise<{ readonly made: ReadableStream<Uint8Array>; readonly done: () => void }>;

class MadeFile {
  bytes = 0;
  holders = 0;
  readonly #abort = new AbortController();
  readonly #whole: Promise<Whole>;
  #handle: FileHandle | null = null;
  #isWhole = false;
  #failure: { readonly reason: unknown } | null = null;
  #grown = Promise.withResolvers<void>();

  constructor(source: Source, expected: string | null) {
    this.#whole = this.#fill(source, expected);
    this.#whole.catch(() => undefined);
  }

  whole(): Promise<Whole> {
    return this.#whole;
  }

  hold({ forget, freed }: { readonly forget: () => void; readonly freed: () => void }): Hold {
    this.holders += 1;
    let held = true;
    const release = () => {
      if (!held) return;
      held = false;
      this.holders -= 1;
      if (this.#isWhole) freed();
      if (this.holders > 0 || this.#isWhole) return;
      // Nobody waits for the rest.
      forget();
      this.drop().catch(() => undefined);
    };
    return { whole: () => this.#whole, stream: (from, until) => this.#stream(from, until, release), release };
  }

  async drop(): Promise<void> {
    this.#abort.abort(new Error('the file is not wanted any more'));
    await this.#whole.catch(() => undefined);
    await this.#handle?.close();
    this.#handle = null;
  }

  async #fill(source: Source, expected: string | null): Promise<Whole> {
    let written = 0;
    const hash = createHash('sha256');
    try {
      const { made, done } = await source(this.#abort.signal);
      try {
        const handle = await openWithoutName();
        this.#handle = handle;
        for await (const chunk of made) {
          this.#abort.signal.throwIfAborted();
          await writeAll(handle, chunk, written);
          hash.update(chunk);
          // The last chunk is shown only once the digest is known to be right.
          this.bytes = written;
          written += chunk.length;
          this.#tell();
        }
      } finally {
        await made.cancel().catch(() => undefined);
        done();
      }
      const sha256 = hash.digest('hex');
      if (expected !== null && sha256 !== expected)
        throw new Error('a file of a release came out other than it was published');
      this.bytes = written;
      this.#isWhole = true;
      return { bytes: written, sha256 };
    } catch (reason) {
      this.#failure = { reason };
      throw reason;
    } finally {
      this.#tell();
    }
  }

  #tell(): void {
    this.#grown.resolve();
    this.#grown = Promise.withResolvers();
  }

  #stream(from: number, until: number, release: () => void): ReadableStream<Uint8Array> {
    let at = from;
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        try {
          const chunk = await this.#read(at, Math.min(until - at, CHUNK_BYTES));
          at += chunk.length;
          if (chunk.length > 0) controller.enqueue(chunk);
          if (at >= until || chunk.length === 0) {
            release();
            controller.close();
          }
        } catch (error) {
          release();
          throw error;
        }
      },
      cancel: release,
    });
  }

  /** Nothing: the file ends here. */
  async #read(at: number, most: number): Promise<Uint8Array> {
    while (at >= this.bytes && !this.#isWhole) {
      if (this.#failure) throw this.#failure.reason;
      await this.#grown.promise;
    }
    const length = Math.min(most, this.bytes - at);
    if (length <= 0 || this.#handle === null) return new Uint8Array(0);
    const { buffer, bytesRead } = await this.#handle.read(new Uint8Array(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  }
}

async function openWithoutName(): Promise<FileHandle> {
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-made-'));
  const name = path.join(folder, randomUUID());
  try {
    const handle = await open(name, 'wx+', 0o600);
    await unlink(name);
    return handle;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    const { bytesWritten } = await handle.write(chunk, written, chunk.length - written, at + written);
    written += bytesWritten;
  }
}
