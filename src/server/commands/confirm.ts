/**
 * Asks before something is done that cannot be undone.
 *
 * In:     the command's context, whose option `yes` says that nobody need be asked; the question
 * Errors: UsageError where nobody can be asked; CommandError when the answer is no
 */
import { type CommandContext, CommandError, UsageError } from './types.ts';

export const CONFIRMATION = {
  'dry-run': { type: 'boolean', summary: 'show what would change, and change nothing' },
  yes: { type: 'boolean', summary: 'do it without asking' },
} as const;

export async function confirm(
  { ask, options }: Pick<CommandContext, 'ask' | 'options'>,
  question: string,
): Promise<void> {
  if (options['yes'] === true) return;
  if (ask === null)
    throw new UsageError(
      'This cannot be undone, and there is nobody at a terminal to confirm it: add --yes.',
    );
  const answer = await ask(`${question} This cannot be undone. Type "yes" to go on: `);
  if (answer.trim().toLowerCase() !== 'yes') throw new CommandError('Nothing was changed.');
}
