/**
 * The opened private view as a section of the page.
 *
 * In:     the view, names, texts, what to do when the reporter says something or closes it
 * Out:    the section; times are of the jurisdiction, to the minute
 */
import type { PrivateView } from '../../db/anonymise/private-view.ts';
import type { Names } from '../../db/schema/names.ts';
import type { privateView } from '../i18n/en/private-view.ts';
import { nameInFirst } from '../i18n/name-in-first.ts';
import type { Given, Refused } from './private-ask.ts';
import { element } from './private-element.ts';
import { wordSection } from './private-word.ts';
import { writeTime } from './write-time.ts';

export type PrivateTexts = typeof privateView;

export interface KnownNames {
  readonly areas: Readonly<Record<string, Names>>;
  readonly services: Readonly<Record<string, Names>>;
  readonly agencies: Readonly<Record<string, Names>>;
}

export interface PrivateParts {
  readonly t: PrivateTexts;
  /** languages of the page, the nearest first */
  readonly tags: readonly string[];
  /** that writes times */
  readonly locale: string;
  readonly time_zone: string;
  readonly names: KnownNames;
  readonly view: PrivateView;
  readonly takes_words: boolean;
  readonly say: (word: 'confirmed' | 'disputed') => Promise<Given | Refused>;
  readonly close: () => void;
}

export function privateSection(parts: PrivateParts): HTMLElement {
  const { t, view, takes_words, close } = parts;
  const closing = element('button', { type: 'button', class: 'quiet' }, t.close);
  closing.addEventListener('click', close);
  return element(
    'section',
    { class: 'private', 'aria-labelledby': 'private-view' },
    element('h2', { id: 'private-view' }, t.title),
    element('p', { class: 'soft small' }, t.lead),
    facts(parts),
    element('h3', {}, t.history),
    history(parts),
    ...(view.outcome === 'resolved' && takes_words ? [wordSection(parts)] : []),
    element('p', { class: 'private-close no-print' }, closing),
    element('p', { class: 'soft small no-print' }, t.close_hint),
  );
}

function facts({ t, tags, names, view, ...parts }: PrivateParts): HTMLElement {
  const name = (known: Readonly<Record<string, Names>>, code: string) =>
    known[code] ? nameInFirst(known[code], tags) : code;
  const list = element('dl', { class: 'fact-list' });
  const add = (term: string, ...what: (Node | string)[]) =>
    list.append(element('div', {}, element('dt', {}, term), element('dd', {}, ...what)));
  add(t.received, time(view.received_at, parts));
  add(t.kind, name(names.services, view.service_code));
  add(t.place, name(names.areas, view.area_code));
  add(t.office, name(names.agencies, view.agency_responsible));
  add(t.state, t.outcomes[view.outcome]);
  add(t.record, ...record(t, view));
  return list;
}

function record(t: PrivateTexts, view: PrivateView): (Node | string)[] {
  if (view.tier === 'sensitive') return [t.record_sensitive];
  if (view.withheld) return [t.record_withheld];
  if (view.tier === 'open') return [t.record_open];
  if (view.record_id === null) return [t.record_later];
  return [
    element('span', { class: 'code' }, view.record_id),
    element('span', { class: 'private-note' }, t.record_own),
  ];
}

function history({ t, tags, names, view, ...parts }: PrivateParts): HTMLElement {
  return element(
    'ol',
    { class: 'timeline' },
    ...view.history.map(({ kind, at, agency_responsible: agency, note }) => {
      const office = agency === null ? null : names.agencies[agency];
      return element(
        'li',
        {},
        time(at, parts),
        t.events[kind],
        ...(office ? [element('span', { class: 'private-note' }, nameInFirst(office, tags))] : []),
        ...(note === null ? [] : [element('q', { class: 'timeline-note' }, note)]),
      );
    }),
  );
}

function time(at: string, { locale, time_zone }: Pick<PrivateParts, 'locale' | 'time_zone'>): HTMLElement {
  return element('time', { datetime: at }, writeTime(new Date(at), locale, time_zone));
}
