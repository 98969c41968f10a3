/**
 * Rows out of PostgreSQL's binary COPY.
 *
 * In:     what decodes each column; the bytes of COPY … (format binary), in chunks cut anywhere
 * Out:    rows of values in the order of the columns; null where there is none
 * Errors: RangeError for bytes that are no such COPY
 * Source: PostgreSQL documentation, COPY, "Binary Format"
 */
export type Decode<V> = (bytes: Buffer, at: number, length: number) => V;
export const decodeText: Decode<string> = (bytes, at, length) => bytes.toString('utf8', at, at + length);
export const decodeInteger: Decode<number> = (bytes, at) => bytes.readInt32BE(at);

/** Before its elements an array says how many dimensions it has, whether any is null, their type, and how many there are. */
const ARRAY_HEADER_BYTES = 20;
export const decodeIntegers: Decode<number[]> = (bytes, at, length) => {
  const found: number[] = [];
  // Each element is its length, which is four, and itself.
  for (let from = at + ARRAY_HEADER_BYTES + 4; from < at + length; from += 8)
    found.push(bytes.readInt32BE(from));
  return found;
};

const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** flags and the length of an extension, which PostgreSQL leaves empty */
const HEADER_BYTES = HEADER.length + 8;

export class BinaryCopyReader<V> {
  readonly #decode: readonly Decode<V>[];
  #rest: Buffer = Buffer.alloc(0);
  #begun = false;

  constructor(decode: readonly Decode<V>[]) {
    this.#decode = decode;
  }

  /** Calls for each row that is whole; the array is the reader's own and changes with the next. */
  push(chunk: Buffer, each: (row: readonly (V | null)[]) => void): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    if (!this.#begun) {
      if (bytes.length < HEADER_BYTES) {
        this.#rest = bytes;
        return;
      }
      if (!bytes.subarray(0, HEADER.length).equals(HEADER)) throw new RangeError('not a binary COPY');
      this.#begun = true;
      at = HEADER_BYTES;
    }
    const row: (V | null)[] = new Array(this.#decode.length).fill(null);
    for (let end = this.#read(bytes, at, row); end !== -1; end = this.#read(bytes, at, row)) {
      at = end;
      each(row);
    }
    this.#rest = Buffer.from(bytes.subarray(at));
  }

  /** Out: where the next row begins; -1: this one is not whole, or is the trailer. */
  #read(bytes: Buffer, start: number, row: (V | null)[]): number {
    if (bytes.length < start + 2) return -1;
    const fields = bytes.readInt16BE(start);
    if (fields === -1) return -1;
    if (fields !== this.#decode.length) throw new RangeError('a row has other columns than the dataset');
    let at = start + 2;
    for (let i = 0; i < fields; i += 1) {
      if (bytes.length < at + 4) return -1;
      const length = bytes.readInt32BE(at);
      at += 4;
      if (length === -1) {
        row[i] = null;
        continue;
      }
      if (bytes.length < at + length) return -1;
      row[i] = this.#decode[i]?.(bytes, at, length) ?? null;
      at += length;
    }
    return at;
  }
}
