/**
 * The built site, made once however many test files ask for it at the same time: only tests that need it pay.
 */
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../db/config.ts';
import { silent } from '../../db/progress.ts';
import { buildSite, isSiteBuilt } from '../../src/server/built-site.ts';

const lock = path.join(projectRoot, 'node_modules/.majibu-building');
/** A lock older than this was left by a run that was killed. */
const ABANDONED_MS = 180_000;

export async function ensureSite(): Promise<void> {
  while (
    !(await mkdir(lock).then(
      () => true,
      () => false,
    ))
  ) {
    const held = await stat(lock).catch(() => null);
    if (held && Date.now() - held.mtimeMs > ABANDONED_MS) await rm(lock, { recursive: true, force: true });
    await sleep(200);
  }
  try {
    if (!(await isSiteBuilt())) await buildSite(silent);
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}
