/** What a newcomer reads is true: every command, setting, dataset and statistic is named, every link leads somewhere. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../api/datasets/registry.ts';
import { statistics } from '../../api/statistics/registry.ts';
import { settingsSchema } from '../../db/config.ts';
import { importers } from '../../db/import/registry.ts';
import { commands } from '../../src/server/commands/registry.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const readme = read('README.md');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'db/README.md',
  'api/README.md',
  'src/README.md',
  'db/jurisdictions/README.md',
];

describe('the documentation', () => {
  it('names every command and every importer', () => {
    const missing = commands
      .map((command) => command.name)
      .filter((name) => name !== 'help' && !readme.includes(`\`${name}`));
    expect(missing).toEqual([]);
    expect(
      importers
        .filter((importer) => !readme.includes(`import ${importer.name}`))
        .map((importer) => importer.name),
    ).toEqual([]);
  });

  it('names every setting, and no setting that there is not', () => {
    const settings = Object.keys(settingsSchema.shape);
    expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('With a PostgreSQL server'));
    const named = [...table.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !settings.includes(name))).toEqual([]);
  });

  it('describes every command, statistic and dataset where it is registered', () => {
    expect(commands.filter((command) => command.summary.length < 15).map((command) => command.name)).toEqual(
      [],
    );
    for (const { id, title, description } of [
      ...statistics.map((statistic) => statistic.definition),
      ...datasets,
    ])
      for (const lang of ['en', 'sw'] as const)
        expect([id, lang, Boolean(title[lang] && description[lang])]).toEqual([id, lang, true]);
  });

  it.each(pages)('%s leads nowhere that does not exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(path.join(root, path.dirname(page), link)))).toEqual([]);
  });

  it('gives npm scripts that there are', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name ?? ''),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('speaks of the project alone: no path of a machine is in it or in the code', () => {
    // Found nothing: git says so with exit code 1.
    const { stdout, status } = spawnSync(
      'git',
      [
        'grep',
        '-lE',
        '/(home|root|work|Users)/[a-z]',
        '--',
        '.',
        ':!test/architecture',
        ':!package-lock.json',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect([stdout, status]).toEqual(['', 1]);
  });
});
