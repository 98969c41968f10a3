import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPortal, testPortal } from '../portal.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const { download } = await test.portal.forRequest();
  return download(new Request(`https://majibu.example${path}`, init));
}

describe('a download', () => {
  it('has the bytes, rows and digest that the manifest of its release says', async () => {
    const manifest = await (await ask('/data/2/manifest.json')).json();
    expect(manifest.files.length).toBeGreaterThan(15);
    for (const file of manifest.files) {
      const answer = await ask(file.path);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([
        file.path,
        answer.status,
        bytes.length,
        createHash('sha256').update(bytes).digest('hex'),
      ]).toEqual([file.path, 200, file.bytes, file.sha256]);
    }
  });
});
