/**
 * A name of something in the jurisdiction's languages, as two columns: one that a person can read in a
 * spreadsheet whatever the languages are, and one with all of them.
 *
 * In:     the source's jsonb column, what it names, and such names in two languages
 * Out:    `name`: English, else Swahili, else the first language that there is; `names`: an object by language
 */
import type { Column, Texts } from './dataset.ts';
import { describedColumn } from './described-column.ts';

export function namesColumns(
  name: string,
  names: string,
  of: Texts,
  example: Texts,
): readonly [Column, Column] {
  return [
    describedColumn(
      name,
      {
        example: example.en,
        sql: `coalesce(${names} ->> 'en', ${names} ->> 'sw',
        (select value from jsonb_each_text(${names}) order by key collate "C" limit 1))`,
      },
      [
        `Name of the ${of.en}`,
        `Name of the ${of.en} in English, or in Swahili where it has no English name.`,
      ],
      [
        `Jina la ${of.sw}`,
        `Jina la ${of.sw} kwa Kiingereza, au kwa Kiswahili pale ambapo halina jina la Kiingereza.`,
      ],
    ),
    describedColumn(
      names,
      { type: 'object', example: JSON.stringify({ en: example.en, sw: example.sw }) },
      [
        `Names of the ${of.en}`,
        `Name of the ${of.en} in every language that it has, by language tag. In CSV this is JSON text.`,
      ],
      [
        `Majina ya ${of.sw}`,
        `Jina la ${of.sw} katika kila lugha lililo nayo, kwa alama ya lugha. Katika CSV haya ni maandishi ya JSON.`,
      ],
    ),
  ];
}
