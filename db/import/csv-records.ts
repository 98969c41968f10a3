/**
 * The records of a CSV file, as a stream.
 *
 * In:     the path, plain or gzip, and the delimiter; UTF-8, RFC 4180
 * Out:    lists of records, the header first; empty lines are left out
 * Errors: ImportError when the file cannot be used at all; SourceBreak after the last good record, when the file
 *         breaks off or cannot be parsed further
 */
import { CsvError, parse } from 'csv-parse';
import { readSource, SourceBreak } from './source.ts';
import { through } from './through.ts';

/** A record longer than this is a quote that was never closed. */
const MAX_RECORD_CHARACTERS = 1_000_000;

export async function* readRecords(
  file: string,
  delimiter: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<string[][], void> {
  const parser = parse({
    delimiter,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD_CHARACTERS,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  let last_byte: number | undefined;
  const chunks = (async function* () {
    for await (const chunk of readSource(file, onRead)) {
      last_byte = chunk.at(-1);
      yield chunk;
    }
  })();
  let columns: number | null = null;
  // The newest record waits, since only the end of the file tells whether it is whole.
  let waiting: string[][] = [];
  try {
    for await (const records of through<string[]>(parser, chunks)) {
      columns ??= records[0]?.length ?? null;
      yield [...waiting, ...records.slice(0, -1)];
      waiting = records.slice(-1);
    }
  } catch (error) {
    yield waiting;
    if (error instanceof CsvError) throw new SourceBreak(explain(error));
    throw error;
  }
  const [newest] = waiting;
  const ends_with_line = last_byte === 0x0a || last_byte === 0x0d;
  if (newest !== undefined && columns !== null && newest.length < columns && !ends_with_line)
    throw new SourceBreak('the last line ends in the middle');
  yield waiting;
}

function explain(error: CsvError): string {
  const line: unknown = error['lines'];
  const at = typeof line === 'number' ? `line ${line}: ` : '';
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return `${at}a quoted field begins here or before and is never closed`;
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `${at}a quoted field is followed by something other than the delimiter; a quote inside a field is written twice ("")`;
    case 'INVALID_OPENING_QUOTE':
      return `${at}a quote stands inside a field that does not begin with one; quote the whole field and write the quote twice ("")`;
    default:
      return `${at}the CSV cannot be parsed (${error.code})`;
  }
}
