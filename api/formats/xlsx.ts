/**
 * Excel workbook: a sheet of the rows, whose dates are dates and whose numbers are numbers, and a sheet with the
 * dictionary. Texts are typed as texts, so that none is ever taken for a formula. Written as it goes: no more than a
 * part of a sheet is in memory.
 *
 * Its dictionary is worded as it is today, so it is no file of the release's manifest: the data of record is the CSV.
 *
 * Source: ECMA-376 (SpreadsheetML); limits of Excel: 1,048,576 rows, 32,767 characters in a cell
 */
import type { Column, Dataset } from '../datasets/dataset.ts';
import type { FileWriter, Format } from './format.ts';
import { tableColumns } from './select.ts';
import { SheetWriter } from './sheet-writer.ts';
import { TypedRowReader, typedRows } from './typed-rows.ts';
import { WORKBOOK_PARTS } from './workbook-parts.ts';
import { ZipWriter } from './zip-writer.ts';

const EXCEL_ROWS = 1_048_576;

export const xlsx: Format = {
  id: 'xlsx',
  title: { en: 'Excel', sw: 'Excel' },
  description: {
    en: 'A workbook with dates as dates and a sheet that says what each column means; up to 1,048,575 rows.',
    sw: 'Kitabu cha kazi chenye tarehe halisi na laha inayoeleza maana ya kila safu wima; hadi safu 1,048,575.',
  },
  media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  rows: typedRows,
  file: (dataset) => new Workbook(dataset),
  heavy: true,
  digested: false,
  read_by_parts: false,
  most_rows: EXCEL_ROWS - 1,
  writes: () => true,
};

class Workbook implements FileWriter {
  readonly #zip = new ZipWriter();
  readonly #reader: TypedRowReader;
  readonly #sheet: SheetWriter;

  constructor(dataset: Dataset) {
    const columns = tableColumns(dataset);
    this.#reader = new TypedRowReader(columns);
    for (const [name, text] of Object.entries(WORKBOOK_PARTS)) this.#zip.whole(name, text);
    this.#zip.whole('xl/worksheets/sheet2.xml', dictionarySheet(dataset, columns));
    this.#zip.begin('xl/worksheets/sheet1.xml');
    this.#sheet = new SheetWriter(
      columns.map(({ type }) => (type === 'date' ? 'date' : 'plain')),
      columns.map(({ name }) => Math.min(Math.max(name.length + 2, 12), 30)),
    );
    this.#zip.add(this.#sheet.open(columns.map(({ name }) => name)));
  }

  push(rows: Buffer): Buffer {
    let xml = '';
    this.#reader.push(rows, (row) => {
      xml += this.#sheet.row(row);
    });
    this.#zip.add(xml);
    return this.#zip.take();
  }

  end(): Buffer {
    this.#zip.add(this.#sheet.close());
    this.#zip.end();
    return this.#zip.take();
  }
}

const DICTIONARY_HEADER = ['column', 'type', 'unit', 'title', 'description', 'jina', 'maelezo'];
const DICTIONARY_WIDTHS = [24, 10, 14, 26, 80, 26, 80];

/** One row per column of the data, then what to beware of. */
function dictionarySheet(dataset: Dataset, columns: readonly Column[]): string {
  const sheet = new SheetWriter(
    DICTIONARY_HEADER.map(() => 'plain'),
    DICTIONARY_WIDTHS,
  );
  const lines = [
    ...columns.map(({ name, type, unit, title, description }) => [
      name,
      type,
      unit,
      title.en,
      description.en,
      title.sw,
      description.sw,
    ]),
    [null, null, null, dataset.title.en, dataset.description.en, dataset.title.sw, dataset.description.sw],
    ...dataset.caveats.map(({ en, sw }) => [null, null, null, null, en, null, sw]),
  ];
  return sheet.open(DICTIONARY_HEADER) + lines.map((line) => sheet.row(line)).join('') + sheet.close();
}
