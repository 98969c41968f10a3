import { buildSite } from '../built-site.ts';
import type { Command } from './types.ts';

export const build: Command = {
  name: 'build',
  operands: '',
  summary: 'Builds the site; "start" does so by itself when its sources have changed.',
  takes: [0, 0],
  options: () => ({}),
  async run({ progress }) {
    await buildSite(progress);
    return 0;
  },
};
