/**
 * How the demonstration's services differ: how often they are reported, when in the year, and how fast and how
 * surely the office answers. Invented, in proportions that a county would recognise.
 *
 * Units: `volume` relative to the other services; `first_hours` and `resolve_days` are medians in the middle
 * of the year in a ward of average speed; `ignored` and `stuck` are shares.
 */
export interface ServiceProfile {
  readonly volume: number;
  /** reported more often, and answered more slowly, in the rains or in the dry season */
  readonly season: 'rain' | 'dry' | 'school' | null;
  readonly first_hours: number;
  readonly resolve_days: number;
  /** never answered at all */
  readonly ignored: number;
  /** answered, and never resolved */
  readonly stuck: number;
  readonly declined: number;
}

const profile = (
  volume: number,
  season: ServiceProfile['season'],
  first_hours: number,
  resolve_days: number,
  ignored: number,
  stuck: number,
  declined: number,
): ServiceProfile => ({ volume, season, first_hours, resolve_days, ignored, stuck, declined });

export const SERVICE_PROFILES: Readonly<Record<string, ServiceProfile>> = {
  'road-damage': profile(14, 'rain', 60, 26, 0.22, 0.22, 0.08),
  'road-blocked': profile(3.5, 'rain', 7, 2.5, 0.05, 0.03, 0.02),
  'bridge-culvert': profile(3.5, 'rain', 40, 38, 0.17, 0.22, 0.05),
  'drain-blocked': profile(7, 'rain', 30, 11, 0.16, 0.1, 0.03),
  'water-point': profile(8, 'dry', 26, 13, 0.14, 0.12, 0.04),
  'pipe-burst': profile(5, null, 8, 2.5, 0.06, 0.03, 0.01),
  'no-water': profile(8, 'dry', 15, 6, 0.13, 0.1, 0.03),
  'street-light': profile(6, null, 44, 17, 0.18, 0.12, 0.03),
  waste: profile(6.5, null, 18, 4, 0.14, 0.05, 0.02),
  market: profile(3.5, 'rain', 50, 19, 0.2, 0.15, 0.06),
  'public-toilet': profile(2, null, 48, 12, 0.2, 0.1, 0.03),
  'cattle-dip': profile(2, 'dry', 70, 27, 0.18, 0.15, 0.05),
  'clinic-service': profile(5, null, 22, 9, 0.15, 0.1, 0.05),
  medicine: profile(5, null, 20, 8, 0.14, 0.08, 0.03),
  'ecde-centre': profile(2, 'school', 75, 28, 0.21, 0.18, 0.06),
  bursary: profile(4, 'school', 90, 30, 0.28, 0.12, 0.12),
  'vocational-training': profile(0.9, 'school', 80, 30, 0.23, 0.15, 0.06),
  'extension-visit': profile(2.5, 'rain', 60, 18, 0.23, 0.12, 0.04),
  'livestock-disease': profile(3, null, 16, 6, 0.09, 0.06, 0.03),
  'business-permit': profile(2.5, 'school', 30, 10, 0.11, 0.07, 0.07),
  'county-office': profile(1.8, null, 40, 8, 0.23, 0.08, 0.06),
  'staff-conduct': profile(1.4, null, 48, 25, 0.21, 0.2, 0.08),
  corruption: profile(0.9, null, 50, 45, 0.23, 0.3, 0.08),
  'personal-health': profile(0.8, null, 14, 7, 0.07, 0.05, 0.02),
  security: profile(1.3, null, 8, 9, 0.09, 0.15, 0.05),
  'gender-violence': profile(0.6, null, 7, 10, 0.06, 0.12, 0.01),
  'child-protection': profile(0.5, null, 8, 10, 0.06, 0.12, 0.01),
  'land-dispute': profile(1.3, null, 90, 70, 0.21, 0.35, 0.12),
};

/** Months 1–12: how much more is reported than in an average month. Long rains March to May, short ones after. */
const SEASONS = {
  rain: [0.6, 0.6, 1.3, 2.1, 1.8, 0.8, 0.7, 0.8, 0.7, 1.4, 1.6, 0.7],
  dry: [1.6, 1.8, 1.2, 0.6, 0.6, 0.7, 0.8, 0.9, 1.0, 0.8, 0.7, 1.3],
  school: [2.2, 1.4, 0.8, 0.8, 1.5, 0.7, 0.6, 0.9, 1.5, 0.7, 0.6, 0.4],
} as const;

export function seasonFactor(season: ServiceProfile['season'], month: number): number {
  return season === null ? 1 : (SEASONS[season][month - 1] ?? 1);
}

/** A busy season slows the office down, by less than the work grows. */
export const backlogFactor = (season: ServiceProfile['season'], month: number): number =>
  Math.max(0.8, seasonFactor(season, month)) ** 0.7;
