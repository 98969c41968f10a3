/** Where long work reports how far it is. The command line draws it; tests and libraries pass `silent`. */
export interface Progress {
  /** A new stretch of work; `total` in the unit that `advance` counts, null where it is not known. */
  phase(name: string, total: number | null): void;
  advance(count: number): void;
  /** A line for people, outside the bar. */
  note(text: string): void;
  /** Ends the phase. */
  done(): void;
}

export const silent: Progress = {
  phase: () => undefined,
  advance: () => undefined,
  note: () => undefined,
  done: () => undefined,
};
