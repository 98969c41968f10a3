/** Every statistic says in a sentence what its figures mean, in both languages. */
import { describe, expect, it } from 'vitest';
import { type Figure, SUPPRESSIONS } from '../../api/schemas/statistics.ts';
import { statistics } from '../../api/statistics/registry.ts';
import { memberText } from '../../src/figures/figure-scope.ts';
import { figureSentence, plain } from '../../src/figures/figure-text.ts';
import { sentences as en } from '../../src/i18n/en/figure-sentences.ts';
import { formatFor } from '../../src/i18n/format.ts';
import { nameIn } from '../../src/i18n/index.ts';
import { sentences as sw } from '../../src/i18n/sw/figure-sentences.ts';

const dictionaries = { en, sw };
const LANGUAGES = ['en', 'sw'] as const;
const definitions = statistics.map(({ definition }) => definition);
const page = (lang: 'en' | 'sw') => ({
  lang,
  format: formatFor(lang, 'Africa/Nairobi'),
  name: (names: Readonly<Record<string, string>>) => nameIn(names, lang),
});
const figure = (fields: Partial<Figure>): Figure => ({
  statistic: 'x',
  version: 1,
  release: 1,
  filters: {},
  remainder: false,
  coarser: null,
  member: null,
  value: null,
  more_than: null,
  unit: 'hours',
  n: 40,
  censored: 0,
  ci_low: null,
  ci_high: null,
  complete: true,
  suppressed: null,
  ...fields,
});

describe.each(LANGUAGES)('sentences in %s', (lang) => {
  const t = dictionaries[lang];

  it('are there for every statistic', () => {
    expect(definitions.map(({ id }) => id).filter((id) => !(id in t.said))).toEqual([]);
    expect(Object.keys(t.said).filter((id) => !definitions.some((one) => one.id === id))).toEqual([]);
  });

  it('of a waiting time also say that it is not reached yet', () => {
    const waiting = definitions.filter(({ unit }) => unit === 'hours').map(({ id }) => id);
    expect(Object.keys(t.beyond).sort()).toEqual(waiting.toSorted());
  });

  it('say why there is no number, for every reason', () => {
    expect(Object.keys(t.without).sort()).toEqual([...SUPPRESSIONS].sort());
  });

  it('hold the number, and the day or kind where there are several', () => {
    for (const statistic of statistics) {
      const { definition } = statistic;
      const members = statistic.source === 'cells' ? statistic.members : ['received'];
      for (const member of members) {
        const { text, values } = figureSentence(
          definition,
          figure({ unit: definition.unit, value: 0.5, member }),
          page(lang),
        );
        expect(text, definition.id).toContain('{value}');
        expect(text.includes('{member}'), definition.id).toBe(member !== null);
        expect(plain({ text, values })).not.toMatch(/[{}]|undefined/);
      }
    }
  });

  it('name every member in words', () => {
    for (const { definition, ...rest } of statistics)
      for (const member of 'members' in rest ? rest.members : ['received', 'withheld.abuse', 'sensitive'])
        if (member !== null) expect(memberText(definition, member, page(lang))).toMatch(/[a-z]{3}/);
  });
});

describe('a statistic that has no sentence yet', () => {
  it('is told by its description', () => {
    const description = { en: 'Share of reports on paper.', sw: 'Sehemu ya ripoti za karatasi.' };
    const definition = {
      id: 'on_paper',
      version: 1,
      unit: 'share' as const,
      title: { en: 'On paper', sw: 'Karatasini' },
      description,
      method: description,
      group_by: [],
    };
    expect(plain(figureSentence(definition, figure({ unit: 'share', value: 0.5 }), page('en')))).toBe(
      'Share of reports on paper.',
    );
  });
});

describe('"more than"', () => {
  it('is said as what was not seen, not as a time', () => {
    const definition = definitions.find(({ id }) => id === 'resolution_hours_p90');
    if (!definition) throw new Error('no such statistic');
    expect(plain(figureSentence(definition, figure({ more_than: 240 }), page('en')))).toBe(
      'After 10\u00a0days, as far as reports were followed, more than one in ten were still not resolved.',
    );
  });
});
