import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFor } from '../../../src/i18n/format.ts';
import { LANGUAGES } from '../../../src/i18n/index.ts';
import {
  type Standard,
  type StatusSentences,
  statusSentences,
  type UsualIn,
} from '../../../src/status/sentence.ts';
import { STAGES } from '../../../src/status/status-facts.ts';
import { CLOCK, factsOf, guarded, hidden, open, STATES, TODAY } from './status-fixtures.ts';

const say = (
  answer: Parameters<typeof factsOf>[0],
  lang = 'en',
  { usual = null as UsualIn | null, standard = null as Standard | null, clock = CLOCK } = {},
): StatusSentences => {
  const format = formatFor(lang, 'Africa/Nairobi');
  const said = statusSentences(factsOf(answer, clock), { lang, format, today: clock.today, usual, standard });
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  return {
    headline: plain(said.headline),
    late: said.late === null ? null : plain(said.late),
    next: said.next.map(plain),
    notes: said.notes.map(plain),
    usual: said.usual === null ? null : plain(said.usual),
    short: plain(said.short),
    waited: said.waited === null ? null : plain(said.waited),
    late_short: said.late_short === null ? null : plain(said.late_short),
    title: plain(said.title),
    description: plain(said.description),
  };
};
/** Everything that a page says, line by line. */
const all = (s: StatusSentences) =>
  [s.headline, s.late ?? '', ...s.next, ...s.notes, s.usual ?? '', `${s.title}.`, s.description].join(' ');
const state = (name: keyof typeof STATES) => STATES[name] ?? open();

describe('a status page in English', () => {
  test('says who has the report and by when an answer should come', () => {
    const s = say(state('waiting, in time'));
    expect(s.headline).toBe('The office has your report. It has not answered yet.');
    expect(s.late).toBeNull();
    expect(s.next.join(' ')).toBe(
      'An answer should come by Friday 27 November. That is in 5 days. It has waited 10 days so far.',
    );
  });
  test('says plainly by how many days an answer is late, from the day after the due day', () => {
    expect(all(say(state('waiting, overdue')))).toContain(
      'This is 12 days late. An answer should have come by',
    );
    expect(say(open({ first_response_due: TODAY })).late).toBeNull();
    expect(all(say(open({ first_response_due: '2026-11-21' })))).toContain('This is 1 day late.');
  });
  test('names a solution that is late beside a late answer', () => {
    expect(all(say(state('waiting, overdue for an answer and a solution')))).toContain(
      'The problem should also have been solved by Sunday 1 November.',
    );
  });
  test('says why a report was turned down, or that no reason is public', () => {
    expect(all(say(state('declined with a reason')))).toContain('Its reason: “A national road”');
    expect(all(say(state('declined without a reason')))).toContain('You can ask the office why.');
  });
  test('says into which report it was merged, or that the other is not named', () => {
    expect(all(say(state('merged into a public report')))).toContain('0D5-R9T-3WYZ');
    expect(all(say(state('merged into a report that is not public')))).toContain(
      'not shown, to protect people',
    );
  });
  test('keeps the office’s word and the reporter’s word apart', () => {
    expect(say(state('resolved')).headline).toBe('The office says that the problem is solved.');
    expect(say(state('disputed')).headline).toContain('The person who reported it says it is not.');
    expect(say(state('confirmed')).headline).toContain('agree');
  });
  test('gives the title of a link preview the status and the days waiting', () => {
    expect(say(state('waiting, in time')).title).toBe('Waiting for an answer, 10 days so far');
  });
  test('says of a source that records no first response only what it knows', () => {
    const clock = { today: TODAY, first_response_recorded: false };
    const s = say(open({ first_response_due: null }), 'en', { clock });
    expect(s.headline).toBe('The office has your report. It is still open.');
    expect(all(s)).not.toContain('answer');
    expect(s.next[0]).toBe('The problem should be solved by Saturday 12 December.');
  });
  test('tells when a report has waited longer than is usual', () => {
    const usual: UsualIn = {
      tenths: 8,
      days: 7,
      measure: 'first_response',
      place: 'Keiyo South',
      group: null,
    };
    expect(say(open(), 'en', { usual }).usual).toBe(
      '8 of 10 such reports in Keiyo South were answered within 7 days. This one has waited longer than that.',
    );
    expect(say(open({ received_period: '2026-11-20' }), 'en', { usual }).usual).not.toContain('longer');
  });
});

