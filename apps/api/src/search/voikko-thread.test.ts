import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { systemVoikko, VoikkoThread } from "#search/voikko-thread";
import { WordAnalyser } from "#search/word-analyser";

const installed = await VoikkoThread.open();
const here = installed.absence === null;
await installed.stop();

describe("where there is no Voikko", () => {
  it("goes on without it, and says that the library is missing", async () => {
    const analyser = await WordAnalyser.open({ libraries: ["libnosuchvoikko.so.1"], dictionaries: null });
    expect(analyser.engine).toBe("snowball");
    expect(analyser.voikkoAbsence).toBe("no-library");
    await analyser.stop();
  });

  it("knows no word", async () => {
    const thread = await VoikkoThread.open({ libraries: ["libnosuchvoikko.so.1"], dictionaries: null });
    expect(await thread.analyse(["kadun", "kadulla"])).toEqual([[], []]);
    await thread.stop();
  });
});

describe.runIf(here)("Voikko", () => {
  it("is told apart from its dictionary", async () => {
    const empty = await mkdtemp(join(tmpdir(), "kuultu-voikko-"));
    // A language of which there surely is no dictionary: the usual places are looked at besides the named one.
    const thread = await VoikkoThread.open({ ...systemVoikko, dictionaries: empty, language: "xx" });
    expect(thread.absence).toBe("no-dictionary");
    await thread.stop();
    await rm(empty, { recursive: true });
  });

  it("answers in order, however many ask at once", async () => {
    const thread = await VoikkoThread.open();
    const words = ["kadun", "talossa", "hakemuksesta", "qwzx"];
    const asked = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        thread.analyse(Array.from({ length: 700 }, (_1, m) => words[(n + m) % 4] ?? "")),
      ),
    );
    for (const [n, answers] of asked.entries())
      expect(answers.slice(0, 4).map((analyses) => analyses[0]?.baseForm)).toEqual(
        [0, 1, 2, 3].map((m) => ["katu", "talo", "hakemus", undefined][(n + m) % 4]),
      );
    await thread.stop();
  });

  it("is started again when its thread falls, and what was asked is answered", async () => {
    const thread = await VoikkoThread.open();
    const asked = thread.analyse(Array.from({ length: 5000 }, () => "käsittelyajoista"));
    await thread.fell();
    expect((await asked).every((analyses) => analyses[0]?.baseForm === "käsittelyaika")).toBe(true);
    expect(thread.absence).toBeNull();
    await thread.stop();
  });

  it("is given up when it falls again and again; whoever asks is answered all the same", async () => {
    const thread = await VoikkoThread.open();
    for (let fall = 0; fall < 6; fall += 1) {
      const asked = thread.analyse(["kadun"]);
      await thread.fell();
      await asked;
    }
    expect(thread.absence).toBe("broken");
    expect(await thread.analyse(["kadun"])).toEqual([[]]);
    await thread.stop();
  });
});
