/** A small demonstration, published, as its API and downloads over HTTP; and its newest releases in a folder. */

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { manifestFiles } from '../../api/datasets/manifest.ts';
import { projectRoot } from '../../db/config.ts';
import { connectImporter, connectPublisher, connectTriageReader } from '../../db/connect.ts';
import { loadDemonstration } from '../../db/demo/load.ts';
import { importPack } from '../../db/import/pack.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { silent } from '../../db/progress.ts';
import { publishReleases } from '../../db/publish/release.ts';
import type { Finding } from '../../src/verify/finding.ts';
import { folderSource } from '../../src/verify/folder-source.ts';
import { portalSource } from '../../src/verify/portal-source.ts';
import { type ReleaseVerdict, verify } from '../../src/verify/verify.ts';
import { createTestDatabases } from '../setup/databases.ts';
import { type LoopbackPortal, loopbackPortal } from '../setup/loopback-portal.ts';

const NOW = new Date('2026-11-22T09:30:00Z');

export interface PublishedDemonstration {
  readonly portal: LoopbackPortal;
  /** number of the newest release */
  readonly newest: number;
  /** holds the three newest releases, each in a folder of its number */
  readonly folder: string;
  /** a folder for the test's own use */
  scratch(): Promise<string>;
  stop(): Promise<void>;
}

export async function publishedDemonstration(): Promise<PublishedDemonstration> {
  const pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'));
  const databases = await createTestDatabases();
  const importer = connectImporter(databases.urls.importer);
  await importPack(importer, pack);
  await loadDemonstration({ importer, pack, now: NOW, progress: silent, requests: 500 });
  await importer.close();
  const triage = connectTriageReader(databases.urls.triage_reader);
  const publisher = connectPublisher(databases.urls.publisher);
  const job = { triage, publisher, pack, now: NOW, progress: silent, manifestFiles };
  const newest = (await publishReleases(job)).at(-1)?.release ?? 0;
  await Promise.all([triage.close(), publisher.close()]);
  const portal = await loopbackPortal(databases.urls.web, pack);
  const folders: string[] = [];
  const scratch = async () => {
    const made = await mkdtemp(path.join(tmpdir(), 'majibu-verify-test-'));
    folders.push(made);
    return made;
  };
  const folder = await scratch();
  for (const release of [newest - 2, newest - 1, newest]) {
    const source = portalSource(portal.url, new AbortController().signal);
    const verdicts = await verify({
      source,
      releases: release,
      scratch: await scratch(),
      keep: folder,
      progress: silent,
    });
    if (verdicts.some(({ differences }) => differences > 0))
      throw new Error(`the demonstration does not verify: ${JSON.stringify(verdicts)}`);
  }
  return {
    portal,
    newest,
    folder,
    scratch,
    async stop() {
      await portal.stop();
      await databases.drop();
      for (const made of folders) await rm(made, { recursive: true, force: true });
    },
  };
}

export async function verifyFolder(
  folder: string,
  scratch: string,
  releases: 'all' | number | null = null,
): Promise<ReleaseVerdict[]> {
  return verify({ source: await folderSource(folder), releases, scratch, keep: null, progress: silent });
}

export const findingsOf = (verdicts: readonly ReleaseVerdict[]): Finding[] =>
  verdicts.flatMap(({ findings }) => findings);

/** Writes other bytes into a file of a release's folder and makes manifest and release say that they are right. */
export async function forge(folder: string, name: string, bytes: Buffer): Promise<void> {
  await writeFile(path.join(folder, name), bytes);
  const [manifest, release] = [path.join(folder, 'manifest.json'), path.join(folder, 'release.json')];
  const said = JSON.parse(await readFile(manifest, 'utf8'));
  for (const file of said.files)
    if (file.path.endsWith(`/${name}`)) {
      file.bytes = bytes.length;
      file.sha256 = sha256(bytes);
    }
  const text = JSON.stringify(said);
  await writeFile(manifest, text);
  const described = JSON.parse(await readFile(release, 'utf8'));
  await writeFile(release, JSON.stringify({ ...described, manifest_sha256: sha256(text) }));
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
