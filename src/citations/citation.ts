/**
 * What a citation of a figure says, whatever it is written for, and a way of writing it.
 *
 * In:     texts in the language of the page; addresses in full
 * Out:    a text in the format, ready to be saved or copied
 */
export interface Citation {
  /** names the figure for ever: statistic, release and what it is narrowed to */
  readonly id: string;
  /** the jurisdiction */
  readonly author: string;
  /** what the figure is, of what and when, and its value */
  readonly title: string;
  /** the release's day, 2026-11-22 */
  readonly date: string;
  /** "release 20 of 22 November 2026" */
  readonly version: string;
  readonly publisher: string;
  readonly url: string;
  /** language tag */
  readonly language: string;
  readonly licence: string;
  /** "Statistic", in the page's language */
  readonly kind: string;
}

export interface CitationFormat {
  /** end of the file's name, and of its address */
  readonly ending: string;
  /** what people call it */
  readonly name: string;
  readonly media_type: string;
  readonly write: (citation: Citation) => string;
}
