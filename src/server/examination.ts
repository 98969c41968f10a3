/**
 * What `doctor` looks at, one check after the other. A check that fails does not end the examination; what
 * cannot be looked at without it is left out.
 *
 * In:     Settings, how to open the databases, the clock
 * Out:    per check: what was looked at, what was found, and null or what to do about it
 * Errors: none: an error is a finding
 */
import pg from 'pg';
import type { Settings } from '../../db/config.ts';
import type { RoleName } from '../../db/embedded/roles.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { pendingMigrations } from '../../db/pending-migrations.ts';
import { abilitiesOf } from '../../db/privileges/abilities.ts';
import { RECORD_WORD, TRIAGE_READER_COLUMNS } from '../../db/privileges/limits.ts';
import { excessPrivileges } from '../../db/privileges.ts';
import type { Addresses } from './addresses.ts';
import { isSiteBuilt } from './built-site.ts';
import { explainFailure } from './explain-failure.ts';
import { languageLine } from './language-words.ts';
import { excessLines, type RoleFound, roleTable } from './role-words.ts';

export interface Finding {
  readonly what: string;
  readonly found: string;
  /** null: as it should be */
  readonly fault: string | null;
  /** lines that belong below it */
  readonly below?: readonly string[];
}

export interface Examination {
  readonly settings: Settings;
  readonly open: () => Promise<Addresses>;
  readonly now: () => Date;
}

const OLDEST_NODE = [22, 12] as const;
const OLDEST_POSTGRES = 150_000;
/** Live status older than this means that nobody publishes. */
const LAG_MINUTES = 15;

type Found = string | { readonly found?: string; readonly fault: string };

export async function* examine({ settings, open, now }: Examination): AsyncGenerator<Finding> {
  yield { what: 'Settings', found: `complete; data is kept in ${settings.data_dir}`, fault: null };
  yield await look('Node.js', async () => nodeVersion(process.versions.node));
  yield await look('Jurisdiction pack', async () => {
    const pack = await loadPack(settings.jurisdiction);
    const finest = pack.area_levels.at(-1)?.level;
    return `${pack.id}: ${pack.areas.filter((area) => area.level === finest).length} areas, ${pack.services.length} services`;
  });
  // What is missing in a language is shown in another one, so nothing here is a fault.
  const pack = await loadPack(settings.jurisdiction).catch(() => null);
  if (pack !== null)
    for (const tag of pack.languages) yield { what: 'Language', found: languageLine(pack, tag), fault: null };
  yield await look('Built site', async () =>
    (await isSiteBuilt())
      ? 'up to date'
      : { fault: 'missing or older than its sources. Run "npm run build".' },
  );

  let addresses: Addresses | null = null;
  const opened = await look('Databases', async () => {
    addresses = await open();
    const { triage, published } = addresses.embedded;
    return `triage ${triage ? 'embedded' : 'your own'}, published ${published ? 'embedded' : 'your own'}`;
  });
  yield opened;
  if (addresses !== null) yield* examineDatabases(addresses, now);
}

async function* examineDatabases(addresses: Addresses, now: () => Date): AsyncGenerator<Finding> {
  const roles = [
    ['Web role', 'DATABASE_URL', 'web', async () => 'reads what is published and can do nothing else'],
    ['Reporter', 'REPORTER_DATABASE_URL', 'reporter', takesWord],
    ['Publisher', 'PUBLISHER_DATABASE_URL', 'publisher', migrations('published')],
    ['Triage reader', 'TRIAGE_DATABASE_URL', 'triage_reader', triageReader],
    ['Importer', 'IMPORT_DATABASE_URL', 'importer', migrations('triage')],
  ] as const;
  const table: RoleFound[] = [];
  for (const [what, setting, kind, examineRole] of roles) {
    const address = addresses[kind];
    if (address === null) {
      const needless = NEEDLESS[setting];
      yield needless
        ? { what, found: needless, fault: null }
        : { what, found: '', fault: `${setting} is not set, while the other address of its database is.` };
      continue;
    }
    yield await look(what, () =>
      withClient(address, async (client) => {
        const old = await tooOld(client);
        if (old) return old;
        const excess = await excessPrivileges(client, kind);
        table.push({ what, abilities: await abilitiesOf(client), excess });
        return excess.length === 0 ? examineRole(client) : tooMuch(kind, excess);
      }),
    );
  }
  if (table.length > 0)
    yield { what: 'What each role can do', found: '', fault: null, below: roleTable(table) };
  const { web } = addresses;
  if (web === null) return;
  yield await look('Releases', () => withClient(web, newestRelease));
  yield await look('Live status', () => withClient(web, (client) => liveStatus(client, now())));
}

