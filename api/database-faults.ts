/**
 * Tells a database that is away, overloaded or too slow from a fault in the program.
 *
 * In:     whatever a query threw
 * Out:    true when trying again later can help
 * Source: PostgreSQL, appendix A (error codes); Node.js, system errors
 */
const SYSTEM_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'EAI_AGAIN',
]);

/**
 * 08 connection, 53 resources, 57 operator intervention (shutdown, cancelled, timeout), 58 system error; and
 * 55000, which a database answers that is closed to connections while it is being maintained.
 */
const SQL_STATE = /^((08|53|57|58)[0-9A-Z]{3}|55000)$/;

/** The driver's own words, which carry no code. */
const DRIVER =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered|Query read timeout)/;

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string')
    if (SYSTEM_ERRORS.has(error.code) || SQL_STATE.test(error.code)) return true;
  return DRIVER.test(error.message) || isDatabaseAway(error.cause);
}
