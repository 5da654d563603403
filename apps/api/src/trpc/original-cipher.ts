import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import type { OriginalCipher } from "#trpc/scope";

const nonceLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM under the newest of the keys; the version is the key's place from 1, so older texts stay readable.
 * The ciphertext ends with the tag. Decrypting throws where a key is missing or a byte was changed.
 */
export function originalCipher(keys: readonly Uint8Array[]): OriginalCipher {
  return {
    encrypt(text) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv("aes-256-gcm", keyOf(keys, keys.length), nonce);
      const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return { keyVersion: keys.length, nonce, ciphertext };
    },
    decrypt({ keyVersion, nonce, ciphertext }) {
      const decipher = createDecipheriv("aes-256-gcm", keyOf(keys, keyVersion), nonce);
      const end = ciphertext.length - tagLength;
      decipher.setAuthTag(ciphertext.subarray(end));
      return Buffer.concat([decipher.update(ciphertext.subarray(0, end)), decipher.final()]).toString("utf8");
    },
  };
}

function keyOf(keys: readonly Uint8Array[], version: number): Uint8Array {
  const key = keys[version - 1];
  if (key === undefined) throw new Error(`KUULTU_KEY has no version ${version}`);
  return key;
}
