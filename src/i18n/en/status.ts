/** The status of one report, worded by what it means to the person who sent it. Reading age 12. */
export const status = {
  /** The status in one plain sentence. The office's name stands below it, since packs name offices in many ways. */
  headline: {
    received: 'The office has your report. It has not answered yet.',
    received_no_answers: 'The office has your report. It is still open.',
    acknowledged: 'The office says that it has your report.',
    assigned: 'The office has asked someone to deal with your report.',
    started: 'The office has started work on your report.',
    in_progress: 'The office is dealing with your report.',
    resolved: 'The office says that the problem is solved.',
    confirmed: 'The problem is solved. The office and the person who reported it agree.',
    disputed: 'The office says that the problem is solved. The person who reported it says it is not.',
    reopened: 'The problem is not solved. Your report is open again.',
    declined: 'The office says that it will not deal with your report.',
    merged: 'Others reported this problem too. Your report is now joined to theirs.',
    unpublished_received: 'Your report has been received.',
    unpublished_being_handled: 'Your report is being dealt with.',
    unpublished_closed: 'Your report is closed.',
  },
  /** For the preview of a shared link: a few words. */
  short: {
    received: 'Waiting for an answer',
    received_no_answers: 'Still open',
    acknowledged: 'The office has it, not solved yet',
    assigned: 'Given to someone, not solved yet',
    started: 'Work has started',
    in_progress: 'The office is dealing with it',
    resolved: 'Solved, says the office',
    confirmed: 'Solved, both sides agree',
    disputed: 'Office says solved, reporter says not',
    reopened: 'Open again, not solved',
    declined: 'The office will not deal with it',
    merged: 'Joined to another report',
    unpublished_received: 'Received',
    unpublished_being_handled: 'Being dealt with',
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
    left: (days: string) => `That is in ${days}.`,
    none_answer: 'There is no time limit for answering such reports.',
    none_solution: 'There is no time limit for solving such problems.',
    /** where days are not shown, the limit is told without one */
    within_answer: (days: string) => `Such reports should be answered within ${days}.`,
    within_solution: (days: string) => `Such problems should be solved within ${days}.`,
    working_days: (days: number, count: string) => `${count} working ${days === 1 ? 'day' : 'days'}`,
  },
  late: (days: string) => `This is ${days} late.`,
  /** For the picture in a chat. */
  late_short: (days: string) => `${days} late`,
  /** Where only the month is shown, and the time is over even for its last day. */
  late_month: 'This is late.',
  late_month_short: 'Late',
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
    late: (days: string, day: string) => `That was ${days} late. The time limit was ${day}.`,
  },
  disputed: 'The office can see this and can open the report again.',
  declined: {
    reason: (note: string) => `Its reason: “${note}”`,
    no_reason: 'No reason is shown here. You can ask the office why.',
  },
  /** Reports that could point at a person: shown by the month and as precisely as others like them allow. */
  guarded: {
    unreleased: 'What it is about and where is not shown yet. More may be shown when its month is over.',
    days: 'No days are shown here, and this page changes only on Mondays. This protects the person who reported.',
  },
  merged: {
    follow: (code: string) => `Report ${code} shows what happens next.`,
    not_public: 'Their report is not shown, to protect people. Ask the office what happens next.',
  },
  answers_not_recorded: 'The data does not say when the office first answered.',
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
  /** The same for all that are not shown, whatever the reason is. */
  unpublished: {
    open: 'What it says and what is done about it is not shown here. This protects people.',
    closed: 'What it says and how it ended is not shown here. This protects people.',
    private_link: 'Did you report it and get a private link? That link shows you more.',
    privacy: 'What is never published, and why',
  },
};
