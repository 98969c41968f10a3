/**
 * Excel workbook: a sheet of the rows, whose dates are dates and whose numbers are numbers, and behind it sheets that say
 * what its columns mean, which release it is of and how it is cited, and what its codes are called: whoever is sent the
 * file has all of it. Texts are typed as texts, so that none is ever taken for a formula. Written as it goes: no more
 * than a part of a sheet is in memory.
 *
 * Its dictionary is worded as it is today, so it is no file of the release's manifest: the data of record is the CSV.
 *
 * Source: ECMA-376 (SpreadsheetML); limits of Excel: 1,048,576 rows, 32,767 characters in a cell
 */
import type { Column, Dataset } from '../datasets/dataset.ts';
import type { FileNotes, FileWriter, Format } from './format.ts';
import { tableColumns } from './select.ts';
import { type SheetColumn, SheetWriter } from './sheet-writer.ts';
import {
  ABOUT,
  aboutLines,
  CODES,
  codeLines,
  DICTIONARY,
  dictionaryLines,
  textSheet,
} from './text-sheets.ts';
import { TypedRowReader, typedRows, type Value } from './typed-rows.ts';
import { workbookParts } from './workbook-parts.ts';
import { ZipWriter } from './zip-writer.ts';

const EXCEL_ROWS = 1_048_576;

export const xlsx: Format = {
  id: 'xlsx',
  title: { en: 'Excel', sw: 'Excel' },
  description: {
    en: 'For spreadsheets: dates are dates, codes keep their zeros, and further sheets say what columns and codes mean; up to 1,048,575 rows.',
    sw: 'Kwa lahajedwali: tarehe ni tarehe, misimbo hubaki na sifuri zake, na laha nyingine zinaeleza maana ya safu na misimbo; hadi mistari 1,048,575.',
  },
  media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  rows: typedRows,
  file: (dataset, notes = null) => new Workbook(dataset, notes),
  heavy: true,
  digested: false,
  read_by_parts: false,
  most_rows: EXCEL_ROWS - 1,
  writes: () => true,
};

class Workbook implements FileWriter {
  readonly #zip = new ZipWriter();
  readonly #reader: TypedRowReader;
  readonly #dataset: Dataset;
  readonly #notes: FileNotes | null;
  readonly #columns: readonly Column[];
  readonly #sheet: SheetWriter;
  /** the first value of each column: an example that is in the file */
  readonly #first: Value[];
  #lacking: number;

  constructor(dataset: Dataset, notes: FileNotes | null) {
    this.#dataset = dataset;
    this.#notes = notes;
    this.#columns = tableColumns(dataset);
    this.#reader = new TypedRowReader(this.#columns);
    this.#first = this.#columns.map(() => null);
    this.#lacking = this.#columns.length;
    this.#sheet = new SheetWriter(this.#columns.map(shown));
    const names = ['data', 'dictionary', 'about', ...(notes && notes.codes.length > 0 ? ['codes'] : [])];
    for (const [name, text] of Object.entries(workbookParts(names))) this.#zip.whole(name, text);
    this.#zip.begin('xl/worksheets/sheet1.xml');
    this.#zip.add(
      this.#sheet.open(
        this.#columns.map(({ name }) => name),
        1,
      ),
    );
  }

  push(rows: Buffer): Buffer {
    let xml = '';
    this.#reader.push(rows, (row) => {
      xml += this.#sheet.row(row);
      if (this.#lacking > 0) this.#lookAt(row);
    });
    this.#zip.add(xml);
    return this.#zip.take();
  }

  end(): Buffer {
    this.#zip.add(this.#sheet.close(true));
    const lines = dictionaryLines(this.#columns, this.#first);
    this.#zip.whole('xl/worksheets/sheet2.xml', textSheet(DICTIONARY, lines));
    this.#zip.whole('xl/worksheets/sheet3.xml', textSheet(ABOUT, aboutLines(this.#dataset, this.#notes)));
    if (this.#notes && this.#notes.codes.length > 0)
      this.#zip.whole('xl/worksheets/sheet4.xml', textSheet(CODES, codeLines(this.#notes)));
    this.#zip.end();
    return this.#zip.take();
  }

  #lookAt(row: readonly Value[]): void {
    for (const [i, value] of row.entries())
      if (value !== null && value !== '' && this.#first[i] === null) {
        this.#first[i] = value;
        this.#lacking -= 1;
      }
  }
}

/** Wide enough for its header, with the button beside it, and for what usually stands there. */
function shown({ name, type }: Column): SheetColumn {
  const usual = LONG_TEXTS.has(name) ? 60 : type === 'object' ? 40 : 12;
  return { kind: type === 'date' ? 'date' : 'plain', width: Math.max(name.length + 4, usual) };
}
const LONG_TEXTS = new Set(['public_summary', 'note']);
