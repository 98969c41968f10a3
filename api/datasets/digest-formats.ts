/**
 * Digests of one dataset in every format that is made of typed rows, in one pass over them.
 *
 * In:     the bytes of a COPY of `digestRows`, in chunks cut anywhere
 * Out:    per format the size and SHA-256 of the file as it will be served
 */
import { createHash } from 'node:crypto';
import type { Format } from '../formats/format.ts';
import { formatsOf } from '../formats/registry.ts';
import { digestColumns, TypedRowReader } from '../formats/typed-rows.ts';
import type { Dataset } from './dataset.ts';

export interface FormatDigest {
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const digestedFormats = (dataset: Dataset): readonly Format[] =>
  formatsOf(dataset).filter((format) => format.digested);

/** Those that typed rows suffice for; of the others the file itself is digested. */
export const isOfTypedRows = (format: Format): boolean =>
  format.typedFile !== undefined || format.rows.text !== undefined;

type Digest = ReturnType<typeof digestOf>;

function digestOf({ id }: Format) {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    add(part: Buffer): void {
      hash.update(part);
      bytes += part.length;
    },
    done: (): FormatDigest => ({ format: id, bytes, sha256: hash.digest('hex') }),
  };
}

/** A file that is made of rows beside others: of what it was given, and to its end. */
interface Part {
  readonly row: (values: Parameters<Parameters<TypedRowReader['push']>[1]>[0]) => void;
  readonly flush: () => Promise<void>;
  readonly end: () => Promise<readonly FormatDigest[]>;
}

export class FormatDigests {
  readonly #reader: TypedRowReader;
  readonly #parts: readonly Part[];

  constructor(dataset: Dataset) {
    this.#reader = new TypedRowReader(digestColumns(dataset));
    const formats = digestedFormats(dataset).filter(isOfTypedRows);
    this.#parts = [...Map.groupBy(formats, (format) => format.typedFile ?? format.rows).values()].map(
      (sharing) => typedPart(sharing, dataset) ?? textPart(sharing, dataset),
    );
  }

  async push(copy: Buffer): Promise<void> {
    this.#reader.push(copy, (values) => {
      for (const part of this.#parts) part.row(values);
    });
    for (const part of this.#parts) await part.flush();
  }

  async end(): Promise<FormatDigest[]> {
    const digests: FormatDigest[] = [];
    for (const part of this.#parts) digests.push(...(await part.end()));
    return digests;
  }
}

function typedPart([format]: readonly Format[], dataset: Dataset): Part | null {
  const file = format?.typedFile?.(dataset);
  if (format === undefined || file === undefined) return null;
  const digest = digestOf(format);
  return {
    row: (values) => file.row(values),
    flush: async () => digest.add(file.take()),
    end: async () => {
      digest.add(file.end());
      return [digest.done()];
    },
  };
}

/** Formats of the same text, such as NDJSON and JSON: it is made once, and what stands around it by each. */
function textPart(formats: readonly Format[], dataset: Dataset): Part {
  const rows = formats[0]?.rows.text?.(dataset);
  const files = formats.map((format) => ({ writer: format.file(dataset), digest: digestOf(format) }));
  let text = rows?.header ?? '';
  const each = async (work: (file: (typeof files)[number]) => Promise<void>) => {
    for (const file of files) await work(file);
  };
  const flush = async () => {
    const bytes = Buffer.from(text);
    text = '';
    await each(async ({ writer, digest }) => digest.add(await writer.push(bytes)));
  };
  return {
    row: (values) => {
      text += rows?.row(values) ?? '';
    },
    flush,
    end: async () => {
      await flush();
      await each(async ({ writer, digest }) => digest.add(await writer.end()));
      return files.map(({ digest }: { digest: Digest }) => digest.done());
    },
  };
}
