/**
 * An item of CSL-JSON, as Zotero, Mendeley and pandoc read it.
 *
 * Source: Citation Style Language 1.0.2, csl-data schema
 */
import type { CitationFormat } from './citation.ts';

export const cslJson: CitationFormat = {
  ending: 'csl.json',
  name: 'CSL-JSON',
  media_type: 'application/vnd.citationstyles.csl+json',
  write({ id, author, title, date, version, publisher, url, language, licence }) {
    const item = {
      id,
      type: 'dataset',
      title,
      author: [{ literal: author }],
      issued: { 'date-parts': [date.split('-').map(Number)] },
      version,
      publisher,
      URL: url,
      language,
      note: licence,
    };
    return `${JSON.stringify([item], null, 2)}\n`;
  },
};
