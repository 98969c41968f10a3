/**
 * The body of a download: rows as PostgreSQL writes them, made into a file of the format, no faster than the reader reads.
 *
 * In:     a pool of the web role; a COPY statement and what makes a file of its rows; the signal of the request
 * Out:    a stream of chunks of about 64 kB, the first of which is there already: a database that cannot answer
 *         shows as an error here, not as a file that breaks off
 * Errors: those of the database. A reader that goes away costs a connection, since a COPY cannot be stopped
 *         halfway in any other way: the pool drops it and opens another.
 */
import type pg from 'pg';
import { type CopyToStreamQuery, to as copyTo } from 'pg-copy-streams';
import type { FileWriter } from '../formats/format.ts';
import { SETTINGS } from './copy-statement.ts';

const CHUNK_BYTES = 65_536;
/** Read ahead of the reader, so that a small file holds its connection no longer than the database needs. */
const AHEAD_BYTES = 1_048_576;
/** From the first row to the last, the reader's own time included. */
const LIMIT = '30min';

export interface CopyJob {
  readonly pool: pg.Pool;
  readonly statement: string;
  /** of one file */
  readonly file: FileWriter;
  readonly signal: AbortSignal;
}

export async function copyBody(job: CopyJob): Promise<ReadableStream<Uint8Array>> {
  const { pool, statement, file, signal } = job;
  signal.throwIfAborted();
  const copy = new Copy(await pool.connect(), file);
  const onAbort = () => copy.drop(new Error('the request was given up'));
  signal.addEventListener('abort', onAbort);
  copy.onEnd = () => signal.removeEventListener('abort', onAbort);
  await copy.begin(statement);
  const first = await copy.nextOrDrop();
  return streamOf(copy, first);
}

function streamOf(copy: Copy, first: Buffer | null): ReadableStream<Uint8Array> {
  const deliver = (controller: ReadableStreamDefaultController<Uint8Array>, chunk: Buffer | null) => {
    if (chunk !== null) controller.enqueue(chunk);
    if (copy.ended) controller.close();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => deliver(controller, first),
      pull: async (controller) => deliver(controller, await copy.nextOrDrop()),
      cancel: () => copy.drop(new Error('the reader went away')),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD_BYTES }),
  );
}

/** One COPY on one client, which is given back whole after the last row, and broken off otherwise. */
class Copy {
  ended = false;
  onEnd: () => void = () => undefined;
  readonly #client: pg.PoolClient;
  readonly #file: FileWriter;
  #rows: CopyToStreamQuery | undefined;
  #chunks: AsyncIterator<Buffer> | undefined;
  #released = false;

  constructor(client: pg.PoolClient, file: FileWriter) {
    this.#client = client;
    this.#file = file;
    client.on('error', ignore);
  }

  async begin(statement: string): Promise<void> {
    try {
      await this.#client.query(`begin read only; set local statement_timeout to '${LIMIT}'; ${SETTINGS}`);
    } catch (error) {
      this.drop(error);
      throw error;
    }
    this.#rows = this.#client.query(copyTo(statement));
    // Said by the iterator as well; without a listener it would end the process.
    this.#rows.on('error', ignore);
    this.#chunks = this.#rows[Symbol.asyncIterator]();
  }

  /** The next bytes of the file; null: there are no more. Throws after the client was given up. */
  async nextOrDrop(): Promise<Buffer | null> {
    try {
      return await this.#next();
    } catch (error) {
      this.drop(error);
      throw error;
    }
  }

  async #next(): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    let bytes = 0;
    while (!this.ended && this.#chunks !== undefined && bytes < CHUNK_BYTES) {
      const { done, value } = await this.#chunks.next();
      if (done) await this.#end();
      const part = await (done ? this.#file.end() : this.#file.push(value));
      parts.push(part);
      bytes += part.length;
    }
    return bytes === 0 ? null : Buffer.concat(parts, bytes);
  }

  async #end(): Promise<void> {
    this.ended = true;
    await this.#client.query('commit');
    if (this.#released) return;
    this.#released = true;
    this.#client.off('error', ignore);
    this.#client.release();
    this.onEnd();
  }

  /** The pool closes a client that is released with an error. */
  drop(reason: unknown): void {
    if (this.#released) return;
    const error = reason instanceof Error ? reason : new Error('the download failed');
    this.#released = true;
    this.#client.release(error);
    this.#rows?.destroy(error);
    this.#file.drop?.();
    this.onEnd();
  }
}

const ignore = () => undefined;
