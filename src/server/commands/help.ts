/** What `portal help` prints: the list of commands, or one command with its options. */
import type { Command } from './types.ts';

export function helpForAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => usage(command).length));
  return [
    'Usage: npm run portal -- COMMAND [operands] [--options]',
    '',
    ...commands.map((command) => `  ${usage(command).padEnd(width)}  ${command.summary}`),
    `  ${'help [COMMAND]'.padEnd(width)}  What a command does and which options it has.`,
    '',
    'Settings are read from the environment; README.md lists them.',
  ].join('\n');
}

export function helpFor(command: Command, operands: readonly string[] = []): string {
  const options = Object.entries(command.options(operands)).map(
    ([name, option]) => [`--${name}${option.type === 'string' ? ' VALUE' : ''}`, option.summary] as const,
  );
  const width = Math.max(0, ...options.map(([name]) => name.length));
  return [
    `Usage: npm run portal -- ${usage(command)}`,
    '',
    command.summary,
    ...(command.details ? ['', command.details] : []),
    ...(options.length ? ['', 'Options:'] : []),
    ...options.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`),
  ].join('\n');
}

function usage(command: Command): string {
  return [command.name, command.operands].filter(Boolean).join(' ');
}
