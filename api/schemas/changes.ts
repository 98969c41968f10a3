import { z } from 'zod';
import { cursorParameter, limitParameter, releaseNumber } from './common.ts';
import { requestFilters, requestRow } from './requests.ts';

/** A feed is of the newest release; a page further down is of the release that its first page was of. */
export const listChangesInput = requestFilters.extend({
  limit: limitParameter,
  cursor: cursorParameter.optional(),
});

const ofChange = requestRow.extend({
  from_release: releaseNumber.describe('The release since which the row has been as it is'),
});
const changedRequest = ofChange.meta({ id: 'ChangedRequest' });
export type ChangedRequest = z.infer<typeof changedRequest>;

export const listChangesOutput = z.object({
  data: z.array(changedRequest).describe('Requests of this page'),
  next: z.string().nullable().describe('Cursor of the next page; null on the last'),
  release: releaseNumber,
});
