/**
 * A zip of texts, written as it goes and with no time of day in it: the same texts give the same bytes.
 *
 * Out:    bytes from `take`: what has come since the last time
 * Errors: those of fflate
 */
import { Zip, ZipDeflate } from 'fflate';

/** The first moment that a zip can tell. */
const NO_TIME = new Date(1980, 0, 1);
/** The next steps take three times as long for a tenth less. */
const LEVEL = 1;

export class ZipWriter {
  #parts: Uint8Array[] = [];
  #open: ZipDeflate | null = null;
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#parts.push(chunk);
  });

  whole(name: string, text: string): void {
    this.begin(name);
    this.add(text);
  }

  begin(name: string): void {
    this.#finish();
    this.#open = new ZipDeflate(name, { level: LEVEL });
    this.#open.mtime = NO_TIME;
    this.#zip.add(this.#open);
  }

  add(text: string): void {
    if (text !== '') this.#open?.push(Buffer.from(text));
  }

  end(): void {
    this.#finish();
    this.#zip.end();
  }

  take(): Buffer {
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    return bytes;
  }

  #finish(): void {
    this.#open?.push(new Uint8Array(0), true);
    this.#open = null;
  }
}
