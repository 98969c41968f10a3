/** Which languages the site speaks, how far each is, and how to mend it. */
export const languagesPage = {
  title: 'Languages',
  description: 'Which languages this site speaks, how much of it, and who has read the texts over.',
  lead: 'The texts of this site are first written in English. Here you see how far every language is, and whether somebody who grew up with it has read the texts over.',
  source: (count: string) => `All ${count} texts are first written in this language.`,
  whole: (count: string) => `All ${count} texts are there.`,
  part: (own: string, all: string, others: string) =>
    `${own} of ${all} texts are there. The others are shown in ${others}.`,
  none: (other: string) =>
    `There are no texts in this language yet. Names of places, offices and kinds of report are in it where they are known; all else is shown in ${other}.`,
  reviewed: (by: string, date: string) => `Read over by ${by} on ${date}.`,
  not_reviewed: 'Not yet read over by a native speaker.',
  help: 'How to help',
  corrections: 'Is something wrong or hard to understand? Say on which page, and how you would put it:',
  begin:
    'A new language can begin small. The page of a single report matters most, and a few texts of it are enough: what is not there yet is shown in the next language. Nobody has to know about computers for that.',
  developers:
    'For programmers: a language is one file. The guide for contributors in the source code tells how to add it.',
};
