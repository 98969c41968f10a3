/**
 * The bytes of a source file, plain or gzip, as a stream.
 *
 * In:     the path of a file
 * Out:    chunks of its content, unpacked where it is gzip (told by its content, not by its name)
 * Errors: ImportError before the first chunk, when the file cannot be used at all;
 *         SourceBreak after the last good chunk, when it breaks off or is damaged further on
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { through } from './through.ts';
import { ImportError } from './types.ts';

/** Says how a source breaks off; what was read before is good. */
export class SourceBreak extends Error {
  override name = 'SourceBreak';
}

/** `onRead` is told of bytes of the file as they are read, for progress. */
export async function* readSource(
  file: string,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer, void> {
  const gzip = await look(file);
  if (gzip) await refuseDamaged(file);
  const stream = createReadStream(file);
  const chunks = (async function* () {
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        onRead(chunk.length);
        yield chunk;
      }
    } catch (error) {
      throw new SourceBreak(
        `the file cannot be read further (${error instanceof Error ? error.message : 'unknown error'})`,
      );
    }
  })();
  try {
    yield* gzip ? unpack(chunks) : chunks;
  } finally {
    stream.destroy();
  }
}

/** The whole text of a file that must be whole to be of use. */
export async function readWholeText(
  file: string,
  limit_bytes: number,
  onRead?: (bytes: number) => void,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of readSource(file, onRead)) {
      bytes += chunk.length;
      if (bytes > limit_bytes)
        throw new ImportError(
          `${file} is larger than ${limit_bytes / 1_000_000} MB. Simplify or split it first.`,
        );
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof SourceBreak)
      throw new ImportError(`${file} is not whole: ${error.message}. Nothing of it was kept.`);
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new ImportError(`${file} is not UTF-8 text. Save it as UTF-8. Nothing of it was kept.`);
  }
}

/** Whether the file is gzip; refuses what cannot be a source. */
async function look(file: string): Promise<boolean> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, 'r');
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0);
    const start = buffer.subarray(0, bytesRead);
    const begins = (...bytes: number[]) => bytes.every((byte, i) => start[i] === byte);
    if (bytesRead === 0) throw new ImportError(`${file} is empty. Nothing was imported.`);
    if (begins(0x1f, 0x8b)) return true;
    if (/\.gz$/i.test(file))
      throw new ImportError(
        `${file} is named .gz but its content is not gzip. Check how it was downloaded, or drop the .gz.`,
      );
    if (begins(0x50, 0x4b, 0x03, 0x04))
      throw new ImportError(
        `${file} is a ZIP archive or a spreadsheet. Unpack it, or export the sheet as CSV in UTF-8.`,
      );
    if (begins(0xff, 0xfe) || begins(0xfe, 0xff))
      throw new ImportError(`${file} is UTF-16 text. Save it as UTF-8.`);
    return false;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const why =
      code === 'ENOENT'
        ? 'does not exist'
        : code === 'EISDIR'
          ? 'is a folder, not a file'
          : `cannot be read (${String(code)})`;
    throw new ImportError(`${file} ${why}. Give the path of the file to import.`);
  } finally {
    await handle?.close();
  }
}

/**
 * Gzip tells damage by a checksum at its end, too late for rows that were taken before. So it is read once for
 * that alone; an end that is missing is another matter, since what is there is good.
 */
async function refuseDamaged(file: string): Promise<void> {
  try {
    for await (const unpacked of through<Buffer>(createGunzip(), createReadStream(file))) unpacked.length = 0;
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      /^Z_(DATA|STREAM)_ERROR$|^Z_NEED_DICT$/.test(String(error.code))
    )
      throw new ImportError(
        `${file} is damaged: its gzip checksum or structure is wrong. Download it again. Nothing was imported.`,
      );
  }
}

async function* unpack(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  try {
    for await (const unpacked of through<Buffer>(createGunzip(), chunks)) yield* unpacked;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new SourceBreak(
      error.code === 'Z_BUF_ERROR' ? 'the gzip data ends too early' : 'the gzip data is damaged',
    );
  }
}
