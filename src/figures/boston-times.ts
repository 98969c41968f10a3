/**
 * Boston, July to December 2011, as it was known on 1 January 2012: hours to resolution by department, once as the
 * mean of what was resolved, which is what is usually published, and once with those still waiting counted in.
 * test/boston/usual-mean.test.ts reckons every number again from the source file.
 *
 * Source: City of Boston, "311 service requests" (Analyze Boston), 58,251 requests received from 1 July to 31
 *         December 2011; Open Data Commons Public Domain Dedication and License (PDDL)
 * Method: mean: over rows whose outcome is resolved, of their `resolution_hours`. Median and 90th percentile: the
 *         portal's resolution_hours_median and _p90. Departments with fewer than 20 requests are left out.
 */
export interface DepartmentTimes {
  readonly department: string;
  readonly reports: number;
  readonly resolved: number;
  readonly mean_of_resolved_hours: number;
  readonly median_hours: Quantile;
  readonly p90_hours: Quantile;
}

export interface Quantile {
  readonly value: number | null;
  readonly more_than: number | null;
}

const within = (value: number): Quantile => ({ value, more_than: null });
const beyond = (more_than: number): Quantile => ({ value: null, more_than });

export const BOSTON: {
  readonly received: string;
  readonly cut_off: string;
  readonly source: string;
  readonly licence: { readonly name: string; readonly url: string };
  readonly departments: readonly DepartmentTimes[];
} = {
  received: '2011-07..2011-12',
  cut_off: '2012-01-01',
  source: 'City of Boston, 311 service requests (Analyze Boston)',
  licence: {
    name: 'Open Data Commons Public Domain Dedication and License 1.0',
    url: 'https://opendatacommons.org/licenses/pddl/1-0/',
  },
  departments: [
    {
      department: 'Boston Water and Sewer Commission',
      reports: 60,
      resolved: 35,
      mean_of_resolved_hours: 620.9,
      median_hours: within(1296),
      p90_hours: beyond(4273),
    },
    {
      department: 'Inspectional Services Department',
      reports: 7873,
      resolved: 4043,
      mean_of_resolved_hours: 643.8,
      median_hours: within(1968),
      p90_hours: beyond(4393),
    },
    {
      department: "Mayor's 24 Hour Hotline",
      reports: 3509,
      resolved: 1434,
      mean_of_resolved_hours: 86,
      median_hours: beyond(4393),
      p90_hours: beyond(4393),
    },
    {
      department: 'Parks and Recreation Department',
      reports: 4570,
      resolved: 3093,
      mean_of_resolved_hours: 304.3,
      median_hours: within(96),
      p90_hours: beyond(4393),
    },
    {
      department: 'Property Management',
      reports: 1113,
      resolved: 1051,
      mean_of_resolved_hours: 323.4,
      median_hours: within(264),
      p90_hours: within(816),
    },
    {
      department: 'Public Works Department',
      reports: 36962,
      resolved: 34843,
      mean_of_resolved_hours: 106.7,
      median_hours: within(5),
      p90_hours: within(456),
    },
    {
      department: 'Transportation Department',
      reports: 4028,
      resolved: 3678,
      mean_of_resolved_hours: 223,
      median_hours: within(168),
      p90_hours: within(744),
    },
  ],
};
