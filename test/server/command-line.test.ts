import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/server/command-line.ts';
import { commands } from '../../src/server/commands/registry.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';

let folder: string;
let databases: TestDatabases;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'majibu-command-line-'));
  databases = await createTestDatabases();
});
afterAll(async () => {
  await databases.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function portal(args: string, env: Record<string, string> = {}): Promise<Said> {
  let out = '';
  let error = '';
  const code = await runCommandLine({
    args: args.split(' ').filter(Boolean),
    env: { DATA_DIR: folder, ...env },
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    terminal: { isTTY: false, columns: 80 },
    signal: new AbortController().signal,
  });
  return { code, out, error };
}

const own = () => ({
  DATABASE_URL: databases.urls.web,
  PUBLISHER_DATABASE_URL: databases.urls.publisher,
  TRIAGE_DATABASE_URL: databases.urls.triage_reader,
  IMPORT_DATABASE_URL: databases.urls.importer,
});

describe('the command line', () => {
  it.each(['', 'help', '--help'])('lists every command for "%s"', async (args) => {
    const said = await portal(args);
    expect(said.code).toBe(0);
    for (const { name, summary } of commands)
      expect(said.out).toMatch(new RegExp(`  ${name}[^\n]+${summary.slice(0, 20)}`));
  });

  it.each(commands.map((command) => command.name))('explains "%s" and its options', async (name) => {
    const [help, asked] = [await portal(`help ${name}`), await portal(`${name} --help`)];
    expect([help.code, asked.code]).toEqual([0, 0]);
    expect(asked.out).toBe(help.out);
    const command = commands.find((candidate) => candidate.name === name);
    for (const option of Object.keys(command?.options([]) ?? {})) expect(help.out).toContain(`--${option}`);
  });

  it.each([
    ['sevre', 'There is no command "sevre". There are: start, serve,'],
    ['publish --wach', '"publish" has no option --wach. It has: --watch.'],
    ['migrate --force', '"migrate" has no option --force. It has no options.'],
    ['publish --watch=yes', 'Option --watch takes no value.'],
    ['migrate now', '"migrate" takes no operands, and was given 1.'],
    ['import csv', '"import" takes NAME FILE, and was given 1.'],
    ['import cvs file.csv', 'There is nothing to import by that name. There are: areas, csv'],
    ['import csv file.csv --mapping', 'Option --mapping needs a value: --mapping VALUE.'],
    ['help sevre', 'There is no command "sevre"'],
  ])('says what would be right for "%s" and ends with 2', async (args, message) => {
    const said = await portal(args);
    expect(said.error).toContain(message);
    expect([said.code, said.out]).toEqual([2, '']);
  });

  it('does not pass on what a terminal would interpret', async () => {
    expect((await portal('\u001b[31mred')).error).not.toContain('\u001b');
  });
});

describe('settings', () => {
  it.each([
    ['PORT', 'http', 'PORT must be a port number from 0 to 65535'],
    ['PORT', '70000', 'PORT must be a port number from 0 to 65535'],
    ['HOST', 'not a host', 'HOST must be a host name or an IP address'],
    ['PUBLIC_URL', 'portal.example', 'PUBLIC_URL must be an http or https address'],
    ['PUBLIC_URL', 'https://portal.example/path', 'PUBLIC_URL must be an http or https address'],
    ['PUBLIC_URL', 'https://user:hunter2@portal.example', 'PUBLIC_URL must be an http or https address'],
    ['METRICS_PORT', '-1', 'METRICS_PORT must be a port number'],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY must be the number of proxies in front, from 0 to 8'],
    ['LOG', 'everything', 'LOG must be "errors" or "requests"'],
    ['DATABASE_URL', 'mysql://u:hunter2@h/d', 'DATABASE_URL must be a PostgreSQL address'],
    ['PUBLISHER_DATABASE_URL', 'postgresql://h', 'PUBLISHER_DATABASE_URL must be a PostgreSQL address'],
    ['TRIAGE_DATABASE_URL', 'hunter2', 'TRIAGE_DATABASE_URL must be a PostgreSQL address'],
    ['IMPORT_DATABASE_URL', 'hunter2', 'IMPORT_DATABASE_URL must be a PostgreSQL address'],
  ])('%s=%s is refused in words, without what was given', async (name, value, message) => {
    const said = await portal('migrate', { [name]: value });
    expect(said.error).toContain(message);
    expect(said.error).not.toContain('hunter2');
    expect(said.error).not.toMatch(/\n {4}at /);
    expect(said.code).toBe(1);
  });

  it('are all named at once', async () => {
    const said = await portal('migrate', { PORT: 'x', LOG: 'x', DATABASE_URL: 'x' });
    expect(said.error).toContain('3 settings are wrong');
  });

  it.each([
    ['DATABASE_URL', 'serve', 'PUBLISHER_DATABASE_URL'],
    ['TRIAGE_DATABASE_URL', 'publish', 'PUBLISHER_DATABASE_URL'],
    ['PUBLISHER_DATABASE_URL', 'publish', 'TRIAGE_DATABASE_URL'],
    ['IMPORT_DATABASE_URL', 'import csv no-such-file.csv', 'TRIAGE_DATABASE_URL'],
  ])(
    'without %s, "%s" does not fall back to another database in silence',
    async (missing, command, other) => {
      const env: Record<string, string> = own();
      delete env[missing];
      expect(env[other]).toBeDefined();
      const said = await portal(command, env);
      expect(said.error).toContain(missing);
      expect(said.code).toBe(1);
    },
  );

  it('that name no pack are refused with the folder', async () => {
    const said = await portal('publish', { ...own(), JURISDICTION: path.join(folder, 'nowhere') });
    expect(said.error).toContain('nowhere');
    expect(said.error).not.toMatch(/\n {4}at /);
    expect(said.code).toBe(1);
  });

  it('with a database that is down say so, without its address', async () => {
    const away = new URL(databases.urls.publisher);
    away.port = '1';
    away.password = 'hunter2';
    const said = await portal('migrate', { ...own(), PUBLISHER_DATABASE_URL: away.href });
    expect(said.error).toContain('The database does not answer (ECONNREFUSED)');
    expect(said.error).not.toContain('hunter2');
    expect(said.code).toBe(1);
  });

  it('with a wrong password say so', async () => {
    const wrong = new URL(databases.urls.publisher);
    wrong.password = 'hunter2';
    const said = await portal('migrate', { ...own(), PUBLISHER_DATABASE_URL: wrong.href });
    expect(said.error).toContain('refused the user or the password');
    expect(said.error).not.toContain('hunter2');
  });
});

describe('commands', () => {
  it('migrate, publish and release work on databases of one’s own, and again without a change', async () => {
    expect((await portal('migrate', own())).out).toContain('Both databases are up to date.');
    expect((await portal('publish', own())).out).toContain('0 status pages changed');
    expect((await portal('release', own())).out).toContain('No release is due.');
    expect((await portal('release --dry-run', own())).code).toBe(0);
  });

  it('demo is never loaded into a triage database of one’s own', async () => {
    const said = await portal('demo', own());
    expect(said.error).toContain('never into one of your own');
    expect(said.code).toBe(1);
  });

  it('doctor finds what is missing, says what to do and ends with 1', async () => {
    const said = await portal('doctor', own());
    expect(said.out).toMatch(/ok {4}Web role: reads what is published and can do nothing else/);
    expect(said.out).toMatch(/ok {4}Triage reader: reads what publishing needs of the triage database/);
    const [heading, web, publisher, reader, importer] =
      said.out.split('What each role can do:')[1]?.trim().split('\n') ?? [];
    expect(heading).toMatch(/Role +Connects to +Reads +Writes +Too much/);
    expect(web).toMatch(/Web role +majibu_web +published_\w+.* published +nothing +nothing$/);
    expect(publisher).toMatch(/majibu_publisher .*publisher.* nothing$/);
    expect(reader).toMatch(
      /majibu_triage_reader +triage_\w+.* triage \(\d+ of \d+ columns\) +nothing +nothing$/,
    );
    expect(importer).toMatch(
      /majibu_importer .* triage, triage_migration +triage, triage_migration +nothing$/,
    );
    expect(said.out).toMatch(/FAIL {2}Releases: there is none\. Run "npm run portal -- publish"/);
    expect(said.code).toBe(1);
  });

  it('doctor finds a web role that may do too much, and a reader that may write', async () => {
    const said = await portal('doctor', {
      ...own(),
      DATABASE_URL: databases.urls.publisher,
      TRIAGE_DATABASE_URL: databases.urls.importer,
    });
    expect(said.out).toMatch(
      /FAIL {2}Web role: it can do more than it is for\. The web process refuses to serve with it\. It\n {2}- may create in schema/,
    );
    expect(said.out).toContain('revoke create on schema published from public, majibu_publisher;');
    expect(said.out).toMatch(/FAIL {2}Triage reader: it can do more than it is for/);
    expect(said.out).toMatch(/ \d+, see above\n/);
  });

  it('start refuses a web role that can do too much, and says how to mend it', async () => {
    const said = await portal('start', { ...own(), DATABASE_URL: databases.urls.publisher, PORT: '0' });
    expect(said.error).toMatch(
      /The web process refuses to serve[\s\S]*revoke create on schema published from public/,
    );
    expect(said.code).toBe(1);
  });

  it('doctor goes on when a database is down', async () => {
    const away = new URL(databases.urls.web);
    away.port = '1';
    const said = await portal('doctor', { ...own(), DATABASE_URL: away.href });
    expect(said.out).toMatch(/FAIL {2}Web role: The database does not answer/);
    expect(said.out).toMatch(/ok {4}Publisher:/);
    expect(said.code).toBe(1);
  });
});
