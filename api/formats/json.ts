/** One JSON array of objects, an object a line. */
import type { Format } from './format.ts';
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
  frame: { open: '[\n', between: ',', close: ']\n' },
  writes: () => true,
};
