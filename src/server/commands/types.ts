/** What a command of the portal is, and what it is given to work with. */
import type { Settings } from '../../../db/config.ts';
import type { Progress } from '../../../db/progress.ts';

export interface CommandOption {
  readonly type: 'boolean' | 'string';
  readonly summary: string;
}

export interface CommandContext {
  readonly settings: Settings;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** what stands behind the command's name, options left out */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly progress: Progress;
  /** a line for people, on the standard output */
  say(line: string): void;
  /** aborts at the first SIGINT or SIGTERM */
  readonly signal: AbortSignal;
  /** asks whoever sits at the terminal; null where nobody does */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** work to do when the command ends, however it ends; the last one given is done first */
  atEnd(work: () => Promise<void>): void;
}

export interface Command {
  readonly name: string;
  /** operands as they are shown in help: `NAME FILE` */
  readonly operands: string;
  readonly summary: string;
  readonly details?: string;
  /** options, once the operands are known; most commands do not look at them */
  options(operands: readonly string[]): Readonly<Record<string, CommandOption>>;
  /** Number of operands that it takes, least and most. */
  readonly takes: readonly [number, number];
  /** The command ends by itself at SIGINT and SIGTERM; any other is left where it is. */
  readonly endsItself?: boolean;
  /** Returns the exit code. */
  run(context: CommandContext): Promise<number>;
}

/** The command line itself is wrong: the message says what would be right. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The command cannot be done as things are: the message says why and what to do. Exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The command was told to stop before it was done. Exit code 130. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** The work's result, or Interrupted as soon as the signal comes; the work is then left where it is. */
export async function unlessInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const interrupted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Interrupted('Stopped before it was done.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
