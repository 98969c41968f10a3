/**
 * What a figure is narrowed to, and which of a statistic's numbers it is, in the names of the page's language.
 *
 * In:     the page, filters and member of a figure, the names of its release
 * Out:    what each filter says, in the order in which people say it; the member's name
 */
import type { Filters } from '../../api/schemas/common.ts';
import type { StatisticDefinition } from '../../api/schemas/statistics.ts';
import { figurePage as en } from '../i18n/en/figure-page.ts';
import { sentences as enSentences } from '../i18n/en/figure-sentences.ts';
import { releases as enReleases } from '../i18n/en/releases.ts';
import { texts } from '../i18n/index.ts';
import { figurePage as sw } from '../i18n/sw/figure-page.ts';
import { sentences as swSentences } from '../i18n/sw/figure-sentences.ts';
import { releases as swReleases } from '../i18n/sw/releases.ts';
import type { PageContext } from '../page-context.ts';
import type { Dimensions } from './page-dimensions.ts';

type Words = Pick<PageContext, 'lang' | 'format' | 'name'>;

export interface Scope {
  readonly what: keyof Filters;
  readonly text: string;
}

export function scopeOf(filters: Filters, { areas, services, agencies }: Dimensions, page: Words): Scope[] {
  const { name } = page;
  const area = areas.find(({ area_code }) => area_code === filters.area);
  const service = services.find(({ service_code }) => service_code === filters.service);
  const group = services.find(({ service_group }) => service_group === filters.group);
  const agency = agencies.find(({ agency_code }) => agency_code === filters.agency);
  return [
    ...(area ? [{ what: 'area' as const, text: name(area.names) }] : []),
    ...(service ? [{ what: 'service' as const, text: name(service.names) }] : []),
    ...(group ? [{ what: 'group' as const, text: name(group.group_names) }] : []),
    ...(agency ? [{ what: 'agency' as const, text: name(agency.names) }] : []),
    ...(filters.period ? [{ what: 'period' as const, text: periodText(filters.period, page) }] : []),
  ];
}

/** November 2026; from January to March 2026; until 22 October 2026 */
function periodText(period: string, { lang, format }: Words): string {
  const t = texts(lang, { en, sw });
  if (period.startsWith('..')) return t.until(format.period(period));
  return period.endsWith('..') ? t.from(format.period(period)) : format.period(period);
}

/** Which number of a statistic of several: "7 days", "resolved, 30 days", "8 to 14 days", a line of the account. */
export function memberText(
  { id, unit }: Pick<StatisticDefinition, 'id' | 'unit'>,
  member: string,
  { lang, format }: Words,
): string {
  const t = texts(lang, { en: enSentences, sw: swSentences });
  const [, outcome, days] = /^(\w+):(\d+)$/.exec(member) ?? [];
  if (outcome !== undefined) {
    const outcomes: Readonly<Record<string, string>> = t.outcomes;
    return t.outcome_by(outcomes[outcome] ?? outcome, format.days(Number(days)));
  }
  if (isDay(member) && unit === 'share') return format.days(Number(member));
  const [, from = '', to] = /^(\d+)(?:-(\d+)|\+)$/.exec(member) ?? [];
  if (from !== '') return to === undefined ? t.age_beyond(from) : t.ages(from, to);
  return id === 'accounted_for' ? accountText(member, lang) : member;
}

export function isDay(member: string | null): boolean {
  return member !== null && /^\d{1,4}$/.test(member);
}

function accountText(member: string, lang: string): string {
  const t = texts(lang, { en: enReleases, sw: swReleases }).one;
  const lines: Readonly<Record<string, string>> = t.lines;
  const reasons: Readonly<Record<string, string>> = t.reasons;
  const [line = '', reason] = member.split('.', 2);
  if (reason !== undefined) return `${lines[line] ?? line}: ${reasons[reason] ?? t.reason_other}`;
  return lines[line] ?? member;
}
