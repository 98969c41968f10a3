/** What a release says of its own privacy: how precisely guarded reports are shown, and the risk that is left. */
export const privacyStatement = {
  title: 'How people are protected',
  lead: (reports: number, text: string, k: string) =>
    reports === 0
      ? `Reports about how people were served are shown as precisely as other reports like them allow: at least ${k} different people must have reported the like in the same month. This release has none yet.`
      : `${reports === 1 ? 'One report of this release is' : `${text} reports of this release are`} about how people were served. Each is shown as precisely as others like it allow: at least ${k} different people reported the like in the same month, and not all of them fared alike.`,
  shown_by: 'Shown by month with',
  reports: 'Reports',
  share: 'Share',
  added: 'New',
  step: {
    service: (level: string) => `${level} and kind`,
    group: (level: string) => `${level} and subject`,
    any: (level: string) => `${level} alone`,
  },
  held: 'Not shown yet',
  held_text: (reports: number, text: string) =>
    reports === 0
      ? 'None had to wait.'
      : reports === 1
        ? 'One report of past months has too few like it and waits for a later release.'
        : `${text} reports of past months have too few like them and wait for a later release.`,
  risk: (people: string, chance: string) =>
    `The smallest group that any of them hides in is of ${people} people. Somebody who knows place, kind and month of a report finds its row with a chance of ${chance} at most.`,
  blocked: (texts: number, text: string) =>
    texts === 0
      ? 'No approved text had to be stopped because it seemed to say who is meant.'
      : texts === 1
        ? 'One approved text was not published, because it seems to say who is meant.'
        : `${text} approved texts were not published, because they seem to say who is meant.`,
  none: 'This release was made before releases kept these figures.',
  ladder:
    'Where fewer do, it shows a larger area, or its subject instead of its kind, step by step; where even that is not enough, it waits for a later month. What was shown once is never made more precise.',
  follow:
    'What happened to such a report is shown only when as much time has passed since the end of its month as it took from the day it came in. So nobody can work out that day from when the row changes.',
};
