/**
 * What a chart draws and its table says: the page renders the table, the browser draws from it.
 * Numbers are raw in `value` (share 0–1, hours, count); `text` is what a person reads.
 */
export interface ChartCell {
  readonly text: string;
  /** the number that the text begins with, and the address of its figure */
  readonly link?: { readonly text: string; readonly href: string } | undefined;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface ChartRow {
  readonly label: string;
  /** place on the axis of a curve, in days; left out: rows stand side by side */
  readonly x?: number;
  /** drawn hollow: follow-up of the period is not over */
  readonly incomplete?: boolean;
  readonly cells: readonly ChartCell[];
}

export interface ChartTable {
  /** heading of the first column */
  readonly head: string;
  /** one series per further column; `role` chooses its colour, `faint` is drawn in outline */
  readonly series: readonly {
    readonly label: string;
    readonly role: 'main' | 'second' | 'context' | 'faint';
  }[];
  readonly rows: readonly ChartRow[];
}

/** `rows`: bars that lie, their series side by side in one row */
export type ChartKind = 'curve' | 'bars' | 'trend' | 'rows';
