/**
 * Says a reporter's word on a resolution to the triage database, by the one function that does.
 *
 * In:     the reporter's connection, a canonical code, the token of the private link (32 bytes), the word
 * Out:    what became of it; see `migrations/triage/0005-reporter-word.ts`
 * Errors: those of the database
 */
import type { ReporterConnection } from './connect.ts';

export const WORDS = ['confirmed', 'disputed'] as const;
export type Word = (typeof WORDS)[number];
export type WordOutcome = 'recorded' | 'same' | 'not_resolved' | 'too_often' | 'refused';

export async function recordWord(
  reporter: ReporterConnection,
  code: string,
  token: Uint8Array,
  word: Word,
): Promise<WordOutcome> {
  const { rows } = await reporter.pool.query<{ outcome: WordOutcome }>(
    'select reporter_word.record($1, $2, $3) as outcome',
    [code, Buffer.from(token), word],
  );
  return rows[0]?.outcome ?? 'refused';
}
