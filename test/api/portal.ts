/** A portal over the fixture's two releases, for tests of the API. */
import { createPortal, type PortalService } from '../../api/create-portal.ts';
import type { PublicJurisdiction } from '../../api/portal.ts';
import { connectWeb } from '../../db/connect.ts';
import { createTestDatabases, type TestDatabases } from '../setup/databases.ts';
import { seedPublished } from '../setup/published-fixture.ts';

export const jurisdiction: PublicJurisdiction = {
  id: 'elgeyo-marakwet',
  names: { en: 'Elgeyo Marakwet' },
  languages: ['en', 'sw'],
  country: 'KE',
  time_zone: 'Africa/Nairobi',
  contact: { name: { en: 'Open data desk' }, email: 'data@county.example', url: null },
  whatsapp: null,
  colours: { accent: '#00594c', signal: '#9c2f00' },
  licence: { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  release_cadence: 'week',
  ranked: 20,
  area_levels: [],
  groups: [],
};

export const NOW = new Date('2026-11-22T10:00:00Z');
export const PUBLIC_URL = 'https://majibu.example';

export interface TestPortal {
  readonly databases: TestDatabases;
  readonly portal: PortalService;
  close(): Promise<void>;
}

export async function testPortal({ seeded = true } = {}): Promise<TestPortal> {
  const databases = await createTestDatabases();
  if (seeded) await seedPublished(databases.urls.publisher);
  const portal = await portalAt(databases.urls.web);
  return {
    databases,
    portal,
    close: async () => {
      await portal.close();
      await databases.drop();
    },
  };
}

export async function portalAt(url: string, failed?: (error: unknown) => void): Promise<PortalService> {
  return createPortal({
    reader: connectWeb(url),
    jurisdiction,
    public_url: PUBLIC_URL,
    now: () => NOW,
    failed,
  });
}
