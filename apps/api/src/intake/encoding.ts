import jschardet from "jschardet";

import type { FileReading } from "@kuultu/domain/intake/column-mapping";
import { RuleViolation } from "@kuultu/domain/rule-violation";

export type Encoding = FileReading["encoding"];

/** The bytes of a file; each call begins anew. */
export type FileBytes = () => AsyncIterable<Uint8Array>;

export interface EncodingFinding {
  readonly encoding: Encoding;
  /** Others that would also do, most plausible first. */
  readonly others: readonly Encoding[];
}

/** The first bytes decide about the kind of file; so many. */
const headLength = 64 * 1024;
const byteOrderMarks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const singleByte: readonly Encoding[] = ["windows-1252", "iso-8859-15", "iso-8859-1", "windows-1251"];
const namesOfDetector: Readonly<Record<string, Encoding>> = {
  "windows-1252": "windows-1252",
  "iso-8859-1": "iso-8859-1",
  "iso8859-15": "iso-8859-15",
  "iso-8859-15": "iso-8859-15",
  "windows-1251": "windows-1251",
};

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/** Refuses what is no text at all, with the reason why: a person then knows what to save instead. */
function refuseOtherFormats(head: Uint8Array): void {
  if (head.length === 0) throw new RuleViolation("intake.unreadable", { reason: "empty" });
  const text = Buffer.from(head).toString("latin1");
  if (begins(head, [0x50, 0x4b, 0x03, 0x04]) || begins(head, [0x50, 0x4b, 0x05, 0x06])) {
    const spreadsheet = /xl\/|opendocument\.spreadsheet|\[Content_Types\]/u.test(text);
    throw new RuleViolation("intake.unreadable", { reason: spreadsheet ? "spreadsheet" : "archive" });
  }
  if (begins(head, [0xd0, 0xcf, 0x11, 0xe0])) throw new RuleViolation("intake.unreadable", { reason: "spreadsheet" });
  if (begins(head, [0x1f, 0x8b]) || text.startsWith("Rar!") || begins(head, [0x37, 0x7a, 0xbc, 0xaf])) {
    throw new RuleViolation("intake.unreadable", { reason: "archive" });
  }
  if (text.startsWith("%PDF") || text.startsWith("$FL2"))
    throw new RuleViolation("intake.unreadable", { reason: "binary" });
  if (/^(?:\xef\xbb\xbf)?\s*(?:\[\s*[[{]|\{\s*")/u.test(text))
    throw new RuleViolation("intake.unreadable", { reason: "json" });
}

/** Text that is neither UTF-16 nor broken has hardly any control characters. */
function refuseControlCharacters(head: Uint8Array): void {
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  if (controls > 8 && controls > head.length * 0.02) throw new RuleViolation("intake.unreadable", { reason: "binary" });
}

/** UTF-16 without a mark: every other byte of ordinary text is zero. */
function unmarkedUtf16(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length * 0.2;
  if (head.length < 8 || head.length % 2 !== 0) return undefined;
  if (odd > many && even < odd / 10) return "utf-16le";
  return even > many && odd < even / 10 ? "utf-16be" : undefined;
}

/** Reads all bytes: is it UTF-8 throughout, and if not, what do the lines with other bytes look like? */
async function utf8OrSample(bytes: FileBytes): Promise<Buffer | undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let valid = true;
  const sample: Uint8Array[] = [];
  let sampled = 0;
  for await (const chunk of bytes()) {
    if (valid) {
      try {
        decoder.decode(chunk, { stream: true });
      } catch {
        valid = false;
      }
    }
    if (sampled < 2 * headLength && chunk.some((byte) => byte > 127)) {
      const first = chunk.findIndex((byte) => byte > 127);
      const part = chunk.subarray(Math.max(0, first - 1024), first + headLength);
      sample.push(part);
      sampled += part.length;
    }
  }
  if (valid) {
    try {
      decoder.decode();
      return undefined;
    } catch {
      // The file ends within a character.
    }
  }
  return Buffer.concat(sample);
}

async function headOf(bytes: FileBytes): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= headLength) break;
  }
  return Buffer.concat(parts).subarray(0, headLength);
}

/** Byte order mark, strict UTF-8 over the whole file, then the detector among the plausible. Throws `intake.unreadable`. */
export async function findEncoding(bytes: FileBytes): Promise<EncodingFinding> {
  const head = await headOf(bytes);
  refuseOtherFormats(head);
  const marked = byteOrderMarks.find(([, mark]) => begins(head, mark))?.[0];
  if (marked?.startsWith("utf-16")) return { encoding: marked, others: [] };
  const utf16 = unmarkedUtf16(head);
  if (utf16 !== undefined) return { encoding: utf16, others: [] };
  refuseControlCharacters(head);
  const sample = await utf8OrSample(bytes);
  if (sample === undefined) return { encoding: "utf-8", others: [] };
  const detected = jschardet
    .detectAll(sample)
    .flatMap(({ encoding }) => namesOfDetector[encoding?.toLowerCase() ?? ""] ?? []);
  // Bytes 0x80–0x9F are letters and quotes in Windows, and nothing in ISO 8859.
  const windows = sample.some((byte) => byte >= 0x80 && byte <= 0x9f);
  const ranked = [...new Set([...detected, ...singleByte])].filter(
    (encoding) => !windows || !encoding.startsWith("iso"),
  );
  // ISO 8859-1 is Windows-1252 without those, and is what the latter is often called.
  const best = ranked[0] === "iso-8859-1" ? "windows-1252" : (ranked[0] ?? "windows-1252");
  return {
    encoding: best,
    others: [...ranked.filter((encoding) => encoding !== best), ...(marked === "utf-8" ? (["utf-8"] as const) : [])],
  };
}
