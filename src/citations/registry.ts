/** Every format of citations. To add one: a file beside this one, and a line here; page and address follow. */
import { bibtex } from './bibtex.ts';
import type { CitationFormat } from './citation.ts';
import { cslJson } from './csl-json.ts';
import { ris } from './ris.ts';

export const citationFormats: readonly CitationFormat[] = [bibtex, ris, cslJson];
