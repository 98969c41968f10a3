/** The privacy rules that a release was cut under, in sentences with its own numbers. */
import type { Release } from '../../api/schemas/releases.ts';
import { privacyStatement as statementEn } from '../i18n/en/privacy-statement.ts';
import { releases as en } from '../i18n/en/releases.ts';
import { texts } from '../i18n/index.ts';
import { privacyStatement as statementSw } from '../i18n/sw/privacy-statement.ts';
import { releases as sw } from '../i18n/sw/releases.ts';
import type { PageContext } from '../page-context.ts';

/** The first version of the policy knows no ladder: guarded reports are shown for the whole jurisdiction. */
const WITHOUT_LADDER = '1';

export function policySentences(
  policy: Release['policy'],
  { lang, format, jurisdiction }: Pick<PageContext, 'lang' | 'format' | 'jurisdiction'>,
): string[] {
  const t = texts(lang, { en, sw }).one;
  const { ladder, follow } = texts(lang, { en: statementEn, sw: statementSw });
  return [
    ...(policy.version === WITHOUT_LADDER
      ? [t.policy_coarse(jurisdiction)]
      : [t.policy_k(format.number(policy.k)), ladder, follow]),
    t.policy_area(format.number(policy.area_population)),
    t.policy_sensitive(format.number(policy.sensitive_reporters), format.number(policy.sensitive_rounding)),
  ];
}
