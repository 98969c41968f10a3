/**
 * Verifies releases from what anyone can download: files against their manifest, and every figure against a
 * recomputation from the published rows, which shares nothing with the code that published them.
 *
 * In:     a source, which releases, a scratch folder, progress
 * Out:    per release what was checked and what was found
 * Errors: CannotCheck
 */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Progress } from '../../db/progress.ts';
import { CannotCheck } from './cannot-check.ts';
import { checkFigures, FIGURE_STEPS } from './check-figures.ts';
import { checkFiles, type FileCheck } from './check-files.ts';
import { checkFormats } from './check-formats.ts';
import { checkPrecision } from './check-precision.ts';
import { checkAccount, checkCells, checkReferences } from './check-rows.ts';
import { MACROS } from './compare.ts';
import { type Description, type Manifest, readDescription, readManifest } from './description.ts';
import { type Engine, openEngine } from './engine.ts';
import type { Finding, Findings } from './finding.ts';
import type { Source } from './source.ts';
import { loadTable, TABLES } from './sql/tables.ts';

export interface VerifyJob {
  readonly source: Source;
  /** null: the newest */
  readonly releases: 'all' | number | null;
  readonly scratch: string;
  /** where downloads are kept; null: nowhere */
  readonly keep: string | null;
  readonly progress: Progress;
}

export interface ReleaseVerdict {
  readonly release: number;
  readonly label: string;
  readonly rows: number;
  readonly files: number;
  readonly figures: number;
  readonly cells: number;
  /** all that was found; `findings` lists the first of each check */
  readonly differences: number;
  readonly findings: readonly Finding[];
  /** files of the manifest that a folder does not hold */
  readonly missing: readonly string[];
  /** statistics whose version is not known here */
  readonly unknown: readonly { readonly statistic: string; readonly figures: number }[];
}

export async function verify(job: VerifyJob): Promise<ReleaseVerdict[]> {
  const { source } = job;
  const numbers = job.releases === 'all' ? await source.releases() : [job.releases];
  if (numbers.length === 0) throw new CannotCheck(`${source.name} has no release yet.`);
  const engine = await openEngine(path.join(job.scratch, 'spill'));
  try {
    for (const macro of MACROS) await engine.run(macro);
    const verdicts: ReleaseVerdict[] = [];
    for (const number of numbers) verdicts.push(await verifyRelease(job, engine, number, numbers.length > 1));
    return verdicts;
  } finally {
    engine.close();
  }
}

async function verifyRelease(
  job: VerifyJob,
  engine: Engine,
  number: number | null,
  several: boolean,
): Promise<ReleaseVerdict> {
  const { source, progress } = job;
  const text = await source.description(number);
  const of = readDescription(text, `release.json of ${source.name}`);
  if (number !== null && of.release !== number)
    throw new CannotCheck(`${source.name} answers for release ${of.release} where ${number} was asked for.`);
  const manifestText = await source.manifest(of.release);
  const manifest = readManifest(manifestText, `manifest.json of release ${of.release}`);
  const folder = path.join(job.keep ?? job.scratch, String(of.release));
  await mkdir(folder, { recursive: true });
  if (job.keep !== null) {
    await writeFile(path.join(folder, 'release.json'), text);
    await writeFile(path.join(folder, 'manifest.json'), manifestText);
  }
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  progress.phase(`Release ${of.release}: reading its files (bytes)`, bytes);
  const files = await checkFiles({
    source,
    of,
    manifest,
    folder,
    keep: job.keep === null ? 'read' : 'all',
    advance: (read) => progress.advance(read),
  });

  const found: Findings[] = [checkManifest(of, manifest, manifestText), files];
  progress.phase(`Release ${of.release}: recomputing its figures (steps)`, FIGURE_STEPS + STEPS);
  const recomputed = await recompute(engine, of, files, () => progress.advance(1), several).catch(
    (failure: unknown): Recomputed => {
      // A file that is not the published one need not be readable: that it differs is the answer.
      if (!(failure instanceof CannotCheck) || files.total === 0) throw failure;
      const what = { kind: 'file', release: of.release, what: 'contents', where: 'release' } as const;
      const finding = { ...what, published: null, recomputed: failure.message };
      return {
        rows: 0,
        figures: 0,
        cells: 0,
        unknown: [],
        found: [{ checked: 0, total: 1, findings: [finding] }],
      };
    },
  );
  await clear(engine);
  if (job.keep === null) await rm(folder, { recursive: true, force: true });
  progress.done();
  found.push(...recomputed.found);
  const { rows, figures, cells, unknown } = recomputed;
  return {
    release: of.release,
    label: of.label,
    rows,
    files: files.checked,
    figures,
    cells,
    differences: found.reduce((sum, { total }) => sum + total, 0),
    findings: found.flatMap(({ findings }) => findings),
    missing: files.missing,
    unknown,
  };
}

interface Recomputed extends Pick<ReleaseVerdict, 'rows' | 'figures' | 'cells' | 'unknown'> {
  readonly found: readonly Findings[];
}

/** What follows from the rows, beside what was published. */
async function recompute(
  engine: Engine,
  of: Description,
  files: FileCheck,
  step: () => void,
  several: boolean,
): Promise<Recomputed> {
  const found: Findings[] = [];
  const file = (name: string) => files.kept.get(name);
  for (const dataset of Object.keys(TABLES)) await loadTable(engine, dataset, file(`${dataset}.csv`) ?? '');
  step();
  for (const dataset of Object.keys(TABLES)) {
    const [csv, ndjson] = [file(`${dataset}.csv`), file(`${dataset}.ndjson`)];
    if (csv !== undefined && ndjson !== undefined)
      found.push(await checkFormats(engine, of.release, dataset, { csv, ndjson }));
  }
  step();
  const figures = await checkFigures(engine, of, step);
  const cells = await checkCells(engine, of);
  step();
  found.push(figures, cells, await checkReferences(engine, of), await checkAccount(engine, of));
  step();
  if (several) found.push(await checkPrecision(engine, of.release));
  const rows = await engine.count('select count(*) from requests');
  return { rows, figures: figures.checked, cells: cells.checked, unknown: figures.unknown, found };
}

const STEPS = 4;

/** The manifest is the one that the release names, and speaks of the release. */
function checkManifest(of: Description, manifest: Manifest, text: string): Findings {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const pairs = [
    ['SHA-256', of.manifest_sha256, sha256],
    ['release', String(of.release), String(manifest.release)],
    ['cut_off', new Date(of.cut_off).toISOString(), new Date(manifest.cut_off).toISOString()],
    ['label', of.label, manifest.label],
  ] as const;
  const findings = pairs
    .filter(([, published, found]) => published !== found)
    .map(([where, published, recomputed]): Finding => {
      return { kind: 'file', release: of.release, what: 'manifest.json', where, published, recomputed };
    });
  return { checked: 1, total: findings.length, findings };
}

/** Everything of a release but what is compared from release to release. */
async function clear(engine: Engine): Promise<void> {
  const tables = await engine.rows(
    `select table_name as name, table_type as type from information_schema.tables where table_name <> 'frozen' order by table_type desc`,
  );
  for (const { name, type } of tables)
    await engine.run(`drop ${type === 'VIEW' ? 'view' : 'table'} "${name}"`);
}
