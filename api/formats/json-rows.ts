/**
 * Rows as JSON objects, one a line, straight out of COPY.
 *
 * COPY's text format would escape the backslashes of JSON once more. Its CSV format leaves a field alone unless
 * it holds the quote, the delimiter or a line break; JSON never holds a control character unescaped, so with
 * two of those as quote and delimiter nothing is ever quoted and each line is the object itself.
 */
import { type RawBuilder, sql } from 'kysely';
import type { RowEncoding } from './format.ts';
import { jsonText } from './row-text.ts';
import { selectFeatures, selectRows } from './select.ts';

function copyJson(select: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`copy (select row_to_json(line) from (${select}) as line) to stdout (format csv, quote e'\\x01', delimiter e'\\x02')`;
}

export const jsonRows: RowEncoding = {
  id: 'json rows',
  copy: (dataset, condition) => copyJson(selectRows(dataset, condition)),
  text: jsonText,
};

export const featureRows: RowEncoding = {
  id: 'feature rows',
  copy: (dataset, condition) => copyJson(selectFeatures(dataset, condition)),
};
