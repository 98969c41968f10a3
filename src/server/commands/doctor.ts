import { openAddresses } from '../addresses.ts';
import { examine } from '../examination.ts';
import type { Command } from './types.ts';

export const doctor: Command = {
  name: 'doctor',
  operands: '',
  summary: 'Checks settings, pack, versions, databases, roles and releases, and says what to do.',
  takes: [0, 0],
  options: () => ({}),
  async run({ settings, say, atEnd }) {
    let faults = 0;
    for await (const { what, fault, found, below } of examine({
      settings,
      open: async () => {
        const addresses = await openAddresses(settings);
        atEnd(() => addresses.stop());
        return addresses;
      },
      now: () => new Date(),
    })) {
      if (fault !== null) faults += 1;
      if (below) say(`\n${[`${what}:`, ...below].join('\n  ')}\n`);
      else say(`${fault === null ? 'ok  ' : 'FAIL'}  ${what}: ${fault ?? found}`);
    }
    say(faults === 0 ? 'Nothing to mend.' : `${faults === 1 ? 'One thing' : `${faults} things`} to mend.`);
    return faults === 0 ? 0 : 1;
  },
};
