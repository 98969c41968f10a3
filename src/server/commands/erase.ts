import { connectImporter, connectPublisher, connectTriageReader } from '../../../db/connect.ts';
import { eraseRequest } from '../../../db/erasure/erase.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { need, openAddresses } from '../addresses.ts';
import { erasureLines } from '../erasure-words.ts';
import { CONFIRMATION, confirm } from './confirm.ts';
import { migrateAll } from './migrate.ts';
import type { Command } from './types.ts';
import { readCodes } from './withdraw.ts';

export const erase: Command = {
  name: 'erase',
  operands: 'REQUEST',
  summary:
    'Erases what is private of a report: messages, number, place on the map, private link. Its row stays.',
  details:
    'REQUEST is the code of the status page. The anonymous row stays published; "withdraw" takes that back.\n' +
    'Of a guarded report nothing is left but the row, and nobody can tell any more which row it is.\n' +
    'Where the triage database is a system of your own, this says what has to be erased there.',
  takes: [1, 1],
  options: () => CONFIRMATION,
  async run(context) {
    const { settings, operands, options, say, atEnd } = context;
    const [code = ''] = readCodes(operands);
    const pack = await loadPack(settings.jurisdiction);
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    await migrateAll(addresses);
    const triage = connectTriageReader(need(addresses, 'triage_reader'));
    const publisher = connectPublisher(need(addresses, 'publisher'));
    const importer = addresses.importer === null ? null : connectImporter(addresses.importer);
    atEnd(async () => {
      await Promise.all([triage.close(), publisher.close(), importer?.close()]);
    });
    const job = { code, triage, publisher, importer, pack };
    const rehearsed = await eraseRequest({ ...job, dryRun: true });
    const done = rehearsed.triage?.already === true;
    for (const line of erasureLines(rehearsed, { rehearsal: !done, theirs: importer === null })) say(line);
    if (options['dry-run'] === true || done) return 0;
    await confirm(context, `Erase what is private of ${rehearsed.code}?`);
    const erasure = await eraseRequest(job);
    say('Erased.');
    if (importer === null)
      for (const line of erasureLines(erasure, { rehearsal: false, theirs: true })) say(line);
    say('Backups and server logs of the databases may still hold it until they are overwritten.');
    return 0;
  },
};
