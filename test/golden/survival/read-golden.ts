/** The golden numbers that `survival.R` writes, checked for their shape; and how figures are compared with them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const numbers = z.array(z.number());
/** R leaves out what is not defined. */
const known = z.array(z.number().nullable());

const kaplanMeier = z.object({
  n: z.number(),
  events: z.number(),
  last: z.number(),
  quantile: known,
  quantile_lower: known,
  quantile_upper: known,
  days: z.object({ survival: known, lower: known, upper: known }),
});
const state = z.object({ value: known, lower: known, upper: known });
const aalenJohansen = z.object({
  n: z.number(),
  waiting: state,
  resolved: state,
  declined: state,
  merged: state,
});
const nobody = z.object({ n: z.literal(0) });
const group = z.object({ kaplan_meier: kaplanMeier, aalen_johansen: aalenJohansen });
export type GoldenGroup = z.infer<typeof group>;

const generated = z.object({
  survival: z.array(
    z.object({
      name: z.string(),
      table: z.object({
        times: numbers,
        resolved: numbers,
        declined: numbers,
        merged: numbers,
        censored: numbers,
      }),
      kaplan_meier: kaplanMeier
        .extend({
          curve: z.object({
            time: z.union([numbers, z.number().transform((one) => [one])]),
            survival: z.union([numbers, z.number().transform((one) => [one])]),
            lower: z.union([known, z.number().transform((one) => [one]), z.null().transform(() => [null])]),
            upper: z.union([known, z.number().transform((one) => [one]), z.null().transform(() => [null])]),
          }),
        })
        .or(nobody),
      aalen_johansen: aalenJohansen.or(nobody),
    }),
  ),
  shares: z.array(z.object({ successes: z.number(), n: z.number(), lower: z.number(), upper: z.number() })),
});
const boston = z.object({
  cut_off: z.string(),
  requests: z.number(),
  ward: z.record(z.string(), group),
  department: z.record(z.string(), group),
});

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
export const goldenGenerated = () => generated.parse(read('generated.json'));
export const goldenBoston = () => boston.parse(read('boston.json'));

/** Gathers differences: null where R has a number, or the other way round, is an infinite one. */
export class Differences {
  greatest = 0;
  /** numbers compared */
  compared = 0;
  readonly above: string[] = [];

  compare(what: string, ours: number | null | undefined, theirs: number | null | undefined): void {
    const [a, b] = [ours ?? null, theirs ?? null];
    const difference = a === null || b === null ? (a === b ? 0 : Number.POSITIVE_INFINITY) : Math.abs(a - b);
    if (b !== null) this.compared += 1;
    this.greatest = Math.max(this.greatest, difference);
    if (difference > 1e-9) this.above.push(`${what}: ${a}, R says ${b}`);
  }
}
