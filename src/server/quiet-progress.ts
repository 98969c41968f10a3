import type { Progress } from '../../db/progress.ts';

/** Progress of work that is mostly none: phases without anything in them are not shown. */
export function quietUntilBusy(progress: Progress): Progress {
  let waiting: readonly [string, number | null] | null = null;
  return {
    phase(name, total) {
      waiting = [name, total];
    },
    advance(count) {
      if (waiting) progress.phase(...waiting);
      waiting = null;
      progress.advance(count);
    },
    note: progress.note,
    done() {
      if (!waiting) progress.done();
      waiting = null;
    },
  };
}
