/**
 * A folder of downloads: `release.json` (the answer of `/api/v1/releases/{release}`), `manifest.json` and the
 * files, for one release; or one such folder per release, named by its number.
 *
 * In:     the folder
 * Out:    Source
 * Errors: CannotCheck for a folder or a file that is not there
 */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { CannotCheck } from './cannot-check.ts';
import { type Description, fileName, type ManifestEntry, readDescription } from './description.ts';
import type { Source } from './source.ts';

export async function folderSource(folder: string): Promise<Source> {
  const places = await releaseFolders(folder);
  const place = (release: number | null): string => {
    const found = places.get(release ?? Math.max(...places.keys()));
    if (found !== undefined) return found;
    throw new CannotCheck(
      `Release ${release} is not in ${folder}. There is: ${[...places.keys()].sort((a, b) => a - b).join(', ')}.`,
    );
  };
  return {
    name: folder,
    releases: async () => [...places.keys()].sort((a, b) => a - b),
    description: async (release) => text(path.join(place(release), 'release.json')),
    manifest: async (release) => text(path.join(place(release), 'manifest.json')),
    async open(of: Description, file: ManifestEntry) {
      const at = path.join(place(of.release), fileName(file));
      const found = await stat(at).catch(() => null);
      return found?.isFile() ? createReadStream(at, { highWaterMark: 1 << 18 }) : null;
    },
  };
}

async function releaseFolders(folder: string): Promise<ReadonlyMap<number, string>> {
  const names = await readdir(folder).catch(() => {
    throw new CannotCheck(
      `There is no folder ${folder}. Give the address of a portal, which begins with https:// or http://, or a folder of its downloads.`,
    );
  });
  if (names.includes('release.json')) {
    const at = path.join(folder, 'release.json');
    return new Map([[readDescription(await text(at), at).release, folder]]);
  }
  const numbered = names.filter((name) => /^[1-9]\d{0,6}$/.test(name));
  if (numbered.length > 0) return new Map(numbered.map((name) => [Number(name), path.join(folder, name)]));
  throw new CannotCheck(
    `${folder} holds no release.json, which is what /api/v1/releases/NUMBER answers, nor folders named by the number of a release. "--keep FOLDER" with a portal's address makes such a folder.`,
  );
}

async function text(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new CannotCheck(`${file} is missing or cannot be read.`);
  });
}
