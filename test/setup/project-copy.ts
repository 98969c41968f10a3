/**
 * The program as somebody has it who changed it: a copy of its sources, changed as told and built. What npm installed
 * is shared.
 *
 * In:     files of the copy, by their path: their text made from what is there (empty: nothing)
 * Out:    the folder, and how to run a command in it
 * Errors: a build that fails, with what it said
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../db/config.ts';

const SOURCES = [
  'src',
  'api',
  'db',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

export interface ProjectCopy {
  readonly folder: string;
  /** a command of the portal, and what it prints */
  run(...args: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

export async function copyProject(
  changes: Readonly<Record<string, (text: string) => string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<ProjectCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-copy-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const run = async (...args: readonly string[]) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [path.join(folder, 'src/server/portal.ts'), ...args],
      { cwd: folder, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env } },
    );
    return stdout;
  };
  try {
    for (const source of SOURCES)
      await cp(path.join(projectRoot, source), path.join(folder, source), { recursive: true });
    await symlink(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
    for (const [file, change] of Object.entries(changes)) {
      const at = path.join(folder, file);
      await writeFile(at, change(await readFile(at, 'utf8').catch(() => '')));
    }
    await run('build');
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, run, remove };
}
