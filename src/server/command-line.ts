/**
 * The command line: finds the command, checks its options, runs it, and turns whatever goes wrong into words.
 *
 * In:     arguments, environment, where to write
 * Out:    the exit code: 0 done, 1 could not be done, 2 the command line is wrong, 130 interrupted
 * Errors: none; every error becomes a message on `error`. A stack is printed only where DEBUG is set.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseSettings } from '../../db/config.ts';
import { helpFor, helpForAll } from './commands/help.ts';
import { commands } from './commands/registry.ts';
import { type Command, type CommandContext, UsageError, unlessInterrupted } from './commands/types.ts';
import { explainFailure } from './explain-failure.ts';
import { terminalProgress } from './terminal-progress.ts';

const INTERRUPTED_WITHIN_MS = 10_000;

export interface CommandLine {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly terminal: { readonly isTTY: boolean; readonly columns: number };
  readonly signal: AbortSignal;
  /** asks whoever sits at the terminal; absent where nobody does */
  readonly ask?: (question: string) => Promise<string>;
}

export async function runCommandLine(line: CommandLine): Promise<number> {
  const endings: (() => Promise<void>)[] = [];
  let code: number;
  try {
    code = await dispatch(line, endings);
  } catch (failure) {
    const explained = explainFailure(failure, Boolean(line.env['DEBUG']));
    line.error(`${explained.message}\n`);
    code = explained.exitCode;
  }
  await finish(line, endings, code);
  return code;
}

/** What was opened is closed, last first. After an interruption at once: whatever still runs is rolled back. */
async function finish(
  line: CommandLine,
  endings: readonly (() => Promise<void>)[],
  code: number,
): Promise<void> {
  const closing = async (end: () => Promise<void>) => {
    try {
      await end();
    } catch (failure) {
      line.error(`${explainFailure(failure, Boolean(line.env['DEBUG'])).message}\n`);
    }
  };
  const lastFirst = endings.toReversed();
  if (code === 130) await Promise.race([Promise.all(lastFirst.map(closing)), sleep(INTERRUPTED_WITHIN_MS)]);
  else for (const end of lastFirst) await closing(end);
}

async function dispatch(line: CommandLine, endings: (() => Promise<void>)[]): Promise<number> {
  const [name, ...rest] = line.args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    line.out(`${rest[0] ? helpFor(find(rest[0]), rest.slice(1)) : helpForAll(commands)}\n`);
    return 0;
  }
  const command = find(name);
  if (rest.includes('--help') || rest.includes('-h')) {
    line.out(`${helpFor(command, operandsOf(rest))}\n`);
    return 0;
  }
  const given = parse(command, rest);
  const progress = terminalProgress(line.out, line.terminal);
  const context: CommandContext = {
    // Read when a command asks for them: one that needs none must not fail on them.
    get settings() {
      return parseSettings(line.env);
    },
    env: line.env,
    ...given,
    progress,
    say: progress.note,
    signal: line.signal,
    atEnd: (work) => endings.push(work),
    ask: line.ask ?? null,
  };
  const running = command.run(context);
  return await (command.endsItself ? running : unlessInterrupted(running, line.signal));
}

function find(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  throw new UsageError(
    `There is no command "${printable(name)}". There are: ${commands.map((c) => c.name).join(', ')}, help.`,
  );
}

function parse(command: Command, args: readonly string[]): Pick<CommandContext, 'operands' | 'options'> {
  const options = command.options(operandsOf(args));
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = options[token.name];
    if (!known) {
      const names = Object.keys(options).map((option) => `--${option}`);
      throw new UsageError(
        `"${command.name}" has no option ${printable(token.rawName)}. ${names.length ? `It has: ${names.join(', ')}.` : 'It has no options.'}`,
      );
    }
    if (known.type === 'string' && !token.value)
      throw new UsageError(`Option --${token.name} needs a value: --${token.name} VALUE.`);
    if (known.type === 'boolean' && token.value !== undefined)
      throw new UsageError(`Option --${token.name} takes no value.`);
  }
  const [least, most] = command.takes;
  if (positionals.length < least || positionals.length > most)
    throw new UsageError(
      `"${command.name}" takes ${command.operands || 'no operands'}, and was given ${positionals.length || 'none'}.\n${helpFor(command)}`,
    );
  return { operands: positionals, options: values };
}

/** The operands, before it is known which options take a value: what stands before the first option. */
function operandsOf(args: readonly string[]): readonly string[] {
  const first = args.findIndex((arg) => arg.startsWith('-'));
  return first < 0 ? args : args.slice(0, first);
}

/** What a terminal should not be asked to interpret is left out. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '?').slice(0, 60);
}
