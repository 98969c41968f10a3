/** Every attack, in the order in which they are tried. A new one is one file and one line here. */
import { account } from './account.ts';
import { cells } from './cells.ts';
import { derivedDates } from './derived-dates.ts';
import { differencing } from './differencing.ts';
import { heavyReporter } from './heavy-reporter.ts';
import { homogeneity } from './homogeneity.ts';
import { linkage } from './linkage.ts';
import { livePages } from './live-pages.ts';
import { minimality } from './minimality.ts';
import { physicalOrder } from './physical-order.ts';
import { sensitiveCounts } from './sensitive-counts.ts';
import { steps } from './steps.ts';
import type { Attack } from './types.ts';

export const attacks: readonly Attack[] = [
  differencing,
  cells,
  account,
  sensitiveCounts,
  linkage,
  heavyReporter,
  homogeneity,
  minimality,
  derivedDates,
  livePages,
  steps,
  physicalOrder,
];
