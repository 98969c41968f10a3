/** Newline-delimited JSON: an object a line, so that a program can read it as it comes. */
import { type Format, PLAIN_TEXT } from './format.ts';
import { Framing } from './frame.ts';
import { jsonRows } from './json-rows.ts';

export const ndjson: Format = {
  id: 'ndjson',
  title: { en: 'NDJSON', sw: 'NDJSON' },
  description: {
    en: 'One JSON object a line, for programs that read as the data comes.',
    sw: 'Kitu kimoja cha JSON kwa kila mstari, kwa programu zinazosoma data inapofika.',
  },
  media_type: 'application/x-ndjson; charset=utf-8',
  rows: jsonRows,
  file: () => new Framing({ open: '', between: '', close: '' }),
  ...PLAIN_TEXT,
  writes: () => true,
};
