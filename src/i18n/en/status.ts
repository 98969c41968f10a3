/** The status of one report, worded by what it means to the person who sent it. Reading age 12. */
export const status = {
  /** The status in one plain sentence. The office's name stands below it, since packs name offices in many ways. */
  headline: {
    received: 'The office has your report but has not answered yet.',
    received_no_answers: 'The office has your report, and it is still open.',
    acknowledged: 'The office has confirmed that it has your report.',
    assigned: 'The office has asked someone to deal with your report.',
    started: 'The office has started work on your report.',
    in_progress: 'The office is dealing with your report.',
    resolved: 'The office says that the problem is solved.',
    confirmed: 'The problem is solved: the office and the person who reported it agree.',
    disputed: 'The office says that the problem is solved. The person who reported it says it is not.',
    reopened: 'The problem is not solved: your report is open again.',
    declined: 'The office has turned down your report.',
    merged: 'Others reported this problem too, so your report was joined to theirs.',
    unpublished_received: 'Your report has been received.',
    unpublished_being_handled: 'Your report is being handled.',
    unpublished_closed: 'Your report is closed.',
  },
  /** For the preview of a shared link: a few words. */
  short: {
    received: 'Waiting for an answer',
    received_no_answers: 'Still open',
    acknowledged: 'The office has it, not solved yet',
    assigned: 'Someone is to deal with it, not solved yet',
    started: 'Work has started',
    in_progress: 'The office is dealing with it',
    resolved: 'Solved, says the office',
    confirmed: 'Solved',
    disputed: 'The office says solved, the reporter says not',
    reopened: 'Open again, not solved',
    declined: 'Turned down',
    merged: 'Joined to another report',
    unpublished_received: 'Received',
    unpublished_being_handled: 'Being handled',
    unpublished_closed: 'Closed',
  },
  due: {
    answer: (day: string) => `An answer should come by ${day}.`,
    solution: (day: string) => `The problem should be solved by ${day}.`,
    answer_late: (day: string) => `An answer should have come by ${day}.`,
    solution_late: (day: string) => `The problem should have been solved by ${day}.`,
    solution_late_too: (day: string) => `The problem should also have been solved by ${day}.`,
    today: 'That is today.',
    tomorrow: 'That is tomorrow.',
    left: (days: string) => `That leaves ${days}.`,
    none_answer: 'No time limit is set for answering reports of this kind.',
    none_solution: 'No time limit is set for solving problems of this kind.',
    hidden: 'Exact days are not shown for reports of this kind, so that nobody can be recognised.',
  },
  late: (days: string) => `This is ${days} late.`,
  waited: {
    today: 'It came in today.',
    days: (days: string) => `It has waited ${days} so far.`,
    this_week: 'It came in this week.',
    last_week: 'It came in last week.',
    weeks: (count: string) => `It came in ${count} weeks ago.`,
    month: (month: string) => `It came in during ${month}.`,
  },
  /** For the preview of a shared link. */
  waited_short: {
    today: 'came in today',
    days: (days: string) => `${days} so far`,
    this_week: 'came in this week',
    last_week: 'came in last week',
    weeks: (count: string) => `${count} weeks so far`,
    month: (month: string) => `since ${month}`,
  },
  resolved: {
    after: (duration: string) => `The office took ${duration}.`,
    at_once: 'The office took less than an hour.',
    in_time: 'That was within the time limit.',
    late: (days: string, day: string) => `That was ${days} late: the limit was ${day}.`,
  },
  declined: {
    reason: (note: string) => `The reason given: “${note}”`,
    no_reason: 'No reason has been made public. You can ask for one.',
  },
  /** Reports that could point at a person: shown by the month and as precisely as others like them allow. */
  guarded: {
    unreleased:
      'What it is about and where is not shown yet: once its month is over, as much is shown as other reports like it allow.',
    mondays: 'This page changes on Mondays only, so that watching it tells nobody the day of the report.',
    resolved: 'How long it took is not shown here, so that nobody can be recognised.',
  },
  merged: {
    follow: (code: string) => `What happens next is told on report ${code}.`,
    not_public: 'Their report is not named here, to protect the people concerned.',
  },
  answers_not_recorded: 'When the office first answered is not recorded by this source.',
  usual: {
    answered: (tenths: number, place: string, days: string) =>
      tenths === 0
        ? `Fewer than 1 in 10 such reports in ${place} were answered within ${days}.`
        : `${tenths} of 10 such reports in ${place} ${tenths === 1 ? 'was' : 'were'} answered within ${days}.`,
    solved: (tenths: number, place: string, days: string) =>
      tenths === 0
        ? `Fewer than 1 in 10 such problems in ${place} were solved within ${days}.`
        : `${tenths} of 10 such problems in ${place} ${tenths === 1 ? 'was' : 'were'} solved within ${days}.`,
    group_answered: (tenths: number, group: string, place: string, days: string) =>
      tenths === 0
        ? `Fewer than 1 in 10 reports about “${group}” in ${place} were answered within ${days}.`
        : `${tenths} of 10 reports about “${group}” in ${place} ${tenths === 1 ? 'was' : 'were'} answered within ${days}.`,
    group_solved: (tenths: number, group: string, place: string, days: string) =>
      tenths === 0
        ? `Fewer than 1 in 10 problems about “${group}” in ${place} were solved within ${days}.`
        : `${tenths} of 10 problems about “${group}” in ${place} ${tenths === 1 ? 'was' : 'were'} solved within ${days}.`,
    longer: 'This one has waited longer than that.',
    took_longer: 'This one took longer than that.',
  },
  unpublished: {
    why: 'What it says, and how it is dealt with, is not published. This protects the people concerned.',
    privacy: 'What is never published, and why',
  },
};
