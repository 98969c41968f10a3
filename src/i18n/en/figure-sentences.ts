/**
 * What a figure means, in one sentence per statistic. {value} is the number; {member} the day, age or kind of a
 * statistic of several numbers. `beyond`: the number lies beyond follow-up, {value} is how far that went. A
 * statistic without a sentence here is told by its own description.
 */
export const sentences = {
  said: {
    requests_received: (count: number): string =>
      count === 1
        ? '{value} published report was received, whatever became of it.'
        : '{value} published reports were received, whatever became of them.',
    requests_open: (count: number): string =>
      count === 1
        ? '{value} report was still open when the release was made: neither resolved nor declined nor merged.'
        : '{value} reports were still open when the release was made: neither resolved nor declined nor merged.',
    first_response_hours_median:
      'Half of the reports get a first public answer within {value}, those still waiting counted in.',
    first_response_hours_p90:
      'Nine in ten reports get a first public answer within {value}, those still waiting counted in.',
    resolution_hours_median:
      'Half of the reports are resolved within {value}, those still waiting counted in.',
    resolution_hours_p90: 'Nine in ten reports are resolved within {value}, those still waiting counted in.',
    answered_by_day:
      '{value} of the reports have a first public answer within {member}, those still waiting counted in.',
    resolved_by_day: '{value} of the reports are resolved within {member}, those still waiting counted in.',
    outcomes_by_day: '{member} after receipt: {value} of the reports.',
    first_response_within_standard:
      '{value} of the reports got a first public answer within the time that the service has set itself.',
    resolution_within_standard:
      '{value} of the reports were resolved within the time that the service has set itself.',
    unanswered_over_standard: (count: number): string =>
      count === 1
        ? '{value} open report has had no public answer, although the time that the service has set itself is over.'
        : '{value} open reports have had no public answer, although the time that the service has set itself is over.',
    backlog_age: (count: number): string =>
      count === 1
        ? '{value} of the open reports has this age: {member}.'
        : '{value} of the open reports have this age: {member}.',
    reopened: '{value} of the reports that were resolved were opened again within 30 days.',
    confirmed: 'Of the reports that the office calls resolved, {value} were confirmed by those who reported.',
    disputed: 'Of the reports that the office calls resolved, {value} were disputed by those who reported.',
    accounted_for: '{member}: {value}. All lines together make what was received.',
  },
  beyond: {
    first_response_hours_median:
      'After {value}, as far as reports were followed, more than half still had no public answer.',
    first_response_hours_p90:
      'After {value}, as far as reports were followed, more than one in ten still had no public answer.',
    resolution_hours_median:
      'After {value}, as far as reports were followed, more than half were still not resolved.',
    resolution_hours_p90:
      'After {value}, as far as reports were followed, more than one in ten were still not resolved.',
  },
  /** why there is no number */
  without: {
    not_recorded: 'This source does not record what this figure needs. It is missing; it is not zero.',
    too_few: 'There are too few reports to give a number here: it could say something about one person.',
    too_early: 'No report has been followed for long enough yet to give a number here.',
    no_requests: 'No published report belongs here, so there is nothing to say.',
    no_standard: 'The service has set itself no time, so there is nothing to measure against.',
  },
  outcomes: {
    resolved: 'resolved',
    declined: 'declined',
    merged: 'merged with another report',
    waiting: 'still waiting',
  },
  outcome_by: (outcome: string, days: string) => `${outcome}, ${days}`,
  ages: (from: string, to: string) => `${from} to ${to} days`,
  age_beyond: (from: string) => `${from} days or more`,
};
