/**
 * A name of something in the jurisdiction's languages, as two columns: one that a person can read in a
 * spreadsheet whatever the languages are, and one with all of them.
 *
 * In:     the source's jsonb column, and what it names
 * Out:    `name`: English, else Swahili, else the first language that there is; `names`: an object by language
 */
import type { Column, Texts } from './dataset.ts';

export function namesColumns(name: string, names: string, of: Texts): readonly [Column, Column] {
  return [
    {
      name,
      type: 'string',
      unit: null,
      title: { en: `Name of the ${of.en}`, sw: `Jina la ${of.sw}` },
      description: {
        en: `Name of the ${of.en} in English, or in Swahili where it has no English name.`,
        sw: `Jina la ${of.sw} kwa Kiingereza, au kwa Kiswahili pale ambapo halina jina la Kiingereza.`,
      },
      sql: `coalesce(${names} ->> 'en', ${names} ->> 'sw',
        (select value from jsonb_each_text(${names}) order by key collate "C" limit 1))`,
    },
    {
      name: names,
      type: 'object',
      unit: null,
      title: { en: `Names of the ${of.en}`, sw: `Majina ya ${of.sw}` },
      description: {
        en: `Name of the ${of.en} in every language that it has, by language tag. In CSV this is JSON text.`,
        sw: `Jina la ${of.sw} katika kila lugha lililo nayo, kwa alama ya lugha. Katika CSV haya ni maandishi ya JSON.`,
      },
    },
  ];
}