describe('privacy in words', () => {
  test('a guarded report that is not released is told in whole weeks, never in days', () => {
    expect(all(say(state('guarded, not released')))).toContain('It came in 3 weeks ago.');
    for (const lang of LANGUAGES) {
      const text = all(say(state('guarded, not released'), lang));
      expect(text).not.toMatch(/\b2026\b|Novem/);
    }
  });
  test('weeks are those of the calendar, so that the day of receipt does not show', () => {
    const weeks = (weeks_waiting: number) => all(say(guarded({ received_period: null, weeks_waiting })));
    expect(weeks(0)).toContain('It came in this week.');
    expect(weeks(1)).toContain('It came in last week.');
    expect(weeks(2)).toContain('It came in 2 weeks ago.');
  });
  test('a guarded report says why kind, place or duration are not shown, and no duration', () => {
    expect(all(say(state('guarded, not released')))).toContain('where is not shown yet');
    expect(all(say(state('guarded, released')))).not.toContain('not shown yet');
    const solved = say(state('guarded, solved'));
    expect(solved.next).toEqual([]);
    expect(solved.notes).toEqual([
      'No days are shown here, and this page changes only on Mondays. This protects the person who reported.',
    ]);
    for (const lang of ['en', 'sw'])
      expect(all(say(state('guarded, solved'), lang))).not.toMatch(/\d+ ?(days|hours)|(siku|saa) \d/);
  });
  test('a guarded report is told the promise that holds for all of its kind, without a day', () => {
    const standard: Standard = { first_response_days: 5, resolution_days: 30, working_days: true };
    const said = (answer: ReturnType<typeof guarded>, lang = 'en') => say(answer, lang, { standard }).next;
    const released = guarded({ received_period: '2026-10' });
    expect(said(released)).toContain('Such reports should be answered within 5 working days.');
    expect(said(released, 'sw')).toContain('Ripoti kama hii inapaswa kujibiwa ndani ya siku 5 za kazi.');
    expect(said(guarded({ received_period: '2026-10', outcome: 'in_progress' }))).toContain(
      'Such problems should be solved within 30 working days.',
    );
    expect(said(open()).join(' ')).not.toContain('Such');
  });
  test('a guarded report is late when even the last day of its month is too long ago', () => {
    const late = (days: number, working_days: boolean, period = '2026-10') =>
      say(guarded({ received_period: period }), 'en', {
        standard: { first_response_days: days, resolution_days: null, working_days },
      }).late;
    // Today is 22 days after 31 October.
    expect([late(21, false), late(22, false)]).toEqual(['This is late.', null]);
    expect([late(5, true), late(5, true, '2026-09')]).toEqual([null, 'This is late.']);
    expect(say(guarded({ received_period: '2026-10' })).late).toBeNull();
    expect(say(guarded({ received_period: '2026-10', outcome: 'resolved' })).late).toBeNull();
  });
  test('a released guarded report is told by its month', () => {
    expect(all(say(state('guarded, released')))).toContain('It came in during October 2026.');
    expect(all(say(guarded({ received_period: '2026-10' })))).not.toMatch(/\d+ days/);
  });
  test('of what is not shown there is a way on for its reporter, and no reason', () => {
    for (const status of ['received', 'being_handled', 'closed'] as const) {
      expect(all(say(hidden(status)))).toContain('Did you report it and get a private link?');
      expect(all(say(hidden(status), 'sw'))).toContain('kiungo cha siri');
    }
  });
  test('what is published of a sensitive report does not reach the page even if it were sent', () => {
    const leaking = { ...open(), tier: 'status_only' as const };
    expect(say(leaking)).toEqual(say(hidden('received')));
  });
});

describe.each(LANGUAGES)('every state in %s', (lang) => {
  const sentences = Object.entries(STATES).map(([name, answer]) => [name, say(answer, lang)] as const);

  test('there is an example of every stage', () => {
    const shown = new Set(Object.values(STATES).map((answer) => factsOf(answer).stage));
    expect([...STAGES].filter((stage) => !shown.has(stage))).toEqual([]);
  });
  test.each(sentences)('%s: is whole, and says nothing undefined', (_, s) => {
    expect(all(s)).not.toMatch(/undefined|null|NaN|\[object|\{|\}/);
    expect(s.headline).toMatch(/^\p{Lu}.*\.$/u);
    for (const sentence of [...s.next, ...s.notes]) expect(sentence).toMatch(/^[\p{Lu}\d].*[.”]$/u);
    expect(s.description.length).toBeGreaterThan(0);
  });
  test.each(sentences)('%s: uses no internal term', (_, s) => {
    expect(all(s)).not.toMatch(
      /\b(ticket|case|triage|SLA|pending|assigned|acknowledged|escalated|backlog|outcome|status|guarded|sensitive|withheld|moderat|tier|k-anonym)\w*/i,
    );
  });
  test.each(sentences)('%s: neither comforts nor blames without a subject', (_, s) => {
    expect(all(s)).not.toMatch(
      /soon|shortly|sorry|apolog|as soon as|mistakes were|hivi karibuni|samahani|pole\b/i,
    );
  });
  test.each(sentences)('%s: has sentences of at most 20 words', (_, s) => {
    for (const sentence of all(s).split(/(?<=[.:!?])\s+/))
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
  });
});

test('Swahili says the same states in its own words', () => {
  expect(say(state('waiting, overdue'), 'sw').late).toBe('Imechelewa kwa siku 12.');
  expect(say(state('sensitive, received'), 'sw').headline).toBe('Ripoti yako imepokelewa.');
  for (const [name, answer] of Object.entries(STATES))
    expect(say(answer, 'sw').headline, name).not.toBe(say(answer, 'en').headline);
});

test('a child of twelve can read it: Flesch–Kincaid grade 7 or lower in every state', () => {
  for (const [name, answer] of Object.entries(STATES)) {
    const s = say(answer);
    expect(grade([s.headline, s.late ?? '', ...s.next, ...s.notes].join(' ')), name).toBeLessThanOrEqual(7);
  }
});

test('however long it waits, days late and days left are never negative and never both said', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (offset) => {
      const due = new Date(Date.parse(`${TODAY}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
      const text = all(say(open({ first_response_due: due })));
      expect(text).not.toMatch(/-\d/);
      expect(text.includes('late')).toBe(offset < 0);
      expect(text.includes('That is in')).toBe(offset > 1);
    }),
  );
});

/** Flesch–Kincaid grade level (Kincaid et al. 1975), with syllables counted as runs of vowels. */
function grade(text: string): number {
  const sentences = text.split(/[.:!?]+/).filter((part) => /\w/.test(part)).length;
  const words = text.match(/[A-Za-z’']+/g) ?? [];
  const syllables = words
    .map((word) =>
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/e$/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    )
    .reduce((sum, count) => sum + count, 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}
