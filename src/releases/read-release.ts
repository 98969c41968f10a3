/** One release by the number in an address; null: there is no such release. */
import type { PortalRequest } from '../../api/portal.ts';
import type { ReleaseWithFiles } from '../data/read-datasets.ts';
import { refusalOf } from '../refusal.ts';

export async function readRelease(
  { api, release: newest }: PortalRequest,
  number: string,
): Promise<ReleaseWithFiles | null> {
  if (newest === null || !/^[1-9]\d{0,5}$/.test(number)) return null;
  try {
    return await api.releases.get({ release: Number(number) });
  } catch (error) {
    if (refusalOf(error)?.reason === 'unknown_release') return null;
    throw error;
  }
}
