import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import { RuleViolation } from "@kuultu/domain/rule-violation";

import type { FileBytes } from "#intake/encoding";
import type { Scope } from "#trpc/scope";

export const largestUpload = 200 * 1024 * 1024;

/** Half-written files and files that nobody imported are removed after so long. */
export const keptUploadMilliseconds = 24 * 3_600_000;

const frameLength = 64 * 1024;
const tagLength = 16;

type StoreScope = Pick<Scope, "cipher" | "uploadFolder">;

function pathOf(scope: StoreScope, id: string): string {
  return join(scope.uploadFolder, id);
}

/** The nonce counts the frames under a key that no other file has; the last frame is marked, so that none can be cut off. */
function frameParts(index: number, last: boolean): { nonce: Buffer; mark: Buffer } {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return { nonce, mark: Buffer.from([last ? 1 : 0]) };
}

async function writeFrame(
  file: FileHandle,
  key: Buffer,
  index: number,
  plain: Uint8Array,
  last: boolean,
): Promise<void> {
  const { nonce, mark } = frameParts(index, last);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(mark);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(sealed.length);
  head.writeUInt8(last ? 1 : 0, 4);
  await file.write(Buffer.concat([head, cipher.getAuthTag(), sealed]));
}

/** Writes the bytes encrypted under the id; returns their size and SHA-256. Throws `intake.too-large`, leaving nothing behind. */
export async function storeUpload(
  scope: StoreScope,
  id: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ size: number; digest: Buffer }> {
  await mkdir(scope.uploadFolder, { recursive: true });
  const path = pathOf(scope, id);
  const partial = `${path}.partial`;
  const file = await open(partial, "wx", 0o600);
  try {
    const key = randomBytes(32);
    const sealedKey = scope.cipher.encrypt(key.toString("base64"));
    const header = JSON.stringify({
      keyVersion: sealedKey.keyVersion,
      nonce: Buffer.from(sealedKey.nonce).toString("base64"),
      ciphertext: Buffer.from(sealedKey.ciphertext).toString("base64"),
    });
    await file.write(`${header.padEnd(511)}\n`);
    const hash = createHash("sha256");
    let size = 0;
    let frames = 0;
    let pending = Buffer.alloc(0);
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > largestUpload) throw new RuleViolation("intake.too-large", { limit: largestUpload });
      hash.update(chunk);
      pending = Buffer.concat([pending, chunk]);
      for (; pending.length > frameLength; frames += 1) {
        await writeFrame(file, key, frames, pending.subarray(0, frameLength), false);
        pending = pending.subarray(frameLength);
      }
    }
    await writeFrame(file, key, frames, pending, true);
    await file.sync();
    await file.close();
    await rename(partial, path);
    return { size, digest: hash.digest() };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

async function readExactly(file: FileHandle, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled);
    if (bytesRead === 0) throw new RuleViolation("intake.unreadable", { reason: "cut-off" });
    filled += bytesRead;
  }
  return buffer;
}

async function* decrypted(scope: StoreScope, id: string): AsyncGenerator<Buffer> {
  const file = await open(pathOf(scope, id), "r").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new RuleViolation("not-found") : error;
  });
  try {
    const header: unknown = JSON.parse((await readExactly(file, 512)).toString());
    const { keyVersion, nonce, ciphertext } = header as { keyVersion: number; nonce: string; ciphertext: string };
    const stored = { keyVersion, nonce: Buffer.from(nonce, "base64"), ciphertext: Buffer.from(ciphertext, "base64") };
    const key = Buffer.from(scope.cipher.decrypt(stored), "base64");
    for (let index = 0, last = false; !last; index += 1) {
      const head = await readExactly(file, 5 + tagLength);
      last = head.readUInt8(4) === 1;
      const parts = frameParts(index, last);
      const decipher = createDecipheriv("aes-256-gcm", key, parts.nonce).setAAD(parts.mark);
      decipher.setAuthTag(head.subarray(5));
      const plain = decipher.update(await readExactly(file, head.readUInt32BE(0)));
      decipher.final();
      if (plain.length > 0) yield plain;
    }
  } finally {
    await file.close();
  }
}

/** The bytes of a stored file, decrypted as they are read. */
export function storedBytes(scope: StoreScope, id: string): FileBytes {
  return () => decrypted(scope, id);
}

export async function removeStored(scope: StoreScope, id: string): Promise<void> {
  await rm(pathOf(scope, id), { force: true });
}

/** Ids of stored files, and of half-written ones, older than the time they are kept. `before` in milliseconds since 1970. */
export async function staleStored(scope: StoreScope, before: number): Promise<string[]> {
  const names = await readdir(scope.uploadFolder).catch(() => []);
  const ages = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(pathOf(scope, name)).catch(() => undefined))?.mtimeMs ?? before,
    })),
  );
  return ages.filter(({ at }) => at < before).map(({ name }) => name);
}
