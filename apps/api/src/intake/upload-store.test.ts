import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import { storedBytes, storeUpload } from "#intake/upload-store";
import { originalCipher } from "#trpc/original-cipher";

const store = { cipher: originalCipher([randomBytes(32)]), uploadFolder: "" };
const scope = () => store;

beforeAll(async () => {
  store.uploadFolder = await mkdtemp(join(tmpdir(), "kuultu-store-"));
});
afterAll(() => rm(store.uploadFolder, { recursive: true, force: true }));

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
}

async function readBack(id: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of storedBytes(scope(), id)()) parts.push(part);
  return Buffer.concat(parts);
}

it.each([0, 1, 65_535, 65_536, 65_537, 300_000])("%i bytes come back as they went in", async (length) => {
  const bytes = randomBytes(length);
  expect((await storeUpload(scope(), `size-${length}`, inPieces(bytes, 10_007))).size).toBe(length);
  expect((await readBack(`size-${length}`)).equals(bytes)).toBe(true);
});

it.each<[string, (bytes: Buffer) => Buffer]>([
  ["changed", (bytes) => (bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1), bytes)],
  ["cut off at a frame", (bytes) => bytes.subarray(0, 512 + 21 + 65_536)],
])("a file that was %s is not read", async (name, harm) => {
  await storeUpload(scope(), name, inPieces(randomBytes(100_000), 4096));
  const path = join(store.uploadFolder, name);
  await writeFile(path, harm(await readFile(path)));
  await expect(readBack(name)).rejects.toThrow();
});

it("what breaks off leaves nothing behind", async () => {
  async function* breaking(): AsyncGenerator<Buffer> {
    yield randomBytes(70_000);
    throw new Error("the sender went away");
  }
  await expect(storeUpload(scope(), "broken", breaking())).rejects.toThrow("the sender went away");
  expect((await readdir(store.uploadFolder)).filter((name) => name.startsWith("broken"))).toEqual([]);
});
