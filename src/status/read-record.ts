/**
 * All that the page of a published record shows: a guarded row of the newest release, by its own id. It is no
 * status page, and nothing here is live.
 *
 * In:     the API's answer, the context of the page
 * Out:    RecordView, in the page's language
 * Errors: Refusal (api/refusal.ts) when the data is away
 */
import type { Area } from '../../api/schemas/dimensions.ts';
import type { Release } from '../../api/schemas/releases.ts';
import type { PublishedRecord, RequestRow } from '../../api/schemas/requests.ts';
import { requests as en } from '../i18n/en/requests.ts';
import { texts } from '../i18n/index.ts';
import { requests as sw } from '../i18n/sw/requests.ts';
import type { PageContext } from '../page-context.ts';
import { rowState } from '../requests/row-state.ts';
import { type RowWords, rowWords } from '../requests/row-words.ts';
import { dimensions, groupName } from './read-status.ts';

export interface RecordView {
  readonly row: RequestRow;
  readonly release: Release;
  readonly words: RowWords;
  /** null: the kind is not published */
  readonly kind: string | null;
  readonly area: Area | null;
  readonly office: { readonly code: string; readonly name: string } | null;
}

export async function readRecord(answer: PublishedRecord, page: PageContext): Promise<RecordView> {
  const { portal, name, format, lang } = page;
  const { released: row } = answer;
  const [known, release] = await Promise.all([
    dimensions(portal),
    portal.api.releases.get({ release: answer.release }),
  ]);
  const service = known.services.find((one) => one.service_code === row.service_code);
  const agency = known.agencies.find((one) => one.agency_code === row.agency_responsible);
  return {
    row,
    release,
    words: rowWords(rowState(row, release.label), {
      format,
      words: texts(lang, { en, sw }).row,
      answers_recorded: release.measures.includes('first_response'),
    }),
    kind: service ? name(service.names) : groupName(row.service_group, known, name),
    area: known.areas.find((one) => one.area_code === row.area_code) ?? null,
    office: agency ? { code: agency.agency_code, name: name(agency.names) } : null,
  };
}