/** What it means that an address is not set, where that is no fault. */
const NEEDLESS: Readonly<Record<string, string>> = {
  IMPORT_DATABASE_URL: 'no address: the triage database belongs to another system',
  REPORTER_DATABASE_URL: 'no address: reporters see their private view and cannot confirm or dispute',
};

async function takesWord(client: pg.Client): Promise<Found> {
  const { rows } = await client.query<{ may: boolean }>(
    `select coalesce(has_schema_privilege(to_regnamespace('reporter_word'), 'usage')
        and has_function_privilege(to_regprocedure($1), 'execute'), false) as may`,
    [RECORD_WORD],
  );
  return rows[0]?.may
    ? "takes a reporter's word on a resolution and can do nothing else"
    : { fault: `it cannot call ${RECORD_WORD}. Run "npm run portal -- migrate".` };
}

function tooMuch(kind: RoleName, excess: RoleFound['excess']): Found {
  const refuses = kind === 'web' || kind === 'reporter' ? ' The web process refuses to serve with it.' : '';
  return { fault: `it can do more than it is for.${refuses} It\n${excessLines(excess)}` };
}

function nodeVersion(version: string): Found {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return old
    ? { fault: `${version} is too old. Run commands through npm ("npm run portal -- …"): it brings its own.` }
    : version;
}

async function tooOld(client: pg.Client): Promise<Found | null> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  );
  const [row] = rows;
  return row && row.number < OLDEST_POSTGRES
    ? { fault: `its server is PostgreSQL ${row.version}; 15 or later is needed.` }
    : null;
}

async function triageReader(client: pg.Client): Promise<Found> {
  const { rows } = await client.query<{ missing: string }>(
    `select t.key || '.' || c.name as missing
       from jsonb_each($1::jsonb) t, jsonb_array_elements_text(t.value) c (name)
      where to_regclass('triage.' || t.key) is null and t.key <> 'area'
         or not coalesce(has_schema_privilege('triage', 'usage')
              and has_column_privilege(to_regclass('triage.' || t.key), c.name, 'select'), true)`,
    [JSON.stringify(TRIAGE_READER_COLUMNS)],
  );
  const missing = rows.map((row) => `triage.${row.missing}`);
  if (missing.length > 0)
    return { fault: `it cannot read ${missing.join(', ')}. Grant it SELECT on these columns.` };
  return 'reads what publishing needs of the triage database and cannot write it';
}

function migrations(schema: 'triage' | 'published'): (client: pg.Client) => Promise<Found> {
  return async (client) => {
    const pending = await pendingMigrations(client, schema);
    return pending.length === 0
      ? 'schema is up to date'
      : { fault: `the schema is behind by ${pending.join(', ')}. Run "npm run portal -- migrate".` };
  };
}

async function newestRelease(client: pg.Client): Promise<Found> {
  const { rows } = await client.query<{ release: number; label: string; requests: number }>(
    'select release, label::text as label, requests from published.release order by release desc limit 1',
  );
  const [newest] = rows;
  return newest
    ? `newest is ${newest.release} (${newest.label}) with ${newest.requests.toLocaleString('en')} requests`
    : { fault: 'there is none. Run "npm run portal -- publish", then "npm run portal -- release".' };
}

async function liveStatus(client: pg.Client, now: Date): Promise<Found> {
  const { rows } = await client.query<{ live_at: Date | null }>('select live_at from published.portal');
  const at = rows[0]?.live_at ?? null;
  if (at === null) return { fault: 'never published. Run "npm run portal -- publish --watch".' };
  const minutes = Math.round((now.getTime() - at.getTime()) / 60_000);
  return minutes > LAG_MINUTES
    ? {
        fault: `${minutes.toLocaleString('en')} minutes old. Keep "npm run portal -- publish --watch" (or "npm start") running.`,
      }
    : `${Math.max(0, minutes)} minutes old`;
}

async function withClient(address: string, work: (client: pg.Client) => Promise<Found>): Promise<Found> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function look(what: string, at: () => Promise<Found>): Promise<Finding> {
  try {
    const found = await at();
    return typeof found === 'string'
      ? { what, found, fault: null }
      : { what, found: found.found ?? '', fault: found.fault };
  } catch (error) {
    return { what, found: '', fault: explainFailure(error, false).message };
  }
}
