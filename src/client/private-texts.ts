/**
 * The texts of the private view in the languages of its page. A further language is loaded only where it is read:
 * its file holds all of its texts, and most readers need none of them.
 *
 * In:     tags, the nearest first; the last one says everything
 * Out:    texts, each in the nearest language that has it
 * Errors: a file that cannot be loaded
 */
import { privateView as en } from '../i18n/en/private-view.ts';
import { filled } from '../i18n/fill.ts';
import type { FurtherLanguage } from '../i18n/language.ts';
import { privateView as sw } from '../i18n/sw/private-view.ts';

const further = import.meta.glob<{ readonly language: FurtherLanguage }>([
  '../i18n/more/*.ts',
  '!../i18n/more/registry.ts',
]);

export async function privateTexts(tags: readonly string[]): Promise<typeof en> {
  const whole = tags.at(-1) === 'sw' ? sw : en;
  const parts = await Promise.all(tags.slice(0, -1).map(partOf));
  return filled(whole, parts.toReversed());
}

async function partOf(tag: string): Promise<unknown> {
  const loaded = await further[`../i18n/more/${tag}.ts`]?.();
  return loaded?.language.texts.privateView;
}
