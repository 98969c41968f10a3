/** A column with its title and description in the portal's languages; text unless said otherwise. */
import type { Column } from './dataset.ts';

export const describedColumn = (
  name: string,
  en: readonly [title: string, description: string],
  sw: readonly [title: string, description: string],
  type: Column['type'] = 'string',
  unit: string | null = null,
): Column => ({
  name,
  type,
  unit,
  title: { en: en[0], sw: sw[0] },
  description: { en: en[1], sw: sw[1] },
});
