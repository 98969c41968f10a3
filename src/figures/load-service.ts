/**
 * All that the page of one kind of report shows.
 *
 * In:     the page, the service's code
 * Out:    the service, its office; figures and open reports of the kind, or of its whole group where the kind
 *         is published only as part of that, and a map; null when the release has no such service
 */
import type { figures } from '../i18n/en/figures.ts';
import type { PageContext } from '../page-context.ts';
import { compareAreas } from './compare-areas.ts';
import { manyFigures } from './load-figures.ts';
import { loadSelection } from './load-selection.ts';
import { longestWaiting } from './longest-waiting.ts';
import type { MeasureId } from './measures.ts';
import { dimensions } from './page-dimensions.ts';
import { releaseWords } from './release-words.ts';

const IN_TABLE = new Set<MeasureId>(['received', 'open', 'answered', 'resolved']);

export async function loadService(page: PageContext, code: string, t: typeof figures) {
  const { api } = page.portal;
  const { services, agencies } = await dimensions(api);
  const service = services.find(({ service_code }) => service_code === code);
  if (!service) return null;
  const words = await releaseWords(page, t);
  const own = service.tier === 'sensitive' ? null : await loadSelection(api, words, { service: code });
  const grouped = service.tier === 'guarded' && own?.counts.received === 0;
  const filters = grouped ? { group: service.service_group } : { service: code };
  const selection = grouped ? await loadSelection(api, words, filters) : own;
  const curve = words.release.measures.includes('first_response') ? 'answered_by_day' : 'resolved_by_day';
  // Where it is reported most is one question, where it takes longest the other.
  const measures = words.measures.filter((id) => IN_TABLE.has(id));
  const [whole, areas, waiting] = await Promise.all([
    selection ? manyFigures(api, curve) : [],
    selection && !grouped ? compareAreas(page, measures, 'received', filters) : null,
    selection ? longestWaiting(api, words.release, filters) : null,
  ]);
  const agency = agencies.find(({ agency_code }) => agency_code === service.agency_responsible);
  return { service, agency, words, grouped, filters, selection, measures, whole, areas, waiting };
}
