/**
 * Settings, parsed once from the environment.
 *
 * In:     the environment (names and defaults: README.md, "Settings")
 * Out:    Settings, every value checked; addresses of databases are null where the embedded one is to be used
 * Errors: SettingsError that lists every fault at once and says what would be right. It never quotes an
 *         address, since addresses hold passwords.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export class SettingsError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `${faults.length === 1 ? 'A setting is' : `${faults.length} settings are`} wrong:\n${faults.map((f) => `  - ${f}`).join('\n')}`,
    );
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

const databaseUrl = z
  .string()
  .refine(isPostgresUrl, {
    error: 'must be a PostgreSQL address: postgresql://USER:PASSWORD@HOST:PORT/DATABASE',
  })
  .nullable()
  .default(null);

const port = (fallback: number | null) =>
  z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a port number from 0 to 65535' })
    .transform(Number)
    .refine((n) => n <= 65535, { error: 'must be a port number from 0 to 65535' })
    .nullable()
    .default(fallback);

/** The settings by name; README.md lists each. */
export const settingsSchema = z.object({
  PORT: port(4321),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'must be a host name or an IP address' })
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(isWebUrl, { error: 'must be an http or https address without user, path, query or fragment' })
    .nullable()
    .default(null),
  JURISDICTION: z.string().nullable().default(null),
  DATA_DIR: z.string().default('.data'),
  METRICS_PORT: port(null),
  TRUST_PROXY: z
    .string()
    .regex(/^[0-8]$/, { error: 'must be the number of proxies in front, from 0 to 8' })
    .transform(Number)
    .default(0),
  LOG: z.enum(['errors', 'requests'], { error: 'must be "errors" or "requests"' }).default('errors'),
  DATABASE_URL: databaseUrl,
  PUBLISHER_DATABASE_URL: databaseUrl,
  TRIAGE_DATABASE_URL: databaseUrl,
  IMPORT_DATABASE_URL: databaseUrl,
  REPORTER_DATABASE_URL: databaseUrl,
});

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** the address that people see, without a slash at the end */
  readonly public_url: string;
  /** absolute path of the jurisdiction pack */
  readonly jurisdiction: string;
  /** absolute path */
  readonly data_dir: string;
  /** Prometheus metrics are served here, on `host`, when set */
  readonly metrics_port: number | null;
  /** proxies in front of the portal whose X-Forwarded-For is believed, for the rate limit */
  readonly trusted_proxies: number;
  /** a line per request: method, kind of page, status, milliseconds; never an address or a client */
  readonly log_requests: boolean;
  readonly database_url: string | null;
  readonly publisher_database_url: string | null;
  readonly triage_database_url: string | null;
  readonly import_database_url: string | null;
  /** null beside a triage database of one's own: reporters cannot confirm or dispute */
  readonly reporter_database_url: string | null;
}

/** The folder that holds package.json; pages and packs are found from it, wherever the process was started. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export function parseSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  // An empty variable is an unset one, as in every shell script.
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape).flatMap((name) =>
      env[name]?.trim() ? [[name, env[name].trim()]] : [],
    ),
  );
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success)
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const s = parsed.data;
  const host = s.HOST.includes(':') ? `[${s.HOST}]` : s.HOST;
  return {
    port: s.PORT ?? 4321,
    host: s.HOST,
    public_url: (s.PUBLIC_URL ?? `http://${host}:${s.PORT ?? 4321}`).replace(/\/$/, ''),
    jurisdiction: s.JURISDICTION
      ? path.resolve(s.JURISDICTION)
      : path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'),
    data_dir: path.resolve(s.DATA_DIR),
    metrics_port: s.METRICS_PORT,
    trusted_proxies: s.TRUST_PROXY,
    log_requests: s.LOG === 'requests',
    database_url: s.DATABASE_URL,
    publisher_database_url: s.PUBLISHER_DATABASE_URL,
    triage_database_url: s.TRIAGE_DATABASE_URL,
    import_database_url: s.IMPORT_DATABASE_URL,
    reporter_database_url: s.REPORTER_DATABASE_URL,
  };
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1
  );
}

function isWebUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  );
}
