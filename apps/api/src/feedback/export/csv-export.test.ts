import { expect, it } from "vitest";

import { csvBytes } from "#feedback/export/csv-export";

it.each(["first\nsecond", "first\rsecond", "first\r\nsecond", 'first "and" second', "first; second"])(
  "%j stays one cell for every reader",
  async (text) => {
    const written: Buffer[] = [];
    for await (const bytes of csvBytes(
      ["Text"],
      (async function* () {
        yield [[{ text }]];
      })(),
    ))
      written.push(bytes);
    const quoted = `"${text.replaceAll('"', '""')}"`;
    expect(Buffer.concat(written).toString("utf8")).toBe(`\uFEFFText\r\n${quoted}\r\n`);
  },
);
