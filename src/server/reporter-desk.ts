/**
 * Where the reporter of a request is served: the sealed box of the private view, and the word on a resolution.
 *
 * In:     connections of the web role and of the reporter's (null: words are not taken), a code, a token
 * Out:    ReporterDesk. An unknown code, another token and a request without a private link are one answer: null,
 *         or `refused`
 * Errors: those of the databases; CommandError when the reporter's role can do more than it is for
 *
 * The token is compared here, in constant time, so that a guess never reaches the triage database; the function
 * there compares it again with what it derives from the secret itself.
 */
import { timingSafeEqual } from 'node:crypto';
import { tokenDigest } from '../../db/anonymise/sealed-box.ts';
import type { PublishedReader, ReporterConnection } from '../../db/connect.ts';
import { excessPrivileges } from '../../db/privileges.ts';
import { sealedBoxOf, tokenDigestOf } from '../../db/queries/reporter.ts';
import { recordWord, type Word, type WordOutcome } from '../../db/reporter-word.ts';
import { CommandError } from './commands/types.ts';
import { tooPowerful } from './role-words.ts';

export interface ReporterDesk {
  readonly takes_words: boolean;
  box(code: string, token: Uint8Array): Promise<string | null>;
  word(code: string, token: Uint8Array, word: Word): Promise<WordOutcome>;
  close(): Promise<void>;
}

/** Compared with where there is nothing to compare with, so that this takes as long. */
const NOBODYS = tokenDigest(new Uint8Array(32));

export function reporterDesk(
  reader: Pick<PublishedReader, 'db'>,
  reporter: ReporterConnection | null,
  refuse: (why: CommandError) => void,
): ReporterDesk {
  const checked = reporter && onceItWorks(() => holdBack(reporter, refuse));
  const isReporter = async (code: string, token: Uint8Array) => {
    const kept = await tokenDigestOf(reader.db, code);
    const same = timingSafeEqual(Buffer.from(tokenDigest(token), 'hex'), Buffer.from(kept ?? NOBODYS, 'hex'));
    return same && kept !== null;
  };
  return {
    takes_words: reporter !== null,
    box: async (code, token) => ((await isReporter(code, token)) ? sealedBoxOf(reader.db, code) : null),
    async word(code, token, word) {
      if (reporter === null || !(await isReporter(code, token))) return 'refused';
      await checked?.();
      return recordWord(reporter, code, token, word);
    },
    close: async () => void (await reporter?.close()),
  };
}

async function holdBack(reporter: ReporterConnection, refuse: (why: CommandError) => void): Promise<void> {
  const excess = await excessPrivileges(reporter.pool, 'reporter');
  if (excess.length === 0) return;
  const why = new CommandError(tooPowerful('reporter', excess));
  refuse(why);
  throw why;
}

/** The triage database may be away when the web process starts: it is asked again until it has answered. */
function onceItWorks(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = null;
      throw error;
    });
    return done;
  };
}
