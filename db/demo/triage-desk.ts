/**
 * What the triage desk adds to a report: who handles it, what may be said of it in public, what must not.
 *
 * In:     the service, chance
 * Out:    parts of a DemoRequest. A text is written at one desk and approved at another, or not yet.
 */
import type { Pack, PackService } from '../jurisdictions/types.ts';
import { type Tier, WITHHELD_REASONS, type WithheldReason } from '../schema/triage.ts';
import type { DemoEvent, DemoRequest } from './demonstration.ts';
import type { Happening } from './life.ts';
import { chance, pick, type Random } from './random.ts';
import type { ServiceTexts } from './texts/types.ts';
import { desk, noteOn, type Telling } from './words.ts';

/** The office that gets it: the service's own, now and then another. */
export function referredAgency(pack: Pack, service: PackService, random: Random): string {
  return chance(random, 0.04) ? pick(random, pack.agencies).agency_code : service.agency_responsible;
}

export function drawWithholding(tier: Tier, random: Random): WithheldReason | null {
  return tier !== 'sensitive' && chance(random, 0.025) ? pick(random, WITHHELD_REASONS) : null;
}

/** Now and then a report on a harmless service turns out to be about a person. */
export function drawTier(tier: Tier, random: Random): DemoRequest['tier_raised'] {
  const roll = random.next();
  if (tier === 'open' && roll < 0.015) return 'guarded';
  return tier !== 'sensitive' && roll > 0.996 ? 'sensitive' : null;
}

const SUMMARISED: Readonly<Record<Tier, number>> = { open: 0.8, guarded: 0.35, sensitive: 0 };

export function drawSummary(
  summary: string | null,
  tier: Tier,
  random: Random,
): Pick<DemoRequest, 'summary' | 'summary_by' | 'summary_approved_by'> {
  if (summary === null || !chance(random, SUMMARISED[tier]))
    return { summary: null, summary_by: null, summary_approved_by: null };
  const summary_by = desk(random);
  return { summary, summary_by, summary_approved_by: chance(random, 0.9) ? desk(random, summary_by) : null };
}

interface Desk {
  readonly service: PackService;
  readonly texts: ServiceTexts;
  readonly referred: string;
  readonly telling: Telling;
  /** nothing is said in public */
  readonly is_silent: boolean;
  readonly random: Random;
}

export function drawEvents(life: readonly Happening[], at: Desk): DemoEvent[] {
  const { service, random } = at;
  return life.map(({ kind, at: when }) => {
    const silent = at.is_silent || service.tier === 'sensitive';
    const note = silent ? null : noteOn(kind, at.texts, service.service_group, at.telling, random);
    const note_by = note === null ? null : desk(random);
    const byOffice = kind !== 'received' && kind !== 'confirmed' && kind !== 'disputed';
    return {
      kind,
      at: when,
      agency_responsible: !byOffice
        ? null
        : kind === 'acknowledged'
          ? service.agency_responsible
          : at.referred,
      note,
      note_by,
      note_approved_by: note_by !== null && chance(random, 0.93) ? desk(random, note_by) : null,
    };
  });
}
