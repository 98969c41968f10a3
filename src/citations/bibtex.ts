/**
 * A BibTeX entry. The address is written as it is: `url` is read verbatim, and holds no brace.
 *
 * Source: Patashnik, BibTeXing (1988); biblatex manual, "verbatim fields"
 */
import type { CitationFormat } from './citation.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function text(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/[\\~^{}&%$#_]/g, (character) => SPECIAL[character] ?? `\\${character}`);
}

export const bibtex: CitationFormat = {
  ending: 'bib',
  name: 'BibTeX',
  media_type: 'application/x-bibtex',
  write({ id, author, title, date, version, publisher, url, language, licence }) {
    const fields = [
      // Braces of their own: an institution has no first name, and titles keep their capitals.
      ['author', `{${text(author)}}`],
      ['title', `{${text(title)}}`],
      ['year', date.slice(0, 4)],
      ['month', MONTHS[Number(date.slice(5, 7)) - 1] ?? ''],
      ['howpublished', text(`${publisher}, ${version}`)],
      ['url', url],
      ['language', text(language)],
      ['note', text(licence)],
    ].map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`}`);
    return `@misc{${id.replace(/[^\w:.-]+/g, '-')},\n${fields.join(',\n')}\n}\n`;
  },
};
