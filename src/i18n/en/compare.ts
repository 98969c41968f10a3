/** Pages that compare places, kinds of report and offices, and the page of each. */
export const compare = {
  up: 'You are here',
  choose: 'What the map shows',
  areas_title: (count: string, places: string) =>
    `The ${count} ${places.toLocaleLowerCase('en')}, side by side`,
  areas_description: (places: string, place: string) =>
    `${places} of ${place} on a map and in a table: reports received, still open, and how long answers take.`,
  areas_note:
    'Places are listed by name. A difference between two of them says something only when their numbers of reports are large; point at a figure to see its 95% interval.',
  grouped: 'published as part of the group',
  place: 'Place',
  group_figures: (group: string) => `All reports of the group ${group}`,
  coarser: (count: number): string =>
    count === 1
      ? 'One more report is published without its exact place: it was not given, or it is kept back so that nobody can be recognised.'
      : '{n} more reports are published without their exact place: it was not given, or it is kept back so that nobody can be recognised.',
  /** the name of a place and what kind of place it is, in the order of the language */
  place_title: '{place} {level}',
  /** `areas`: "Keiyo South: 12, Elgeyo Marakwet: 30" */
  coarser_area: (count: number, areas: string): string =>
    count === 1
      ? `One more report is known only for a larger area (${areas}): its exact place was not given, or it is kept back so that nobody can be recognised. It may have come from here.`
      : `{n} more reports are known only for a larger area (${areas}): their exact place was not given, or it is kept back so that nobody can be recognised. Some may have come from here.`,
  rest_of_area: (area: string) => `${area}, exact place not published`,
  rest_of_group: 'Kind not published',
  rest_of_groups: 'Subject not published',
  rest_of_offices: 'Office not published',
  coarser_kind: (count: number, group: string): string =>
    count === 1
      ? `One more report is known only as one about “${group}”, or not even that, so that nobody can be recognised. It may be of this kind.`
      : `{n} more reports are known only as being about “${group}”, or not even that, so that nobody can be recognised. Some may be of this kind.`,
  coarser_service: (count: number): string =>
    count === 1
      ? 'One more report is published without its exact kind, so that nobody can be recognised.'
      : '{n} more reports are published without their exact kind, so that nobody can be recognised.',
  all_figures: 'All figures',
  caption: (what: string, release: string) => `${what}, ${release}`,
  area_description: (place: string, whole: string) =>
    `What was reported in ${place}, ${whole}: answered, still open, and how long it took.`,
  population: (people: string) => `About ${people} people live here.`,
  received: (count: number): string =>
    count === 0
      ? 'No report has been published from here yet.'
      : count === 1
        ? '{n} report was received since {from}.'
        : '{n} reports were received since {from}.',
  received_service: (count: number): string =>
    count === 0
      ? 'No report of this kind has been published yet.'
      : count === 1
        ? '{n} report of this kind was received since {from}.'
        : '{n} reports of this kind were received since {from}.',
  received_office: (count: number): string =>
    count === 0
      ? 'No report for this office has been published yet.'
      : count === 1
        ? '{n} report for this office was received since {from}.'
        : '{n} reports for this office were received since {from}.',
  open: (open: number, old: number): string =>
    open === 0
      ? 'None is waiting.'
      : old === open && open > 1
        ? 'All {n} that are open have waited for more than a month.'
        : old === 0
          ? `{n} ${open === 1 ? 'is' : 'are'} still open, none for more than a month.`
          : `{n} ${open === 1 ? 'is' : 'are'} still open, {old} for more than a month.`,
  beside: (place: string, whole: string) => `${place} beside ${whole}`,
  parts: (places: string) => `Its ${places.toLocaleLowerCase('en')}`,
  waiting: 'Waiting longest',
  waiting_all: 'All open reports',
  reports_all: 'All reports',
  services_title: 'What people report',
  services_description: (place: string) =>
    `Reports in ${place} by kind: received, still open, and how long answers take.`,
  service: 'Kind of report',
  services_sensitive:
    'Reports on these matters are never published one by one, since they could expose the person who reported. They are only counted, for the whole jurisdiction and by quarter:',
  guarded:
    'Reports of this kind can point at the person who made them. They are published by the month, and with their place and kind only where enough people reported the like.',
  sensitive:
    'Reports of this kind are never published one by one, since they could expose the person who reported. They are only counted, for the whole jurisdiction and by quarter.',
  privacy: 'How people are protected',
  standard_both: (answer: string, solution: string) =>
    `The office has set itself ${answer} for a first answer and ${solution} for a solution.`,
  standard_answer: (answer: string) => `The office has set itself ${answer} for a first answer.`,
  standard_solution: (solution: string) => `The office has set itself ${solution} for a solution.`,
  standard_none: 'The office has set itself no time for this kind of report.',
  working_days: (days: number, text: string) => (days === 1 ? `${text} working day` : `${text} working days`),
  office: 'Responsible',
  where: 'Where it was reported',
  performance_title: 'How offices perform',
  performance_description: (place: string) =>
    `Offices of ${place}: answers and solutions within the time they have set themselves, backlog, and change over time.`,
  performance_lead:
    'Every figure counts the reports that still wait. An office cannot look fast by answering only the easy ones.',
  offices: 'Offices',
  office_description: (office: string) =>
    `${office}: service standards and how they are met, time to answer, backlog and change over time.`,
  standards: 'Service standards',
  standard_first: 'First answer within',
  standard_resolution: 'Solution within',
  no_standard: 'none set',
  print: 'This page prints well on A4.',
};
