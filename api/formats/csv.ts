/**
 * CSV as RFC 4180 has it, UTF-8, with a header; an empty field is an unknown value, and an empty text is `""`.
 *
 * Lines end in a line feed, as PostgreSQL writes them and every reader takes them: rewriting each line to the
 * carriage return and line feed of the RFC would cost a pass over every byte.
 */
import { sql } from 'kysely';
import { type Format, PLAIN_TEXT } from './format.ts';
import { Framing } from './frame.ts';
import { csvText } from './row-text.ts';
import { plain, selectRows } from './select.ts';

export const csv: Format = {
  id: 'csv',
  title: { en: 'CSV', sw: 'CSV' },
  description: {
    en: 'A plain table that every program can read. In a spreadsheet take Excel instead.',
    sw: 'Jedwali la kawaida ambalo kila programu inaweza kulisoma. Kwa lahajedwali chukua Excel badala yake.',
  },
  media_type: 'text/csv; charset=utf-8',
  rows: {
    id: 'csv',
    copy: (dataset, condition) =>
      sql`copy (${selectRows(dataset, condition, (column) =>
        // PostgreSQL would write t and f.
        column.type === 'boolean' ? `(${plain(column)})::text` : plain(column),
      )}) to stdout (format csv, header)`,
    text: csvText,
  },
  file: () => new Framing({ open: '', between: '', close: '' }),
  ...PLAIN_TEXT,
  writes: () => true,
};
