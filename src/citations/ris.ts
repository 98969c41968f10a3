/**
 * A RIS record: one field a line, lines end in CR LF, nothing spans lines.
 *
 * Source: Research Information Systems, RIS format specification (2011)
 */
import type { CitationFormat } from './citation.ts';

export const ris: CitationFormat = {
  ending: 'ris',
  name: 'RIS',
  media_type: 'application/x-research-info-systems',
  write({ author, title, date, version, publisher, url, language, licence, id }) {
    const fields = [
      ['TY', 'DATA'],
      ['ID', id],
      ['AU', author],
      ['TI', title],
      ['PY', date.slice(0, 4)],
      ['DA', date.replaceAll('-', '/')],
      ['ET', version],
      ['PB', publisher],
      ['LA', language],
      ['N1', licence],
      ['UR', url],
      ['ER', ''],
    ];
    return fields.map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`).join('');
  },
};
