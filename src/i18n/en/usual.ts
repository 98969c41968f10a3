/** The usual figure beside the honest ones, on the method page. Arguments are already formatted. */
export const usual = {
  title: 'How much the usual figure flatters: Boston',
  lead: (from: string, cut_off: string) =>
    `These are real reports to the City of Boston, received ${from} and followed until ${cut_off}. The usual figure is the mean time of those that were resolved; what was never resolved is left out of it. The two figures beside it count everybody, for as long as their report could be followed.`,
  caption: 'Time to resolution by department: the usual figure, and with those still waiting counted in',
  department: 'Department',
  reports: 'Reports',
  resolved: 'Resolved',
  mean: 'Usual figure: mean of the resolved',
  median: 'Half resolved within',
  p90: 'Nine in ten resolved within',
  factor: 'Nine in ten, in usual figures',
  times: (factor: string) => `${factor} times`,
  more_times: (factor: string) => `more than ${factor} times`,
  seen: {
    flattered: (department: string, resolved: string, reports: string, mean: string, median: string) =>
      `The ${department} resolved ${resolved} of its ${reports} reports, in ${mean} on average. Counting those it has not resolved, half of its reports take ${median} or longer.`,
    hidden: (department: string, mean: string, median: string) =>
      `The ${department} looks fast, with ${mean}. In truth more than half of its reports were not resolved after ${median}: they are not in the mean at all.`,
    skewed: (department: string, median: string, mean: string) =>
      `A mean misleads the other way, too. Half of the reports to the ${department} were resolved within ${median}. A few that took very long make the mean ${mean}. It is the time of nobody.`,
  },
  source: 'Source',
  note: 'Departments with fewer than 20 reports are left out. The figures were computed by this software from the published file.',
};
