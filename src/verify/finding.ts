/** What a verification found: one line per thing that is not as it was published. */

export const KINDS = ['file', 'figure', 'cell', 'account', 'reference', 'row', 'precision'] as const;

export interface Finding {
  /** file: manifest, bytes, digest; figure: a statistic; cell: `response_times`; account: the sum of all;
   * reference: a code that no dimension has; row: a row against itself; precision: a guarded row that moved */
  readonly kind: (typeof KINDS)[number];
  readonly release: number;
  /** statistic, file, or column */
  readonly what: string;
  /** which of them: filters, member, key */
  readonly where: string;
  readonly published: string | null;
  readonly recomputed: string | null;
}

/** Findings of one check: the first of them, and how many there are in all. */
export interface Findings {
  readonly checked: number;
  readonly total: number;
  readonly findings: readonly Finding[];
}

/** As many as are listed of one check; the rest is counted. */
export const LISTED = 50;
