/**
 * A column with its words in the portal's languages; text unless said otherwise.
 *
 * In:     its name; an example, written as in the CSV; per language a title, a description and, where a field can be
 *         empty, what an empty one says
 * Out:    a Column; its values with their labels are those of `value-labels.ts`
 * Errors: RangeError for what is said of empty fields in one language alone
 */
import type { Column } from './dataset.ts';
import { valueLabels } from './value-labels.ts';

export type ColumnWords = readonly [title: string, description: string, empty?: string];

interface Kind {
  readonly type?: Column['type'];
  readonly unit?: string;
  readonly example: string;
  readonly sql?: string;
}

export function describedColumn(
  name: string,
  { type = 'string', unit, example, sql }: Kind,
  en: ColumnWords,
  sw: ColumnWords,
): Column {
  if ((en[2] === undefined) !== (sw[2] === undefined)) throw new RangeError(`${name}: empty in one language`);
  return {
    name,
    type,
    unit: unit ?? null,
    title: { en: en[0], sw: sw[0] },
    description: { en: en[1], sw: sw[1] },
    empty: en[2] === undefined || sw[2] === undefined ? null : { en: en[2], sw: sw[2] },
    values: type === 'string' ? (valueLabels[name] ?? null) : null,
    example,
    ...(sql !== undefined && { sql }),
  };
}
