import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { silent } from '../../../db/progress.ts';
import type { ReleaseReport } from '../../../db/publish/release.ts';
import { openAddresses } from '../addresses.ts';
import { openPublishing } from '../publishing.ts';
import { previewLines } from '../release-preview.ts';
import { migrateAll } from './migrate.ts';
import type { Command } from './types.ts';

export const release: Command = {
  name: 'release',
  operands: '',
  summary: 'Cuts the releases that are due: numbered snapshots of what is published, which never change.',
  details:
    'With --dry-run it shows the next one instead, or where none is due one that was cut off now: rows per step of\n' +
    'precision, what is held, withheld and only counted, the smallest cell, the greatest risk and the gates. It ends\n' +
    'with 1 when a gate would stop it. Without --dry-run such a release is not published, and the one before stands.',
  takes: [0, 0],
  options: () => ({
    'dry-run': { type: 'boolean', summary: 'show what the next release would hold, and keep nothing of it' },
    json: { type: 'boolean', summary: 'say it as JSON' },
  }),
  async run({ settings, options, progress, say, atEnd }) {
    const pack = await loadPack(settings.jurisdiction);
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    await migrateAll(addresses);
    const publishing = openPublishing(addresses, pack, () => new Date());
    atEnd(() => publishing.close());
    const dryRun = options['dry-run'] === true;
    const json = options['json'] === true;
    const reports = await publishing.releases(json ? silent : progress, dryRun);
    if (json) say(JSON.stringify(reports, null, 2));
    else if (reports.length === 0) say(dryRun ? 'There is nothing to release.' : 'No release is due.');
    else for (const report of reports) for (const line of linesOf(report, dryRun)) say(line);
    return reports.every(passed) ? 0 : 1;
  },
};

function linesOf(report: ReleaseReport, dryRun: boolean): string[] {
  if (dryRun) return previewLines(report);
  const { release: number, label, requests, added, changed, closed } = report;
  const [all, fresh, other, gone] = [requests, added, changed, closed].map((n) => n.toLocaleString('en'));
  return [
    `Release ${number} (${label}): ${all} requests, ${fresh} new, ${other} changed, ${gone} no longer there.`,
  ];
}

const passed = ({ gates }: ReleaseReport) => gates.every(({ failure }) => failure === null);
