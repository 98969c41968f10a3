/** The parts of a jurisdiction pack that pages show. */
import type { PublicJurisdiction } from '../../api/portal.ts';
import type { Pack } from '../../db/jurisdictions/types.ts';

export function publicJurisdiction(pack: Pack): PublicJurisdiction {
  const { id, names, languages, country, time_zone, contact, whatsapp, colours, licence } = pack;
  const { release_cadence, area_levels, groups, thresholds } = pack;
  return {
    id,
    names,
    languages,
    country,
    time_zone,
    contact,
    whatsapp,
    colours,
    licence,
    release_cadence,
    ranked: thresholds.ranked,
    area_levels,
    groups,
  };
}
