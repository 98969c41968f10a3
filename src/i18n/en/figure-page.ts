/** The page of one figure that can be cited, the list of all, and embeds. Arguments are already formatted. */
export const figurePage = {
  all_title: 'Figures to cite',
  all_description: (place: string) =>
    `Every statistic about reports in ${place}: what it says, its newest value, and an address that keeps it as it is.`,
  all_lead:
    'Each figure has an address of its own that names its release. What it says there does not change, so it can be quoted and checked years later.',
  all_note: 'Every number on this site links to its figure: point at one and follow it.',
  all_several: (members: string) => `(${members} numbers)`,
  all_newest: (release: string) => `The values are those of ${release}.`,
  all_area: 'More narrowly',
  all_area_text:
    'Any figure can be narrowed to an area, a kind of report, an office or a received period. The pages that compare them link each number to its figure.',
  up: 'You are here',
  description: (what: string, release: string) =>
    `${what}, ${release}: value, interval, definition, and how to cite it.`,
  n: (count: number, n: string): string =>
    count === 1 ? `It rests on ${n} report.` : `It rests on ${n} reports.`,
  censored: (count: number, censored: string): string =>
    count === 0
      ? 'All of them had come to it when the release was made.'
      : count === 1
        ? `${censored} of them had not come to it when it was last followed, and counts as long as it was followed.`
        : `${censored} of them had not come to it when they were last followed, and count as long as they were followed.`,
  interval: (low: string, high: string) =>
    `The 95% interval is ${low} to ${high}: chance alone can move the value that far.`,
  interval_open: (low: string) =>
    `The 95% interval is ${low} or more: how much more cannot be said yet, since too many are still waiting.`,
  counted: 'It is a count, not an estimate, so it has no interval.',
  incomplete:
    'The reports of this period have not been followed to the end yet. Later releases will say something else.',
  few: (ranked: string) =>
    `That is fewer than ${ranked} reports: too few to compare it with other places, services or offices.`,
  remainder:
    'Only reports that are published more coarsely than the page it stands on asks for: without their exact place or kind.',
  coarser: (count: number, n: string): string =>
    count === 1
      ? `${n} more report is published too coarsely to tell whether it belongs here. It is not counted.`
      : `${n} more reports are published too coarsely to tell whether they belong here. They are not counted.`,
  demonstration: 'This is a demonstration. The reports are invented; do not quote the figure.',
  members: 'All numbers of this statistic',
  member: 'Number of',
  value: 'Value',
  exact: {
    title: 'In figures',
    value: 'Value',
    more_than: 'More than',
    interval: '95% interval',
    n: 'Reports (n)',
    censored: 'Of these not followed to the event',
    statistic: 'Statistic',
    version: (version: string) => `version ${version}`,
    release: 'Release',
    none: 'none',
  },
  about: 'What it is, and how it is computed',
  about_more: 'How figures are made',
  narrowed: {
    title: 'What it is narrowed to',
    nothing: (place: string) => `Nothing: all published reports of ${place}.`,
    area: 'Place',
    service: 'Kind of report',
    group: 'Group',
    agency: 'Office',
    period: 'Received',
    member: 'Of its numbers',
  },
  until: (day: string) => `until ${day}`,
  from: (day: string) => `from ${day}`,
  frozen: (release: string) => `The figure is that of ${release}, and stays what it was then.`,
  release_page: 'What is in this release',
  later: {
    several: (release: string) => `The newest, ${release}, says something else.`,
    title: 'What later releases say',
    newest: 'This is the newest release. No later one says anything else yet.',
    same: (release: string) => `The newest, ${release}, says the same.`,
    changed: (release: string, value: string) => `The newest, ${release}, says ${value}`,
    more: (by: string) => `: ${by} more.`,
    less: (by: string) => `: ${by} less.`,
    plain: '.',
    gone: (release: string) =>
      `The newest, ${release}, no longer has this place, kind or office, so it has no such figure.`,
    link: 'The same figure there',
    points: (points: string) => (points === '1' ? '1 percentage point' : `${points} percentage points`),
    why: 'Why a later release can say something else:',
    reasons: {
      new: 'more reports have come in since, or were held back until enough others of their kind were in',
      follow_up:
        'the same reports have been followed for longer: who still waited then may have been answered',
      corrections: 'the office has corrected what it had recorded',
      withdrawn:
        'reports were withdrawn because they could have exposed someone. They are then taken out of all releases, this one included; the page of the release says when and how many',
    },
  },
  cite: {
    interval: (low: string, high: string | null): string =>
      high === null ? `95% interval ${low} or more` : `95% interval ${low} to ${high}`,
    title: 'How to cite it',
    text: 'Name the release and the address: whoever follows it finds this figure.',
    untitled: 'Statistic',
    save: (format: string) => `Save as ${format}`,
    invented: 'demonstration, invented data',
  },
  machine: {
    title: 'For programs, and to check it',
    json: 'This figure as JSON',
    rows: 'The reports that it is computed from, to read',
    rows_csv: 'The same as a file (CSV)',
    dataset: 'What the columns mean',
    verify: 'How to check a file',
    recompute: 'How to recompute a figure',
  },
  embed: {
    title: 'Embed this',
    text: 'Copy one of these into another site. It loads no script, follows nobody, and says its release and source.',
    figure: 'The figure',
    chart: 'The curve',
    map: 'The map of all places',
    look: 'Look at it alone',
    source: 'Source',
    table: 'The same figures as a table',
    place: 'Place',
  },
  missing: {
    release_title: 'There is no such release',
    release: (newest: string) => `Releases are numbered from 1 to ${newest}.`,
    statistic_title: 'There is no such statistic',
    statistic: 'The address may be mistyped. These are the statistics that exist:',
    wrong_title: 'This address asks for something that there is not',
    wrong: 'What is wrong in it:',
    unknown: 'a name that is none of: area, service, group, agency, period, member',
    curve: 'only a statistic of shares by days can be drawn as a curve',
    map: 'only a single number that is known by area can be drawn on the map; choose one with member',
    see_newest: 'The figure in the newest release',
    parameters: {
      area: 'there is no such area in this release',
      service: 'there is no such kind of report in this release',
      group: 'there is no such group in this release',
      agency: 'there is no such office in this release',
      period: 'a year, month or day such as 2026-11, or a range such as 2026-01..2026-03',
      member: 'one of the numbers of this statistic, named as in the table of all of them',
      remainder:
        'area, service, group or agency; for a place within which it lies at several levels, only counts',
      area_level: 'a level of areas, together with remainder=area',
    },
  },
};
