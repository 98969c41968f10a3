/** Releases: what each contained, what changed, how it adds up, when the next is due. */
export const releases = {
  title: 'Releases',
  description:
    'Numbered snapshots that stay as they are: what each contained, how it adds up, its files and checksums.',
  lead: 'A release is a snapshot of all published reports. It gets a number and is not changed again, so a figure that is quoted from it stays what it was. Only what could expose someone is taken out of it, and then its page says so.',
  newest: (number: string, day: string) => `The newest is release ${number}, of ${day}.`,
  next: {
    due: (day: string) => `The next one is due on ${day}.`,
    today: 'The next one is due today.',
    overdue: (day: string, days: string) => `The next one was due on ${day}. It is ${days} late.`,
  },
  cadence: {
    day: 'A release comes out every day.',
    week: 'A release comes out every week.',
    month: 'A release comes out every month.',
  },
  list: 'All releases',
  more: 'Earlier releases',
  number: (number: string) => `Release ${number}`,
  before: (day: string) => `what came in before ${day}`,
  row: (requests: string, added: string, changed: string) =>
    `Reports: ${requests}. New: ${added}. Changed: ${changed}.`,
  one: {
    title: (number: string, day: string) => `Release ${number}, ${day}`,
    description: (number: string, day: string, requests: string) =>
      `Release ${number}: ${requests} reports that came in before ${day}. How it adds up, its files and checksums.`,
    lead: (requests: string, day: string) =>
      `This release holds ${requests} reports. They came in before ${day}.`,
    first: 'It is the first release.',
    changes: (added: string, changed: string) =>
      `Since the release before: ${added} new, ${changed} changed.`,
    published: (day: string) => `It was published on ${day}.`,
    newest: 'It is the newest release.',
    see_newest: 'See the newest release',
    adds_up: 'Nothing is left out: how it adds up',
    adds_up_text: (received: string) =>
      `Every report that came in before the cut-off is in one of these lines. Together they make ${received}.`,
    sensitive_note: (reporters: string) =>
      `Sensitive kinds are counted when their quarter is over, and only where at least ${reporters} different people reported. What is below that is in no line.`,
    off: (parts: string, received: string) =>
      `The lines make ${parts}, but ${received} were received. This release does not add up.`,
    about_rounded: (step: string) => `rounded to ${step}`,
    too_few: 'too few to say',
    lines: {
      published: 'Published one by one',
      merged: 'Joined to another report of the same problem',
      withheld: 'Kept back',
      sensitive: 'Of kinds that are only counted, never shown one by one',
      pending: 'Held back until a later release, when more reports of their kind are in (rounded down)',
      received: 'Received before the cut-off',
    },
    reasons: {
      personal_data: 'would show who is meant',
      abuse: 'abusive',
      not_for_county: 'not a matter for this office',
      legal: 'a law forbids it',
      test: 'a test message',
      withdrawn: 'withdrawn after it had been published',
    },
    reason_other: 'another reason',
    line: 'Reports',
    count: 'Number',
    measures: 'What is measured',
    measures_text: {
      first_response: 'Time to the first answer, and time to a solution.',
      resolution: 'Time to a solution.',
    },
    no_first_response: 'The first answer is not recorded by this source.',
    policy: 'Rules it was made under',
    policy_version: (version: string) => `Rules of privacy, version ${version}`,
    policy_coarse: (jurisdiction: string) =>
      `Reports about how people were served are shown by subject and month only, for the whole of ${jurisdiction}.`,
    policy_k: (k: string) =>
      `A report about how people were served shows place and kind only if at least ${k} different people share them in that month.`,
    policy_area: (people: string) =>
      `An area with fewer than ${people} people is shown only as part of the larger one.`,
    policy_sensitive: (reporters: string, step: string) =>
      `Sensitive kinds are only counted: from ${reporters} different people up, and rounded to ${step}.`,
    to_files: 'Files and checksums',
    files: 'Files',
    files_text:
      'These files never change. The checksum (SHA-256) shows whether a copy is the same to the last letter.',
    withdrawals: 'What was withdrawn',
    withdrawn: (reports: string, day: string, one: boolean) =>
      one ? `One report was withdrawn on ${day}.` : `${reports} reports were withdrawn on ${day}.`,
    coarsened: (reports: string, day: string, one: boolean) =>
      `${one ? 'One report' : `${reports} reports`} became less precise on ${day}, because others of the same kind and place were withdrawn.`,
    withdrawn_text:
      'Reports that could have let someone be recognised were taken out of this release. Which ones is not said. Its figures, files and checksums are those without them.',
    withdrawn_checksum: (day: string) => `Checksum of the manifest before ${day}`,
    files_changed:
      'These files change only when reports are withdrawn. The checksum (SHA-256) shows whether a copy is the same to the last letter.',
    no_files: 'This release has no files to download.',
    file: (rows: string, bytes: string) => `${rows}, ${bytes}`,
    manifest: 'Checksum of the list of files (manifest)',
    how: 'How to check a file',
    reports: 'Reports of this release',
    earlier: 'Earlier release',
    later: 'Later release',
  },
  missing: {
    title: 'There is no such release',
    text: (newest: string) => `Releases are numbered from 1 to ${newest}.`,
  },
};
