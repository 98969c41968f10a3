/** Atom feeds: titles, entries, and the links that lead to them. */
export const feeds = {
  follow: 'Follow in a feed reader (Atom)',
  follow_this: 'Follow this report in a feed reader (Atom)',
  follow_record: 'Follow this row in a feed reader (Atom)',
  all: (jurisdiction: string) => `Reports to ${jurisdiction}`,
  narrowed: (jurisdiction: string, chosen: string) => `Reports to ${jurisdiction}: ${chosen}`,
  reports_about: 'Reports as each release brings them, new and changed ones, the newest release first.',
  entry: (kind: string, place: string) => `${kind}, ${place}`,
  as_of: (state: string, day: string) => `${state}, as released on ${day}.`,
  received: (day: string) => `Came in ${day}.`,
  record: 'This is a record of the published data, not the page of the person who reported.',
  releases: (jurisdiction: string) => `Releases of ${jurisdiction}`,
  releases_about: 'Every release of the data, and when reports were withdrawn from one.',
  release: (number: string, day: string) => `Release ${number}: reports that came in before ${day}`,
  release_holds: (reports: string, added: string, changed: string) =>
    `Reports: ${reports}. New: ${added}. Changed: ${changed}.`,
  release_withdrawn: (reports: string, day: string) => `Withdrawn on ${day}: ${reports}.`,
  request: (code: string) => `Report ${code}`,
  request_about: 'What happens with this report.',
  missing: {
    wrong: 'Part of the address is wrong.',
    unknown: 'There is no such feed here.',
    withdrawn: 'This report was withdrawn from publication. Nothing is shown of it any more.',
    nothing: 'Nothing is published yet: there is no release.',
    away: 'The data cannot be reached at the moment. Please try again in a minute.',
  },
};
