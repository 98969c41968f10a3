/**
 * What stands around and between the rows of a file.
 *
 * In:     the bytes of rows, each ending in a line feed and holding no other, in chunks cut anywhere
 * Out:    the bytes of the file
 * Law:    the same file however the rows are cut into chunks
 */
import type { FileWriter } from './format.ts';

export interface Frame {
  readonly open: string;
  /** put before the line feed between two rows */
  readonly between: '' | ',';
  readonly close: string;
}

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const NOTHING = Buffer.alloc(0);

export class Framing implements FileWriter {
  readonly #frame: Frame;
  #opened = false;
  /** the line feed of the last row seen, kept until it is known whether another follows */
  #held = false;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  push(rows: Buffer): Buffer {
    if (rows.length === 0) return rows;
    const body = this.#frame.between === '' ? rows : this.#withCommas(rows);
    const open = this.#open();
    return open.length === 0 ? body : Buffer.concat([open, body]);
  }

  end(): Buffer {
    const held = this.#held ? '\n' : '';
    return Buffer.concat([this.#open(), Buffer.from(held + this.#frame.close)]);
  }

  #open(): Buffer {
    if (this.#opened) return NOTHING;
    this.#opened = true;
    return Buffer.from(this.#frame.open);
  }

  #withCommas(rows: Buffer): Buffer {
    const last = rows.length - 1;
    const holds = rows[last] === LINE_FEED;
    let breaks = this.#held ? 1 : 0;
    for (let at = rows.indexOf(LINE_FEED); at !== -1 && at < last; at = rows.indexOf(LINE_FEED, at + 1))
      breaks += 1;
    const out = Buffer.allocUnsafe(rows.length + breaks + (this.#held ? 1 : 0) - (holds ? 1 : 0));
    let written = 0;
    if (this.#held) {
      out[0] = COMMA;
      out[1] = LINE_FEED;
      written = 2;
    }
    let from = 0;
    for (let at = rows.indexOf(LINE_FEED); at !== -1 && at < last; at = rows.indexOf(LINE_FEED, from)) {
      written += rows.copy(out, written, from, at);
      out[written] = COMMA;
      out[written + 1] = LINE_FEED;
      written += 2;
      from = at + 1;
    }
    rows.copy(out, written, from, holds ? last : rows.length);
    this.#held = holds;
    return out;
  }
}
