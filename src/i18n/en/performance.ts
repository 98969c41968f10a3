/** What officials look at: promised times kept or missed, backlog, what came after. Arguments are formatted. */
export const performance = {
  standards_lead: {
    answered_in_time:
      '{share} of the reports whose time was up got a first answer within the time promised for them ({interval}, {n}).',
    resolved_in_time:
      '{share} of the reports whose time was up were solved within the time promised for them ({interval}, {n}).',
  },
  reports: (count: number, text: string): string => (count === 1 ? `${text} report` : `${text} reports`),
  rows: {
    agency: 'By office: {met} kept, {missed} missed, {open} too close or too few to say.',
    service: 'By kind of report: {met} kept, {missed} missed, {open} too close or too few to say.',
    area: 'By place: {met} kept, {missed} missed, {open} too close or too few to say.',
  },
  promises: { answered_in_time: 'First answer', resolved_in_time: 'Solution' },
  promised: 'Promised',
  within: 'Within it',
  interval: '95% interval',
  n: 'Reports',
  over: 'Unanswered beyond it',
  kept: 'Kept or missed',
  beside: (place: string) => `Beside ${place}`,
  verdicts: {
    met: 'kept',
    missed: 'missed',
    close: 'too close to say',
    few: 'too few to say',
    early: 'too early to say',
    not_recorded: 'not recorded',
    no_requests: 'no reports',
    none: 'no time promised',
    by_month: 'cannot be shown: published by month',
  },
  compared: {
    share: { above: 'above', below: 'below', alike: 'no clear difference', few: 'too few to say' },
    hours: { above: 'longer', below: 'shorter', alike: 'no clear difference', few: 'too few to say' },
    none: '–',
  },
  rule: (ranked: string): string =>
    `A promised time counts as kept when at least nine in ten reports are within it, and as missed when fewer are. The 95% interval decides: where it reaches from one to the other, it is too close to say. With fewer than ${ranked} reports nothing is said. Reports whose time is not up yet do not count for or against.`,
  compare_rule: (place: string, ranked: string): string =>
    `“Above”, “below”, “longer” and “shorter” are said only where the 95% intervals of the two do not overlap and both rest on at least ${ranked} reports. ${place} as a whole includes the part that stands beside it. Rows are in alphabetical order; there is no ranking.`,
  no_promises: 'No time has been promised here, so there is nothing to be kept or missed.',
  by_month:
    'Some reports are published by month, to protect those who made them. They have no day by which they were due, so it cannot be shown whether their time was kept.',
  coarser: (count: number): string =>
    count === 1
      ? '{n} more report is published too coarsely, to protect people, to tell whether it belongs here. It is not counted on this page.'
      : '{n} more reports are published too coarsely, to protect people, to tell whether they belong here. They are not counted on this page.',
  unanswered: (count: number): string =>
    count === 0
      ? 'No report waits for a first answer beyond the time promised for it.'
      : count === 1
        ? '{n} report still waits for a first answer, although the time promised for it is over.'
        : '{n} reports still wait for a first answer, although the time promised for them is over.',
  outcomes_title: (share: string, days: string) => `After ${days}, ${share} of reports are still waiting`,
  outcomes_measure:
    'What became of reports by days since receipt; resolved, declined, merged with another and still waiting together are all reports',
  outcomes: { resolved: 'Resolved', declined: 'Declined', merged: 'Merged', waiting: 'Still waiting' },
  after: 'After',
  age_title: (old: string, all: string) => `Of ${all} open reports, ${old} have waited for more than 30 days`,
  age_title_fresh: 'No open report has waited for more than 30 days',
  age_title_none: 'No report is open',
  age_measure: 'Open reports by the days that they have been waiting',
  age: 'Waiting for',
  solved: 'After the solution',
  reopened:
    'Of {n} that were solved more than 30 days before the release, {share} were opened again within 30 days.',
  said: 'Of {n} that the office calls solved, those who reported have confirmed {confirmed} and disputed {disputed}. The others have said nothing; silence counts as neither.',
  said_nowhere: 'Whether those who reported agree that it is solved is not recorded.',
  measure: 'Measure',
  whole_figures: 'In figures',
  each_place: 'The same for each place',
  each_service: 'The same for each kind of report',
  more: 'Promised times, backlog and change over time',
  of: (what: string) => `Performance: ${what}`,
  area_description: (place: string) =>
    `${place}: promised times kept or missed by kind of report, backlog by age, change over time, comparison with the whole.`,
  service_description: (kind: string) =>
    `${kind}: promised times kept or missed by place, backlog by age, change over time, comparison with the whole.`,
};
