import { connectImporter, connectTriageReader } from '../../../db/connect.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { makeSecret, readPrivateLink } from '../../../db/private-link.ts';
import { need, openAddresses } from '../addresses.ts';
import { linkLines } from '../link-words.ts';
import { migrateAll } from './migrate.ts';
import { type Command, CommandError } from './types.ts';
import { readCodes } from './withdraw.ts';

export const link: Command = {
  name: 'link',
  operands: 'REQUEST',
  summary:
    'Prints the public and the private link of a report, in each language, to be sent to its reporter.',
  details:
    'REQUEST is the code of the status page. Whoever has the private link sees everything that it opens, and can say\n' +
    'whether the problem is solved: send it to the reporter alone. --new makes another, and the old one opens nothing.',
  takes: [1, 1],
  options: () => ({
    new: { type: 'boolean', summary: 'make a new private link, where the old one came into other hands' },
  }),
  async run({ settings, operands, options, say, atEnd }) {
    const [code = ''] = readCodes(operands);
    const pack = await loadPack(settings.jurisdiction);
    const addresses = await openAddresses(settings);
    atEnd(() => addresses.stop());
    await migrateAll(addresses);
    const triage = connectTriageReader(need(addresses, 'triage_reader'));
    atEnd(() => triage.close());
    let found = await readPrivateLink(triage, code);
    if (found === null) throw new CommandError(`No report has the code ${code}. Nothing was changed.`);
    if (found.secret === null || options['new'] === true) {
      if (addresses.importer === null)
        throw new CommandError(
          `${found.secret === null ? `${code} has no private link` : 'A new private link cannot be made'}, since the triage ` +
            'database belongs to another system: set a secret there (column "secret" of triage.request, 16 random bytes), ' +
            'or set IMPORT_DATABASE_URL.',
        );
      const importer = connectImporter(addresses.importer);
      atEnd(() => importer.close());
      found = { secret: await makeSecret(importer, code) };
      if (found.secret === null)
        throw new CommandError(`${code} was erased: nobody is known to whom a private link could be given.`);
      say('A new private link was made. It opens as soon as the status of reports is published again.');
    }
    for (const line of linkLines({
      code,
      secret: found.secret,
      public_url: settings.public_url,
      languages: pack.languages,
    }))
      say(line);
    return 0;
  },
};
