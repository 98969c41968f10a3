import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { silent } from '../../../db/progress.ts';
import { CannotCheck } from '../../verify/cannot-check.ts';
import type { Finding } from '../../verify/finding.ts';
import { folderSource } from '../../verify/folder-source.ts';
import { portalSource } from '../../verify/portal-source.ts';
import { type ReleaseVerdict, verify as verifyReleases } from '../../verify/verify.ts';
import { type Command, UsageError } from './types.ts';

export const verify: Command = {
  name: 'verify',
  operands: 'ADDRESS|FOLDER',
  summary: 'Checks a portal from outside: recomputes every published figure from the published rows.',
  details: [
    'Give the public address of any portal, or a folder of its downloads. Files are checked against the manifest',
    'of their release, and every figure is recomputed from the rows in another engine, by other code than that',
    'which published it. Needs no settings and opens no database of the portal.',
    '',
    'Exit code: 0 all is as published, 1 something differs, 2 it could not be checked.',
  ].join('\n'),
  takes: [1, 1],
  options: () => ({
    release: { type: 'string', summary: 'a number, or all; the newest otherwise' },
    keep: { type: 'string', summary: 'a folder in which to keep what is downloaded' },
    json: { type: 'boolean', summary: 'print the result as JSON' },
  }),
  async run({ operands, options, progress, say, signal, atEnd }) {
    const [from = ''] = operands;
    const releases = whichReleases(options['release']);
    const json = options['json'] === true;
    const scratch = await mkdtemp(path.join(tmpdir(), 'majibu-verify-'));
    atEnd(() => rm(scratch, { recursive: true, force: true }));
    const keep = options['keep'];
    try {
      const verdicts = await verifyReleases({
        source: /^https?:/i.test(from) ? portalSource(from, signal) : await folderSource(from),
        releases,
        scratch,
        keep: typeof keep === 'string' ? path.resolve(keep) : null,
        progress: json ? silent : progress,
      });
      say(json ? JSON.stringify({ from, releases: verdicts }, null, 2) : verdicts.map(inWords).join('\n'));
      return exitCode(verdicts);
    } catch (failure) {
      if (!(failure instanceof CannotCheck)) throw failure;
      if (!json) progress.done();
      say(
        json
          ? JSON.stringify({ from, error: failure.message }, null, 2)
          : `Could not be checked. ${failure.message}`,
      );
      return 2;
    }
  },
};

function whichReleases(asked: string | boolean | undefined): 'all' | number | null {
  if (asked === undefined) return null;
  if (asked === 'all') return 'all';
  if (typeof asked === 'string' && /^[1-9]\d{0,6}$/.test(asked)) return Number(asked);
  throw new UsageError('--release takes the number of a release, or all.');
}

/** What differs is told before what is not known. */
function exitCode(verdicts: readonly ReleaseVerdict[]): 0 | 1 | 2 {
  if (verdicts.some(({ differences }) => differences > 0)) return 1;
  return verdicts.some(({ unknown }) => unknown.length > 0) ? 2 : 0;
}

function inWords(verdict: ReleaseVerdict): string {
  const { release, label, rows, files, figures, cells, differences, findings, missing, unknown } = verdict;
  const n = (count: number) => count.toLocaleString('en');
  return [
    ...findings.map(inOneLine),
    ...(differences > findings.length
      ? [`  … and ${n(differences - findings.length)} more differences`]
      : []),
    ...unknown.map(
      ({ statistic, figures: count }) =>
        `  ${n(count)} figures of ${statistic} were not checked: this program does not know that version.`,
    ),
    ...(missing.length > 0 ? [`  Not in the folder, and not checked: ${missing.join(', ')}`] : []),
    `Release ${release} (${label}): ${n(files)} files, ${n(rows)} rows, ${n(cells)} cells, ${n(figures)} figures recomputed: ` +
      (differences === 0
        ? 'all as published.'
        : `${n(differences)} ${differences === 1 ? 'difference' : 'differences'}.`),
  ].join('\n');
}

/** What a terminal should not be asked to interpret is left out. */
function inOneLine({ kind, what, where, published, recomputed }: Finding): string {
  const line = `${kind} ${what} (${where}): published ${published ?? 'nothing'}, found ${recomputed ?? 'nothing'}`;
  return `  ${line.replace(/\p{C}/gu, '?').slice(0, 400)}`;
}
