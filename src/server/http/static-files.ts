/**
 * The built files of the site, read into memory once. An address is looked up among them and never becomes a
 * path, so no address can reach another file.
 *
 * In:     `dist/client`
 * Out:    address → StoredAnswer; what the build names by its content may be kept for ever
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { StoredAnswer } from './answer.ts';
import type { HeaderPolicy } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
  '.html': 'text/html',
};

/** Astro's `build.assets`: the names below it hold a hash of the content. */
const NAMED_BY_CONTENT = '/assets/';

export async function readStaticFiles(
  folder: string,
  policy: HeaderPolicy,
): Promise<ReadonlyMap<string, StoredAnswer>> {
  const files = new Map<string, StoredAnswer>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, file).split(path.sep).map(encodeURIComponent).join('/')}`;
    const own = {
      'content-type': TYPES[path.extname(entry.name).toLowerCase()] ?? 'application/octet-stream',
      'cache-control': address.startsWith(NAMED_BY_CONTENT)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600',
    };
    files.set(address, new StoredAnswer(200, policy.complete('file', own), await readFile(file), 'lasting'));
  }
  return files;
}
