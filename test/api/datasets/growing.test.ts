import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal, type PortalService } from '../../../api/create-portal.ts';
import { connectPublisher, connectWeb } from '../../../db/connect.ts';
import { widen } from '../../bench/widen.ts';
import { createTestDatabases, type TestDatabases } from '../../setup/databases.ts';
import { seedPublished } from '../../setup/published-fixture.ts';
import { readWorkbook } from '../../setup/read-files.ts';
import { jurisdiction, NOW, PUBLIC_URL } from '../portal.ts';

const ROWS = 5_000;

let databases: TestDatabases;
let portal: PortalService;
beforeAll(async () => {
  databases = await createTestDatabases();
  await seedPublished(databases.urls.publisher);
  const publisher = connectPublisher(databases.urls.publisher);
  await widen(publisher, ROWS);
  await publisher.close();
  portal = await createPortal({
    reader: connectWeb(databases.urls.web),
    jurisdiction,
    public_url: PUBLIC_URL,
    now: () => NOW,
    // Nobody is kept waiting at all.
    made: { soon_ms: 0 },
  });
});
afterAll(async () => {
  await portal.close();
  await databases.drop();
});

async function ask(init: RequestInit = {}): Promise<Response> {
  const { download } = await portal.forRequest();
  return download(new Request(`${PUBLIC_URL}/data/2/requests.xlsx`, init));
}

describe('a workbook that takes long to make', () => {
  it('begins before it is whole, and says of itself what is known by then', async () => {
    const head = await ask({ method: 'HEAD' });
    const growing = await ask({ headers: { range: 'bytes=0-9' } });
    for (const { status, headers } of [head, growing]) {
      expect([status, headers.get('content-length'), headers.get('accept-ranges')]).toEqual([
        200,
        null,
        null,
      ]);
      expect(headers.get('etag')).toMatch(/^W\/"/);
    }
    const bytes = Buffer.from(await growing.arrayBuffer());
    expect(await readWorkbook(bytes)).toHaveLength(ROWS);

    // Once somebody has it whole, the next is told all of it.
    const whole = await ask();
    expect(whole.headers.get('etag')).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
    expect(whole.headers.get('content-length')).toBe(String(bytes.length));
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await ask({ headers: { range: 'bytes=0-9' } })).status).toBe(206);
  });
});
