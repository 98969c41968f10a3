/**
 * Every file of a release against its manifest: bytes, rows and SHA-256, read once, as they come.
 *
 * In:     a source, the manifest, a scratch folder
 * Out:    Findings; where the CSV and NDJSON files now are; files that a folder does not hold
 * Errors: CannotCheck for a file that is cut off, or that is missing and needed
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CannotCheck } from './cannot-check.ts';
import { countRows } from './count-rows.ts';
import { type Description, fileName, type Manifest, type ManifestEntry } from './description.ts';
import type { Finding, Findings } from './finding.ts';
import type { Source } from './source.ts';
import { TABLES } from './sql/tables.ts';

export interface FileCheck extends Findings {
  /** paths by file name */
  readonly kept: ReadonlyMap<string, string>;
  readonly missing: readonly string[];
}

export interface FileJob {
  readonly source: Source;
  readonly of: Description;
  readonly manifest: Manifest;
  /** where files are written */
  readonly folder: string;
  /** all formats, or those that a check reads again */
  readonly keep: 'all' | 'read';
  advance(bytes: number): void;
}

export async function checkFiles(job: FileJob): Promise<FileCheck> {
  const { source, of, manifest, folder } = job;
  const kept = new Map<string, string>();
  const missing: string[] = [];
  const findings: Finding[] = [];
  /** rows by dataset, as lines of JSON: the same whatever stands around them */
  const lines = new Map<string, { readonly name: string; readonly sha256: string }>();
  for (const file of manifest.files) {
    const name = fileName(file);
    const body = await source.open(of, file);
    if (body === null) {
      if (file.format === 'csv' && file.dataset in TABLES)
        throw new CannotCheck(`${name} of release ${of.release} is missing from ${source.name}.`);
      missing.push(name);
      continue;
    }
    const keep = job.keep === 'all' || file.format === 'csv' || file.format === 'ndjson';
    const at = keep ? path.join(folder, name) : null;
    const read = await readFileOnce(body, file, at, job.advance);
    if (at !== null) kept.set(name, at);
    if (read.bytes < file.bytes)
      throw new CannotCheck(
        `${name} of release ${of.release} is cut off: ${read.bytes.toLocaleString('en')} of ${file.bytes.toLocaleString('en')} bytes. Download it again.`,
      );
    const finding = (published: string | number, recomputed: string | number, where: string) =>
      findings.push({
        kind: 'file',
        release: of.release,
        what: name,
        where,
        published: String(published),
        recomputed: String(recomputed),
      });
    if (read.bytes !== file.bytes) finding(file.bytes, read.bytes, 'bytes');
    if (read.sha256 !== file.sha256) finding(file.sha256, read.sha256, 'SHA-256');
    if (read.rows !== null && read.rows !== file.rows) finding(file.rows, read.rows, 'rows');
    if (read.lines_sha256 !== null) {
      const other = lines.get(file.dataset);
      if (other === undefined) lines.set(file.dataset, { name, sha256: read.lines_sha256 });
      else if (other.sha256 !== read.lines_sha256)
        finding(read.lines_sha256, other.sha256, `SHA-256 of its rows, beside ${other.name}`);
    }
  }
  const names = new Set(manifest.files.map(fileName));
  for (const dataset of Object.keys(TABLES))
    if (!names.has(`${dataset}.csv`))
      throw new CannotCheck(
        `The manifest of release ${of.release} has no ${dataset}.csv: it was cut by an earlier version of the portal, and its figures cannot be recomputed.`,
      );
  return { checked: manifest.files.length - missing.length, total: findings.length, findings, kept, missing };
}

interface Read {
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number | null;
  readonly lines_sha256: string | null;
}

async function readFileOnce(
  body: AsyncIterable<Uint8Array>,
  file: ManifestEntry,
  at: string | null,
  advance: (bytes: number) => void,
): Promise<Read> {
  const hash = createHash('sha256');
  const counter = countRows(file.format);
  let bytes = 0;
  const told = async function* () {
    for await (const chunk of body) {
      hash.update(chunk);
      counter?.push(chunk);
      bytes += chunk.length;
      advance(chunk.length);
      yield chunk;
    }
  };
  if (at !== null) await pipeline(told(), createWriteStream(at));
  else for await (const _ of told());
  const counted = counter?.end() ?? null;
  return {
    bytes,
    sha256: hash.digest('hex'),
    rows: counted?.rows ?? null,
    lines_sha256: counted?.lines_sha256 ?? null,
  };
}
