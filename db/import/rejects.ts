/**
 * The rejects file: one line for each record that could not be used. It names the record by its number and its
 * id in the source, and says why; it never quotes anything else of the record, which could be personal.
 *
 * In:     rejected records, in any order of time
 * Out:    a CSV file with the columns row, external_id, reason, readable by its owner alone; no file when
 *         nothing was rejected. `reasons` counts them, most frequent first.
 * Errors: ImportError when the file cannot be written
 */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ImportError } from './types.ts';

const REJECTS_HEADER = 'row,external_id,reason\r\n';

export interface Rejected {
  /** as a spreadsheet counts: the header is row 1. For GeoJSON, the number of the feature, from 1 */
  readonly row: number;
  readonly external_id: string;
  readonly reason: string;
}

export class Rejects {
  readonly path: string;
  #file: FileHandle | null = null;
  #count = 0;
  readonly #reasons = new Map<string, { count: number; first: number }>();

  constructor(path: string) {
    this.path = path;
  }

  get count(): number {
    return this.#count;
  }

  async add(rejected: readonly Rejected[]): Promise<void> {
    if (rejected.length === 0) return;
    this.#count += rejected.length;
    let text = '';
    for (const { row, external_id, reason } of rejected) {
      text += `${row},${field(external_id)},${field(reason)}\r\n`;
      const known = this.#reasons.get(reason);
      if (known) known.count++;
      else this.#reasons.set(reason, { count: 1, first: row });
    }
    try {
      if (this.#file === null) {
        this.#file = await open(this.#partial, 'w', 0o600);
        await this.#file.appendFile(REJECTS_HEADER);
      }
      await this.#file.appendFile(text);
    } catch (error) {
      throw unwritable(this.path, error);
    }
  }

  /** Puts the file in its place; returns its path, or null when nothing was rejected. */
  async close(): Promise<string | null> {
    try {
      if (this.#file === null) {
        await removeOlder(this.path);
        return null;
      }
      await this.#file.sync();
      await this.#file.close();
      this.#file = null;
      await rename(this.#partial, this.path);
      return this.path;
    } catch (error) {
      throw unwritable(this.path, error);
    }
  }

  /** `rejected, since it has no code (first: row 17): 120` */
  reasons(record: 'row' | 'feature'): string[] {
    return [...this.#reasons]
      .sort(([, a], [, b]) => b.count - a.count || a.first - b.first)
      .map(([reason, { count, first }]) => `rejected, since ${reason} (first: ${record} ${first}): ${count}`);
  }

  get #partial(): string {
    return `${this.path}.partial`;
  }
}

/** `--rejects FILE`, or the source's name with `.rejects.csv` in the current folder. */
export function rejectsPath(source: string, option: string | undefined): string {
  return path.resolve(option ?? `${path.basename(source)}.rejects.csv`);
}

/** An older rejects file would be taken for this import's; anything that is not ours stays. */
async function removeOlder(file: string): Promise<void> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(REJECTS_HEADER.length), 0);
  await handle.close();
  if (buffer.toString('utf8', 0, bytesRead) === REJECTS_HEADER) await rm(file);
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unwritable(file: string, error: unknown): ImportError {
  const why = error instanceof Error ? error.message : 'unknown error';
  return new ImportError(`The rejects file ${file} cannot be written (${why}). Name another with --rejects.`);
}
