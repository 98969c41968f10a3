/** How far each language of the pack is, and what a language lacks. */
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { languageLine, missingLines } from '../language-words.ts';
import { type Command, UsageError } from './types.ts';

export const languages: Command = {
  name: 'languages',
  operands: '[TAG]',
  summary: 'Says how far each language of the pack is; with a tag, which texts and names are missing.',
  takes: [0, 1],
  options: () => ({}),
  async run({ settings, operands: [tag], say }) {
    const pack = await loadPack(settings.jurisdiction);
    if (tag === undefined) {
      for (const language of pack.languages) say(languageLine(pack, language));
      return 0;
    }
    if (!pack.languages.includes(tag))
      throw new UsageError(`The pack does not list "${tag}"; it lists ${pack.languages.join(', ')}.`);
    const missing = missingLines(pack, tag);
    missing.forEach(say);
    if (missing.length === 0) say('Nothing is missing.');
    return 0;
  },
};
