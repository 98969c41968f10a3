/**
 * A language for tests under a real tag, in words that mean nothing in any language. It says a few texts of the status
 * page and most of the one for addresses that lead nowhere, and leaves the rest to Swahili. A test puts this very file
 * into `src/i18n/more`.
 */
import type { FurtherLanguage } from '../../src/i18n/language.ts';

export const language: FurtherLanguage = {
  tag: 'eyo',
  own_name: 'Qiqaqo',
  locale: 'sw-KE',
  falls_back_to: ['sw', 'en'],
  reviewed: null,
  units: { day: (value, written) => `${written} ${value === 1 ? 'quq' : 'quqaq'}` },
  texts: {
    page: { read_here: (name) => `Xexo ${name} xux` },
    status: {
      headline: { received: 'Zoz qaqi xuxo vev.', started: 'Zoz vuvu xuxo.' },
      due: { answer: (day) => `Vev ${day} zaz.` },
      late: (days) => `Zuzu ${days}.`,
      waited: { days: (days) => `Xix ${days} zaz.` },
    },
    notFound: {
      title: 'Qoq xax zuz',
      text: 'Xax vovo zuz qaqi.',
      code: 'Viv? Zoz K7Q-M2F-9XH4.',
      search: 'Xux',
    },
    privateView: { title: 'Zoz xaxi' },
  },
};
