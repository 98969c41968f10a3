/**
 * The private view of a request: what only its reporter may read, sealed so that the server that keeps it cannot.
 *
 * In:     the request's secret (16 bytes or more), its public code, and a text
 * Out:    `seal`: base64url of nonce (12 bytes), AES-256-GCM ciphertext and tag (16 bytes). The same text gives the
 *         same box, so that nothing is written anew when nothing changed. Texts are padded: a box tells of its
 *         text's length no more than the kibibyte.
 *         `reporterToken`: 32 bytes that prove knowledge of the secret and open nothing; the server keeps its digest
 * Errors: RangeError for a secret that is too short
 * Method: keys by HKDF-SHA-256 with the code as salt and a label for each use; the nonce is a keyed digest of the
 *         text. The browser's counterpart is `src/client/reporter-key.ts`, the database's `reporter_word.token_of`.
 * Source: RFC 5869 (HKDF); NIST SP 800-38D (GCM); RFC 5297, section 1 (synthetic nonces)
 */
import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';

const LABELS = {
  box: 'majibu sealed box v1',
  nonce: 'majibu box nonce v1',
  token: 'majibu reporter token v1',
} as const;
const SECRET_BYTES = 16;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
export const PADDED_TO_BYTES = 1024;

export function seal(secret: Uint8Array, code: string, text: string): string {
  const plain = padded(text);
  const nonce = createHmac('sha256', derive(secret, code, 'nonce'))
    .update(plain)
    .digest()
    .subarray(0, NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, code, 'box'), nonce);
  cipher.setAAD(Buffer.from(code));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

export function reporterToken(secret: Uint8Array, code: string): Buffer {
  return derive(secret, code, 'token');
}

/** What the server keeps of a token, hexadecimal. */
export function tokenDigest(token: Uint8Array): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The secret as it stands in the fragment of a private link. */
export function secretText(secret: Uint8Array): string {
  return Buffer.from(secret).toString('base64url');
}

function derive(secret: Uint8Array, code: string, use: keyof typeof LABELS): Buffer {
  if (secret.length < SECRET_BYTES)
    throw new RangeError(
      `the secret of a private link has ${SECRET_BYTES} bytes or more, got ${secret.length}`,
    );
  return Buffer.from(hkdfSync('sha256', secret, code, LABELS[use], KEY_BYTES));
}

/** Trailing spaces, which JSON takes for nothing. */
function padded(text: string): Buffer {
  const bytes = Buffer.from(text);
  const size = Math.ceil((bytes.length + 1) / PADDED_TO_BYTES) * PADDED_TO_BYTES;
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length, ' ')]);
}
