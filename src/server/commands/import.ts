import path from 'node:path';
import { connectImporter } from '../../../db/connect.ts';
import { importPack } from '../../../db/import/pack.ts';
import { importers } from '../../../db/import/registry.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { need, openAddresses } from '../addresses.ts';
import { migrateAll } from './migrate.ts';
import { type Command, UsageError } from './types.ts';

export const importCommand: Command = {
  name: 'import',
  operands: 'NAME FILE',
  summary: 'Brings a file into the triage database; importing it twice changes nothing.',
  details: `NAME is one of:\n${importers.map((i) => `  ${i.name}  ${i.summary}`).join('\n')}\n\n"help import NAME" lists its options.`,
  takes: [2, 2],
  options: ([name]) => {
    const options = importers.find((importer) => importer.name === name)?.options ?? {};
    return Object.fromEntries(
      Object.entries(options).map(([option, summary]) => [option, { type: 'string', summary }]),
    );
  },
  async run({ settings, operands, options, progress, say, atEnd }) {
    const [name = '', file = ''] = operands;
    const found = importers.find((importer) => importer.name === name);
    if (!found)
      throw new UsageError(
        `There is nothing to import by that name. There are: ${importers.map((i) => i.name).join(', ')}.`,
      );
    const pack = await loadPack(settings.jurisdiction);
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    await migrateAll(addresses);
    const importer = connectImporter(need(addresses, 'importer'));
    atEnd(() => importer.close());
    await importPack(importer, pack);
    const given = Object.fromEntries(
      Object.entries(options).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
    );
    const report = await found.run({ importer, pack, file: path.resolve(file), options: given, progress });
    progress.done();
    for (const note of report.notes) say(note);
    const { read, accepted, unchanged, rejected } = report;
    say(
      `Read ${amount(read)} = accepted ${amount(accepted)} + unchanged ${amount(unchanged)} + rejected ${amount(rejected)}.`,
    );
    if (report.rejects_file) say(`The rejected ones and the reason for each are in ${report.rejects_file}`);
    return 0;
  },
};

const amount = (n: number) => n.toLocaleString('en');
