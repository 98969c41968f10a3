/**
 * The house rules of who may import what. One file is read at a time, so a rule that is broken names the file
 * and the import.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['db', 'api', 'src'] as const;

interface Import {
  readonly from: string;
  /** a path from the project's root, or the name of a package */
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.(ts|astro|mjs)$/.test(file)),
);
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) => {
    const to = specifier.startsWith('.') ? path.join(path.dirname(file), specifier) : specifier;
    found.push({ from: file, to, typeOnly });
  };
  for (const [, type, names, specifier = ''] of text.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(\{[^}]*\}|[^'";{]*?)\s*from\s*['"]([^'"]+)['"]/gm,
  )) {
    const members = names?.startsWith('{')
      ? names
          .slice(1, -1)
          .split(',')
          .filter((name) => name.trim())
      : [''];
    add(specifier, type !== undefined || members.every((name) => /^\s*type\s/.test(name)));
  }
  for (const [, specifier = ''] of text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm)) add(specifier, false);
  for (const [before, specifier = ''] of text.matchAll(/(?:typeof\s+)?import\(\s*['"]([^'"]+)['"]/g))
    add(specifier, before.startsWith('typeof'));
  return found;
}

const ours = (one: Import) => /^(db|api|src|test)\//.test(one.to);
const offending = (rule: (one: Import) => boolean) =>
  imports.filter(rule).map((one) => `${one.from} imports ${one.to}${one.typeOnly ? ' (types)' : ''}`);

describe('the house', () => {
  it('is read in earnest: the test sees the imports that there are', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.some((one) => one.to === 'pg')).toBe(true);
    expect(imports.some((one) => ours(one) && one.from.endsWith('.astro'))).toBe(true);
  });

  it('db imports nothing of ours from outside db', () => {
    expect(offending((one) => one.from.startsWith('db/') && ours(one) && !one.to.startsWith('db/'))).toEqual(
      [],
    );
  });

  it('db/anonymise, db/log and db/schema are pure: no database driver, no file, no network', () => {
    const io = /^(pg|pg-copy-streams|node:(fs|fs\/promises|net|http|https|child_process))$/;
    expect(
      offending(
        (one) =>
          /^db\/(anonymise|log|schema)\//.test(one.from) &&
          (io.test(one.to) || (/^kysely/.test(one.to) && !one.typeOnly)),
      ),
    ).toEqual([]);
  });

  it('db/attacks share no code with what they attack, and open no connection', () => {
    expect(
      offending(
        (one) =>
          one.from.startsWith('db/attacks/') &&
          (/^db\/(anonymise|publish)\//.test(one.to) || (/^(pg|kysely)/.test(one.to) && !one.typeOnly)),
      ),
    ).toEqual([]);
  });

  it('api imports of db only its queries, its pure parts, and types', () => {
    const pure = /^db\/(queries|log|schema)\/|^db\/public-code\.ts$/;
    expect(
      offending(
        (one) =>
          one.from.startsWith('api/') &&
          ours(one) &&
          !one.to.startsWith('api/') &&
          !(one.to.startsWith('db/') && (one.typeOnly || pure.test(one.to))),
      ),
    ).toEqual([]);
  });

  it('src imports db only in src/server, and nothing imports src but src', () => {
    expect(
      offending(
        (one) =>
          one.from.startsWith('src/') &&
          !one.from.startsWith('src/server/') &&
          one.to.startsWith('db/') &&
          !one.typeOnly,
      ),
    ).toEqual([]);
    expect(offending((one) => !one.from.startsWith('src/') && one.to.startsWith('src/'))).toEqual([]);
  });

  it('pages never import the server, and only the server and db open a database connection', () => {
    const dev = 'src/middleware.ts';
    expect(
      offending(
        (one) =>
          one.from.startsWith('src/') &&
          !one.from.startsWith('src/server/') &&
          one.from !== dev &&
          one.to.startsWith('src/server/'),
      ),
    ).toEqual([]);
    expect(
      offending(
        (one) =>
          /^(src\/(?!server\/)|api\/procedures\/|api\/statistics\/|api\/schemas\/)/.test(one.from) &&
          /^pg($|-)/.test(one.to) &&
          !one.typeOnly,
      ),
    ).toEqual([]);
  });

  it('what recomputes the published figures shares no code with what published them', () => {
    expect(files.filter((file) => file.startsWith('src/verify/')).length).toBeGreaterThan(10);
    expect(
      offending(
        (one) =>
          one.from.startsWith('src/verify/') &&
          ours(one) &&
          !one.to.startsWith('src/verify/') &&
          !(one.to === 'db/progress.ts' && one.typeOnly),
      ),
    ).toEqual([]);
    // Nor do they read the same database: it knows of none.
    expect(
      offending((one) => one.from.startsWith('src/verify/') && /^(pg|kysely|@trpc)/.test(one.to)),
    ).toEqual([]);
  });

  it('browser code takes types only from api, and Leaflet and Chart.js live only there', () => {
    expect(
      offending(
        (one) =>
          one.from.startsWith('src/client/') && ours(one) && !one.to.startsWith('src/') && !one.typeOnly,
      ),
    ).toEqual([]);
    expect(
      offending(
        (one) => /^(leaflet|chart\.js)/.test(one.to) && !one.from.startsWith('src/client/') && !one.typeOnly,
      ),
    ).toEqual([]);
  });

  it('no file is over 400 lines', () => {
    const long = files.filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});
