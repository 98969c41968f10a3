/** One release by the number in an address; null: there is no such release. */
import type { PortalRequest } from '../../api/portal.ts';
import { Refusal } from '../../api/refusal.ts';
import type { ReleaseWithFiles } from '../data/read-datasets.ts';

export async function readRelease(
  { api, release: newest }: PortalRequest,
  number: string,
): Promise<ReleaseWithFiles | null> {
  if (newest === null || !/^[1-9]\d{0,5}$/.test(number)) return null;
  try {
    return await api.releases.get({ release: Number(number) });
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'unknown_release') return null;
    throw error;
  }
}
