/** How a part of the benchmark says what it found. */
export interface Reports {
  readonly say: (line: string) => void;
  readonly skip: (what: string, why: string) => void;
  /** measured against its target, which it must reach or, for times and counts, not pass */
  readonly bar: (what: string, value: number, unit: 'ratio' | 's' | 'ms' | 'at most', target: number) => void;
}
