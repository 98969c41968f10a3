import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { parsePublicCode } from '../../../db/public-code.ts';
import type { WithdrawalReport } from '../../../db/publish/withdraw-requests.ts';
import { openAddresses } from '../addresses.ts';
import { openPublishing } from '../publishing.ts';
import { CONFIRMATION, confirm } from './confirm.ts';
import { migrateAll } from './migrate.ts';
import { type Command, UsageError } from './types.ts';

const MOST = 500;

export const withdraw: Command = {
  name: 'withdraw',
  operands: 'REQUEST...',
  summary: 'Takes published reports back: out of every release, its figures and its downloads, for ever.',
  details:
    'REQUEST is the code of a status page or the id of a row in the downloads; several at once are one withdrawal.\n' +
    'Each release says how many rows were withdrawn and when, never which. The status page answers that it was withdrawn.\n' +
    'Guarded rows that hid among the withdrawn ones become less precise, or are withdrawn as well and wait.',
  takes: [1, MOST],
  options: () => CONFIRMATION,
  async run(context) {
    const { settings, operands, options, progress, say, atEnd } = context;
    const codes = readCodes(operands);
    const pack = await loadPack(settings.jurisdiction);
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    await migrateAll(addresses);
    const publishing = openPublishing(addresses, pack, () => new Date());
    atEnd(() => publishing.close());

    const rehearsed = await publishing.withdraw(codes, progress, true);
    for (const line of inWords(rehearsed, true)) say(line);
    if (options['dry-run'] === true || rehearsed.withdrawn === 0) return 0;
    await confirm(context, `Withdraw ${amount(rehearsed.withdrawn, 'report')}?`);
    const report = await publishing.withdraw(codes, progress);
    progress.done();
    for (const line of inWords(report, false)) say(line);
    say(
      'The portal serves the new state within seconds. What others have downloaded cannot be called back. A cache in front ' +
        'of the portal (a CDN) has to be emptied of /data/ and /api/v1/, whose files it was allowed to keep for a year.',
    );
    return 0;
  },
};

/** Operands as canonical codes. A slip of the finger must not take another report back. */
export function readCodes(operands: readonly string[]): string[] {
  return operands.map((operand) => {
    const parsed = parsePublicCode(operand);
    if (parsed.ok) return parsed.code;
    throw new UsageError(
      `"${operand.replace(/\p{C}/gu, '?').slice(0, 40)}" is no code: ${
        parsed.reason === 'mistyped'
          ? 'one of its characters is wrong'
          : 'a code has ten letters and digits, such as K7Q-M2F-9XH4'
      }. Nothing was changed.`,
    );
  });
}

export function inWords(
  { withdrawn, already, releases, coarsened, held }: WithdrawalReport,
  rehearsal: boolean,
): string[] {
  const lines: string[] = [];
  if (already > 0) lines.push(`Withdrawn before: ${already}. Nothing changes for them.`);
  if (withdrawn === 0) return lines;
  lines.push(
    releases.length === 0
      ? `${rehearsal ? 'Would withdraw' : 'Withdrew'} ${amount(withdrawn, 'report')}. No release has a row of it; its status page ${rehearsal ? 'would say' : 'says'} that it was withdrawn.`
      : `${rehearsal ? 'Would withdraw' : 'Withdrew'} ${amount(withdrawn, 'report')} from ${amount(releases.length, 'release')}:`,
  );
  for (const { release, requests, coarsened: less } of releases)
    lines.push(
      `  release ${release}: ${amount(requests, 'row')} fewer${less > 0 ? `, ${amount(less, 'row')} less precise` : ''}`,
    );
  if (coarsened > 0)
    lines.push(
      `${amount(coarsened, 'guarded row')} that hid among them ${rehearsal ? 'would become' : 'became'} less precise.`,
    );
  if (held > 0)
    lines.push(
      `${amount(held, 'guarded row')} that hid among them ${rehearsal ? 'would leave' : 'left'} too, and wait${held === 1 ? 's' : ''} until enough others are in.`,
    );
  return lines;
}

const amount = (n: number, what: string) => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
