/** One JSON array of objects, an object a line. */
import { type Format, PLAIN_TEXT } from './format.ts';
import { Framing } from './frame.ts';
import { jsonRows } from './json-rows.ts';

export const json: Format = {
  id: 'json',
  title: { en: 'JSON', sw: 'JSON' },
  description: {
    en: 'One JSON array, for programs that read a file whole.',
    sw: 'Orodha moja ya JSON, kwa programu zinazosoma faili nzima.',
  },
  media_type: 'application/json; charset=utf-8',
  rows: jsonRows,
  file: () => new Framing({ open: '[\n', between: ',', close: ']\n' }),
  ...PLAIN_TEXT,
  writes: () => true,
};
