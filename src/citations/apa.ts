/**
 * A reference as people write it.
 *
 * Source: Publication Manual of the American Psychological Association, 7th edition, 10.9 (data sets)
 */
import type { Citation } from './citation.ts';

export function apa({ author, date, title, version, kind, publisher, url }: Citation): string {
  return `${author} (${date.slice(0, 4)}). ${title} (${version}) [${kind}]. ${publisher}. ${url}`;
}
