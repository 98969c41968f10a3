/**
 * The built site in `dist`: whether it is what the sources say, and building it where it is not.
 *
 * In:     the project's folder
 * Out:    `dist/server/entry.mjs` and `dist/client`, with a hash of what they were built from beside them
 * Errors: CommandError with the last lines of the build
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../db/config.ts';
import type { Progress } from '../../db/progress.ts';
import { CommandError } from './commands/types.ts';

export const siteFolder = path.join(projectRoot, 'dist');
const builtFrom = path.join(siteFolder, '.built-from');

/** What a build is made of. `src/server` is not: it runs as it stands. */
const sources = [
  'src',
  'api',
  'db/schema',
  'db/log',
  'db/public-code.ts',
  'public',
  'astro.config.mjs',
  'package-lock.json',
];
const left_out = [path.join('src', 'server')];

export async function isSiteBuilt(): Promise<boolean> {
  const kept = await readFile(builtFrom, 'utf8').catch(() => null);
  return kept !== null && kept === (await hashOfSources());
}

export async function buildSite(progress: Progress): Promise<void> {
  const hash = await hashOfSources();
  progress.phase('Building the site', null);
  const { code, said } = await runAstro(['build', '--silent']);
  if (code !== 0)
    throw new CommandError(
      `The site could not be built. The build ended with:\n${said.trim().split('\n').slice(-20).join('\n')}`,
    );
  await writeFile(builtFrom, hash);
  progress.done();
}

function runAstro(args: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(projectRoot, 'node_modules/astro/bin/astro.mjs'), ...args],
      {
        cwd: projectRoot,
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          ASTRO_TELEMETRY_DISABLED: '1',
          NODE_ENV: 'production',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    const keep = (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-16_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of sources) {
    for (const file of await filesBelow(source)) {
      hash.update(file).update('\0');
      hash.update(await readFile(path.join(projectRoot, file))).update('\0');
    }
  }
  return hash.digest('hex');
}

/** Paths relative to the project, sorted; none where the path does not exist. */
async function filesBelow(at: string): Promise<string[]> {
  if (left_out.includes(at)) return [];
  const entries = await readdir(path.join(projectRoot, at), { withFileTypes: true }).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null;
      return [];
    },
  );
  if (entries === null) return [at];
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = path.join(at, entry.name);
    if (entry.isDirectory()) files.push(...(await filesBelow(below)));
    else files.push(below);
  }
  return files;
}
