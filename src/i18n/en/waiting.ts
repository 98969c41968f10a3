/** Sentences about waiting times, for the jurisdiction, a place, a kind of report or an office. */
export const waiting = {
  answered_median: 'Half of all reports get a first answer within {time}.',
  answered_median_beyond: 'After {time}, more than half of all reports have had no answer.',
  answered_p90: 'Nine in ten get one within {time}.',
  answered_p90_beyond: 'After {time}, more than one in ten are still waiting for one.',
  resolved_median: 'Half are resolved within {time}.',
  resolved_median_beyond: 'After {time}, more than half are not resolved.',
  resolved_p90: 'Nine in ten are resolved within {time}.',
  resolved_p90_beyond: 'After {time}, more than one in ten are still not resolved.',
  few: (n: number): string =>
    n === 0
      ? 'No report has been followed for long enough to say how long it takes.'
      : n === 1
        ? 'With only {n} report, it is too early to say how long it takes.'
        : 'With only {n} reports, it is too early to say how long it takes.',
  curve_title_answered: (share: string, days: string) => `${share} of reports are answered within ${days}`,
  curve_title_resolved: (share: string, days: string) => `${share} of reports are resolved within ${days}`,
  curve_title_none: 'Answers over time',
  curve_measure:
    'Share of reports answered and resolved by days since receipt, those still waiting counted in',
  curve_measure_resolved: 'Share of reports resolved by days since receipt, those still waiting counted in',
  compare: (label: string, place: string) => `${label}, ${place}`,
  received_title: (count: string, month: string): string => `${count} reports came in during ${month}`,
  received_measure: 'Reports received by month',
  trend_answered: (share: string, period: string): string =>
    `${share} of the reports of ${period} were answered in time`,
  trend_resolved: (share: string, period: string): string =>
    `${share} of the reports of ${period} were resolved in time`,
  trend_answered_within: (share: string, period: string, days: string) =>
    `${share} of the reports of ${period} were answered within ${days}`,
  trend_resolved_within: (share: string, period: string, days: string) =>
    `${share} of the reports of ${period} were resolved within ${days}`,
  answered_within: (days: string) => `Answered within ${days}`,
  resolved_within: (days: string) => `Resolved within ${days}`,
  trend_measure_fixed: {
    month:
      'Share of reports answered and resolved by month of receipt, those still waiting counted in; hollow points: not complete yet',
    quarter:
      'Share of reports answered and resolved by quarter of receipt, those still waiting counted in; hollow points: not complete yet',
  },
  trend_none: 'Answered and resolved in time',
  trend_measure: {
    month:
      'Share of reports within the time promised for them, by month of receipt; hollow points: not complete yet',
    quarter:
      'Share of reports within the time promised for them, by quarter of receipt; hollow points: not complete yet',
  },
};
