/** First page. Words in braces are numbers, marked and linked: {n}. */
export const home = {
  title: 'What was reported, and what became of it',
  description: (place: string): string =>
    `What people reported in ${place}, what was answered, how long it took, and what still waits.`,
  received: (count: number): string =>
    count === 1
      ? '{n} report received since {from} is published here.'
      : '{n} reports received since {from} are published here.',
  open: (open: number, old: number): string =>
    open === 0
      ? 'None is still open.'
      : old === open && open > 1
        ? 'All {n} that are open have waited for more than a month.'
        : old === 0
          ? `{n} ${open === 1 ? 'is' : 'are'} still open, none of them for more than a month.`
          : `{n} ${open === 1 ? 'is' : 'are'} still open, {old} of them for more than a month.`,
  find_title: 'Did you report something?',
  find_label: 'Code of your report',
  find_hint: 'Ten letters and digits, such as K7Q-M2F-9XH4',
  find_button: 'See what became of it',
  where: (places: string) => `${places} compared`,
  where_more: (places: string) => `All figures of the ${places.toLocaleLowerCase('en')}`,
  how_long: 'How long it takes',
  how_many: 'How many reports come in',
  news: 'New in this release',
  news_first: (rows: number): string =>
    rows === 1
      ? 'This is the first release. It holds {rows} report.'
      : 'This is the first release. It holds {rows} reports.',
  news_text:
    'Release {release} holds what was known on {day}. It adds {added} to the release before, and something changed for {changed}.',
  reports: (count: number, text: string): string => (count === 1 ? `${text} report` : `${text} reports`),
  account:
    'Of {received} reports received, {published} are published one by one, {merged} were merged with another, {withheld} are withheld, and {pending} wait for a later release.',
  account_sensitive:
    'Of {received} reports received, {published} are published one by one, {merged} were merged with another, about {sensitive} are so sensitive that they are only counted, {withheld} are withheld, and {pending} wait for a later release.',
  account_few:
    'Of {received} reports received, {published} are published one by one, {merged} were merged with another, {withheld} are withheld, and {pending} wait for a later release. Kinds that are too sensitive to show are only counted, and only in large numbers.',
  news_link: 'How this release adds up',
  caption: (places: string, release: string) => `${places}, ${release}`,
};
