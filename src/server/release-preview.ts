/**
 * What a release holds and risks, in lines for the terminal, before anything of it is published.
 *
 * In:     the report of a rehearsal
 * Out:    lines of text; nothing in them is finer than what the release itself will publish, apart from what the
 *         gates found
 */
import type { ReleaseReport } from '../../db/publish/release.ts';

export function previewLines(report: ReleaseReport): string[] {
  const { accounted_for: account, privacy } = report;
  const failures = report.gates.filter(({ failure }) => failure !== null);
  return [
    `Release ${report.release} of ${report.label} would hold ${rows(report.requests)}: ${count(report.added)} new, ` +
      `${count(report.changed)} changed, ${count(report.closed)} no longer there.`,
    '',
    `Guarded rows by step of precision, finest first (at least ${privacy.k} people share a cell):`,
    ...stepLines(privacy),
    privacy.smallest_cell === null
      ? '  There are none yet.'
      : `  Smallest cell: ${count(privacy.smallest_cell)} people. Greatest chance of finding the row of a known report: ${percent(privacy.largest_linkage ?? 0)}.`,
    '',
    'What is not published row by row:',
    `  withheld       ${withheldText(account.withheld)}`,
    `  sensitive      ${account.sensitive === null ? 'too few to say' : `${count(account.sensitive)}, rounded as it will be published`}`,
    `  pending        ${count(account.pending)}, of which ${count(privacy.held)} are of past months and fit no cell yet`,
    `  blocked texts  ${count(privacy.blocked_texts)}`,
    '',
    failures.length === 0
      ? `It passes all ${report.gates.length} gates:`
      : `It fails ${failures.length} of ${report.gates.length} gates and would not be published:`,
    ...report.gates.map(({ gate, failure }) => (failure === null ? `  ok    ${gate}` : `  FAIL  ${failure}`)),
  ];
}

function stepLines({ steps, held }: ReleaseReport['privacy']): string[] {
  const table = [
    ...steps.map((step) => ({
      name: `${step.area_level} x ${step.service}`,
      requests: step.requests,
      added: step.added,
    })),
    { name: 'held', requests: held, added: null },
  ];
  const all = table.reduce((sum, { requests }) => sum + requests, 0);
  const width = Math.max(...table.map(({ name }) => name.length));
  return table.map(({ name, requests, added }) =>
    [
      `  ${name.padEnd(width)}`,
      count(requests).padStart(9),
      percent(all === 0 ? 0 : requests / all).padStart(5),
      added === null ? '' : `${count(added).padStart(7)} new`,
    ]
      .join('  ')
      .trimEnd(),
  );
}

function withheldText(withheld: Readonly<Record<string, number>>): string {
  const reasons = Object.entries(withheld).map(([reason, n]) => `${count(n)} (${reason})`);
  return reasons.length === 0 ? '0' : reasons.join(', ');
}

const count = (n: number) => n.toLocaleString('en');
const rows = (n: number) => (n === 1 ? '1 row' : `${count(n)} rows`);
const percent = (share: number) => `${Math.round(share * 100)} %`;
