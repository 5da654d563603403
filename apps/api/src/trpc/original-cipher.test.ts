import { randomBytes } from "node:crypto";

import { expect, test } from "vitest";

import { originalCipher } from "#trpc/original-cipher";

const first = randomBytes(32);
const second = randomBytes(32);

test("what was encrypted under an older key stays readable, and the newest key encrypts", () => {
  const old = originalCipher([first]).encrypt("Soita numeroon 040 123 4567");
  const cipher = originalCipher([first, second]);
  expect(cipher.decrypt(old)).toBe("Soita numeroon 040 123 4567");
  expect(cipher.encrypt("x").keyVersion).toBe(2);
});

test("the same text never gives the same bytes, and the bytes do not hold the text", () => {
  const cipher = originalCipher([first]);
  const [one, two] = [cipher.encrypt("salaisuus"), cipher.encrypt("salaisuus")];
  expect(Buffer.from(one.ciphertext).equals(two.ciphertext)).toBe(false);
  expect(Buffer.from(one.ciphertext).includes("salaisuus")).toBe(false);
});

test("a changed byte or a foreign key is noticed", () => {
  const stored = originalCipher([first]).encrypt("salaisuus");
  const changed = Uint8Array.from(stored.ciphertext);
  changed[0] = (changed[0] ?? 0) ^ 1;
  expect(() => originalCipher([first]).decrypt({ ...stored, ciphertext: changed })).toThrow("authenticate");
  expect(() => originalCipher([second]).decrypt(stored)).toThrow("authenticate");
  expect(() => originalCipher([first]).decrypt({ ...stored, keyVersion: 2 })).toThrow("version 2");
});
