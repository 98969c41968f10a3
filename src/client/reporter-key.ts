/**
 * What a browser makes of the secret in a private link: the token that is shown to the server, and the key that opens
 * the sealed box. The secret itself never leaves the page.
 *
 * In:     the secret as it stands in the link (base64url), the code of the report
 * Out:    ReporterKey; null: no secret, or a part of one
 * Errors: DOMException of `open` where the box is not the one that was sealed for this secret and code
 * Source: db/anonymise/sealed-box.ts is its counterpart; RFC 5869 (HKDF), NIST SP 800-38D (GCM)
 */
export interface ReporterKey {
  /** base64url */
  readonly token: string;
  open(box: string): Promise<string>;
}

const SECRET_BYTES = 16;
const NONCE_BYTES = 12;
const encoder = new TextEncoder();

/** Pages of plain http, and old browsers, have none. */
export function canOpen(): boolean {
  return typeof crypto === 'object' && crypto.subtle !== undefined;
}

export async function reporterKey(secret: string, code: string): Promise<ReporterKey | null> {
  const bytes = fromBase64url(secret);
  if (bytes === null || bytes.length < SECRET_BYTES) return null;
  const own = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const hkdf = (label: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: encoder.encode(code),
    info: encoder.encode(label),
  });
  const token = await crypto.subtle.deriveBits(hkdf('majibu reporter token v1'), own, 256);
  const aes = await crypto.subtle.deriveKey(
    hkdf('majibu sealed box v1'),
    own,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  return {
    token: toBase64url(new Uint8Array(token)),
    async open(box) {
      const sealed = fromBase64url(box) ?? new Uint8Array();
      const plain = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: sealed.slice(0, NONCE_BYTES), additionalData: encoder.encode(code) },
        aes,
        sealed.slice(NONCE_BYTES),
      );
      return new TextDecoder().decode(plain);
    },
  };
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
