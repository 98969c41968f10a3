/**
 * `csv?bom=true`: the CSV that Excel opens by itself. It begins with a byte order mark, so that Excel takes it for
 * UTF-8, and a text that a spreadsheet would run as a formula has an apostrophe before it. It is the only variant
 * that is changed: the plain CSV is data, and gives back every text as it is.
 *
 * Source: OWASP, CSV Injection: texts that begin with = + - @, tab, carriage return or line feed, or with the
 *         full-width forms that East Asian spreadsheets take for the same
 */
import { sql } from 'kysely';
import type { FileWriter, RowEncoding } from './format.ts';
import { Framing } from './frame.ts';
import { plain, selectRows } from './select.ts';

/** With it Excel takes the file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

const RUNS_AS_FORMULA = `'^[-=+@\\t\\r\\n＝＋－＠]'`;

export const spreadsheetRows: RowEncoding = {
  id: 'spreadsheet csv',
  copy: (dataset, condition) =>
    sql`copy (${selectRows(dataset, condition, (column) => {
      if (column.type === 'boolean') return `(${plain(column)})::text`;
      if (column.type !== 'string') return plain(column);
      return `case when (${plain(column)}) ~ ${RUNS_AS_FORMULA} then '''' || (${plain(column)}) else (${plain(column)}) end`;
    })}) to stdout (format csv, header)`,
};

export const spreadsheetFile = (): FileWriter =>
  new Framing({ open: BYTE_ORDER_MARK, between: '', close: '' });
