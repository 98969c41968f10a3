/**
 * The heavy reporter: a cell that looks crowded and is one person's; and an attacker who knows all reports of a
 * person but one, strikes their rows out, and sees what is left for the last.
 *
 * In:     the scene, with the truth
 * Out:    a finding per set of rows that cannot be told to k different reporters although it has k rows, and per
 *         set in which fewer than k rows are left for one report of somebody whose others are known
 */
import { leftWhenOneIsKnown, toldApart } from './told-apart.ts';
import type { Attack, Finding } from './types.ts';
import { count, filterWords, Least, people } from './words.ts';

export const heavyReporter: Attack = {
  id: 'heavy-reporter',
  title: 'Looks for cells filled by one person, and knows all reports of a person but one',
  needs_truth: true,
  run({ view, sets, truth }) {
    const least = new Least();
    const findings: Finding[] = [];
    let people_tried = 0;
    for (const { key, appeared, rows } of sets) {
      const reporters = rows.map((row) => row.reporters);
      people_tried += new Set(reporters.flat()).size;
      const left = leftWhenOneIsKnown(reporters);
      least.see(left);
      const where = `release ${appeared}: ${filterWords(key)}`;
      const apart = toldApart(reporters, view.k);
      if (apart < view.k && rows.length >= view.k)
        findings.push({
          what: `${where}: ${count(rows.length)} rows are those of ${people(apart, truth)}`,
          isolates: apart,
        });
      else if (left < view.k)
        findings.push({
          what: `${where}: whoever knows all reports of one person but one has ${count(left)} rows left for it`,
          isolates: left,
        });
    }
    return {
      tried: `${count(sets.length)} sets of rows, ${count(people_tried)} people in them`,
      findings,
      worst:
        least.value === null
          ? 'no guarded rows'
          : `${count(least.value)} rows left for a person's last report`,
    };
  },
};
