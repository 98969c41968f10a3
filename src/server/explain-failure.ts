/**
 * An error in words for the person at the terminal.
 *
 * In:     whatever was thrown
 * Out:    a message and an exit code. Errors that were written for people are shown as they are; an error of the
 *         network or the database is explained without its address, which can hold a password; anything else is
 *         named, with its stack only where it was asked for.
 */
import { isDatabaseAway } from '../../api/database-faults.ts';
import { AttackError } from '../../db/attacks/read-public.ts';
import { SettingsError } from '../../db/config.ts';
import { DemonstrationError } from '../../db/demo/error.ts';
import { EmbeddedError } from '../../db/embedded/embedded.ts';
import { ImportError } from '../../db/import/types.ts';
import { PackError } from '../../db/jurisdictions/types.ts';
import { MigrationError } from '../../db/migrate.ts';
import { PublishError } from '../../db/publish/publisher-transaction.ts';
import { CommandError, Interrupted, UsageError } from './commands/types.ts';

export interface Explained {
  readonly message: string;
  readonly exitCode: 1 | 2 | 130;
}

const forPeople = [
  SettingsError,
  PackError,
  EmbeddedError,
  MigrationError,
  ImportError,
  DemonstrationError,
  PublishError,
  AttackError,
  CommandError,
];

export function explainFailure(failure: unknown, debug: boolean): Explained {
  const stack = debug && failure instanceof Error && failure.stack ? `\n${failure.stack}` : '';
  if (failure instanceof UsageError)
    return { message: `${failure.message}\n"npm run portal -- help" lists what there is.`, exitCode: 2 };
  if (failure instanceof Interrupted) return { message: failure.message, exitCode: 130 };
  if (forPeople.some((kind) => failure instanceof kind) && failure instanceof Error)
    return { message: failure.message + stack, exitCode: 1 };
  return {
    message: (explainByCode(failure) ?? brokenOff(failure) ?? unexpected(failure, debug)) + stack,
    exitCode: 1,
  };
}

function unexpected(failure: unknown, debug: boolean): string {
  const said = failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure);
  return `Something went wrong that was not expected: ${said}${debug ? '' : '\nSet DEBUG=1 to see where.'}`;
}

/** What a database or the system says by a code, in words; null for codes that say nothing to people. */
function explainByCode(failure: unknown): string | null {
  const code = errorCode(failure);
  if (code === null) return null;
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(code))
    return `The database does not answer (${code}). Check that its server runs and that the addresses in DATABASE_URL, PUBLISHER_DATABASE_URL, TRIAGE_DATABASE_URL and IMPORT_DATABASE_URL are right.`;
  if (code === '28P01' || code === '28000')
    return 'The database refused the user or the password of the address that it was given.';
  if (code === '3D000') return 'The database named in the address does not exist on its server.';
  if (code === '42P01' || code === '3F000')
    return 'The database has not been set up for this version: run "npm run portal -- migrate".';
  if (code === '42501')
    return 'The role in the address is not allowed to do this. "npm run portal -- doctor" says what is wrong.';
  if (code === '53100' || code === 'ENOSPC')
    return 'The disk is full. Nothing that was not finished has been kept; make room and run the command again.';
  if (code === '57P01' || code === '57P02' || code === '57P03' || code === '08006' || code === '08001')
    return `The database is shutting down or starting (${code}). Try again when it is up.`;
  if (code === 'EACCES' || code === 'EPERM')
    return `The system does not allow it (${code}): ${failure instanceof Error ? failure.message : ''}`;
  return null;
}

/** A connection that ends in the middle has no code of its own. */
function brokenOff(failure: unknown): string | null {
  return isDatabaseAway(failure)
    ? 'The connection to the database broke off, or it takes no more at the moment. Nothing that was not finished has been kept; try again when it is up.'
    : null;
}

function errorCode(failure: unknown): string | null {
  if (failure instanceof AggregateError && failure.errors.length) return errorCode(failure.errors[0]);
  if (typeof failure !== 'object' || failure === null) return null;
  if ('code' in failure && typeof failure.code === 'string') return failure.code;
  return 'cause' in failure ? errorCode(failure.cause) : null;
}
