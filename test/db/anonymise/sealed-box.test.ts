import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PADDED_TO_BYTES,
  reporterToken,
  seal,
  secretText,
  tokenDigest,
} from '../../../db/anonymise/sealed-box.ts';

const secret = fc.uint8Array({ minLength: 16, maxLength: 64 });
const code = fc.constantFrom('K7Q-M2F-9XH4', 'QG0-TJW-N6WY');
const encoder = new TextEncoder();

/** As a browser does it: WebCrypto alone, from the texts that it is given. */
async function openInBrowser(fragment: string, code: string, box: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', Buffer.from(fragment, 'base64url'), 'HKDF', false, [
    'deriveKey',
  ]);
  const aes = await crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: encoder.encode(code),
      info: encoder.encode('majibu sealed box v1'),
    },
    key,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  const bytes = new Uint8Array(Buffer.from(box, 'base64url'));
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: encoder.encode(code) },
    aes,
    bytes.slice(12),
  );
  return new TextDecoder().decode(plain).trimEnd();
}

describe('a sealed box', () => {
  it('is opened by who has the secret, with what every browser has', async () => {
    await fc.assert(
      fc.asyncProperty(secret, code, fc.string({ maxLength: 3000 }), async (key, of, text) => {
        const json = JSON.stringify({ text });
        expect(await openInBrowser(secretText(key), of, seal(key, of, json))).toBe(json);
      }),
    );
  });

  it('is opened by nobody else, nor when a single bit of it was changed, nor under another code', async () => {
    await fc.assert(
      fc.asyncProperty(secret, secret, fc.nat(), async (key, other, place) => {
        const box = seal(key, 'K7Q-M2F-9XH4', '{"a":1}');
        const changed = Buffer.from(box, 'base64url');
        changed[place % changed.length] = (changed[place % changed.length] ?? 0) ^ 1;
        const attempts = [
          openInBrowser(secretText(key), 'K7Q-M2F-9XH4', changed.toString('base64url')),
          openInBrowser(secretText(key), 'QG0-TJW-N6WY', box),
          ...(Buffer.compare(key, other) === 0
            ? []
            : [openInBrowser(secretText(other), 'K7Q-M2F-9XH4', box)]),
        ];
        for (const attempt of await Promise.allSettled(attempts)) expect(attempt.status).toBe('rejected');
      }),
    );
  });

  it('tells nothing of its text: the same length for texts of a kibibyte, no nonce twice, the same box for the same text', () => {
    const key = Buffer.alloc(16, 7);
    const boxes = ['{}', '{"a":1}', `"${'x'.repeat(1000)}"`].map((text) => seal(key, 'K7Q-M2F-9XH4', text));
    expect(new Set(boxes.map((box) => box.length)).size).toBe(1);
    expect(Buffer.from(boxes[0] ?? '', 'base64url')).toHaveLength(12 + PADDED_TO_BYTES + 16);
    expect(new Set(boxes.map((box) => box.slice(0, 16))).size).toBe(3);
    expect(seal(key, 'K7Q-M2F-9XH4', '{}')).toBe(boxes[0]);
    expect(seal(key, 'K7Q-M2F-9XH4', 'x'.repeat(1024)).length).toBeGreaterThan(boxes[0]?.length ?? 0);
  });

  it('has a token that is none of its keys, and differs by code and secret', () => {
    const [one, two] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)];
    const tokens = [
      reporterToken(one, 'K7Q-M2F-9XH4'),
      reporterToken(one, 'QG0-TJW-N6WY'),
      reporterToken(two, 'K7Q-M2F-9XH4'),
    ].map(tokenDigest);
    expect(new Set(tokens).size).toBe(3);
    expect(tokens[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses a secret that could be guessed', () => {
    expect(() => seal(Buffer.alloc(15), 'K7Q-M2F-9XH4', '{}')).toThrow('16 bytes or more, got 15');
  });
});
