import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

import type { VoikkoAnalysis } from "#search/voikko-lexemes";

/** Where Voikko is looked for; `dictionaries` null: in the system's usual places. */
export interface VoikkoSetting {
  readonly libraries: readonly string[];
  readonly dictionaries: string | null;
  readonly language?: string;
}

export interface VoikkoRequest {
  readonly id: number;
  readonly words: readonly string[];
}

export type VoikkoReply =
  | { readonly state: "ready" | "no-library" | "no-dictionary" }
  | { readonly id: number; readonly analyses: VoikkoAnalysis[][] };

/** Why Finnish is searched without Voikko. */
export type VoikkoAbsence = "no-library" | "no-dictionary" | "broken";

const libraryNames: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["libvoikko.1.dylib", "/opt/homebrew/lib/libvoikko.1.dylib", "/usr/local/lib/libvoikko.1.dylib"],
  win32: ["libvoikko-1.dll"],
};
export const systemVoikko: VoikkoSetting = {
  libraries: libraryNames[process.platform] ?? ["libvoikko.so.1"],
  dictionaries: null,
};

const wordsAtOnce = 2000;
const startTakes = 15_000;
const answerTakes = 30_000;
/** A thread that falls so often within a minute is left alone. */
const mostFalls = 5;

interface Waiting {
  readonly words: readonly string[];
  readonly give: (analyses: VoikkoAnalysis[][]) => void;
  tried: number;
}

/** Voikko in its thread. One request is under way at a time, the others wait their turn; a thread that falls is started again. */
export class VoikkoThread {
  readonly #setting: VoikkoSetting;
  #worker: Worker | null = null;
  /** Only a thread that has said so is asked: what one still starting holds would be lost with it. */
  #ready = false;
  #absence: VoikkoAbsence | null = null;
  readonly #queue: Waiting[] = [];
  #underWay: Waiting | null = null;
  #timer: NodeJS.Timeout | undefined;
  #sent = 0;
  #falls: number[] = [];
  #stopped = false;

  private constructor(setting: VoikkoSetting) {
    this.#setting = setting;
  }

  /** Resolves once it is known whether Voikko works here; never rejects. */
  static async open(setting: VoikkoSetting = systemVoikko): Promise<VoikkoThread> {
    const thread = new VoikkoThread(setting);
    await thread.#start();
    return thread;
  }

  /** Null while it works. */
  get absence(): VoikkoAbsence | null {
    return this.#absence;
  }

  /** The readings of each word, in order; none for a word that is not known, and for all where Voikko does not work. */
  async analyse(words: readonly string[]): Promise<VoikkoAnalysis[][]> {
    const all: VoikkoAnalysis[][] = [];
    for (let from = 0; from < words.length; from += wordsAtOnce) {
      const part = words.slice(from, from + wordsAtOnce);
      const analyses = await new Promise<VoikkoAnalysis[][]>((give) => {
        this.#queue.push({ words: part, give, tried: 0 });
        this.#next();
      });
      for (const analysis of analyses) all.push(analysis);
    }
    return all;
  }

  /** Lets the thread fall, as a fault of its own would. */
  async fell(): Promise<void> {
    await this.#worker?.terminate();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  async #start(): Promise<void> {
    let worker: Worker;
    try {
      worker = workerFor(this.#setting);
    } catch {
      this.#giveUp("broken");
      return;
    }
    this.#worker = worker;
    let gone = false;
    const state = await new Promise<VoikkoAbsence | "ready">((say) => {
      const late = setTimeout(() => say("broken"), startTakes);
      late.unref();
      const settle = (told: VoikkoAbsence | "ready") => {
        clearTimeout(late);
        say(told);
      };
      worker.once("message", (message: VoikkoReply) => settle("state" in message ? message.state : "broken"));
      worker.once("error", () => settle("broken"));
      worker.once("exit", () => {
        gone = true;
        settle("broken");
      });
    });
    // Nothing keeps the process waiting for a thread that is idle.
    worker.unref();
    if (state !== "ready") {
      this.#giveUp(state);
      await worker.terminate();
      return;
    }
    worker.on("message", (message: VoikkoReply) => {
      if ("id" in message && message.id === this.#sent) this.#answer(message.analyses);
    });
    worker.on("error", () => {});
    // A thread's last messages are handed over together with its end: it can be ready and gone at once.
    if (gone) {
      await this.#fallen();
      return;
    }
    worker.on("exit", () => void this.#fallen());
    this.#ready = true;
    this.#next();
  }

  #next(): void {
    if (this.#underWay !== null || this.#queue.length === 0) return;
    if (this.#absence !== null || this.#stopped) {
      for (const { words, give } of this.#queue.splice(0)) give(words.map(() => []));
      return;
    }
    if (this.#worker === null || !this.#ready) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    this.#underWay = waiting;
    this.#sent += 1;
    const worker = this.#worker;
    worker.ref();
    this.#timer = setTimeout(() => void worker.terminate(), answerTakes);
    worker.postMessage({ id: this.#sent, words: waiting.words } satisfies VoikkoRequest, []);
  }

  #answer(analyses: VoikkoAnalysis[][]): void {
    clearTimeout(this.#timer);
    const answered = this.#underWay;
    this.#underWay = null;
    this.#worker?.unref();
    answered?.give(analyses);
    this.#next();
  }

  /** What was under way is tried once more by the next thread; words that fell two threads are unknown ones. */
  async #fallen(): Promise<void> {
    clearTimeout(this.#timer);
    this.#worker = null;
    this.#ready = false;
    const fallen = this.#underWay;
    this.#underWay = null;
    if (fallen !== null) {
      fallen.tried += 1;
      if (fallen.tried < 2) this.#queue.unshift(fallen);
      else fallen.give(fallen.words.map(() => []));
    }
    const now = performance.now();
    this.#falls = [...this.#falls.filter((at) => now - at < 60_000), now];
    if (this.#stopped) this.#next();
    else if (this.#falls.length > mostFalls) this.#giveUp("broken");
    else await this.#start();
  }

  #giveUp(absence: VoikkoAbsence): void {
    this.#worker = null;
    this.#absence = absence;
    this.#next();
  }
}

/** Bundled, the thread's program lies beside the others; from source, a thread needs a TypeScript loader of its own. */
function workerFor(setting: VoikkoSetting): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./search/voikko-worker.js", import.meta.url), { workerData: setting });
  const loader = new URL(
    "dist/esm/api/index.mjs",
    pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json")),
  );
  const program = JSON.stringify(new URL("./voikko-worker.ts", import.meta.url).href);
  const start = `import(${JSON.stringify(loader.href)}).then(({ tsImport }) => tsImport(${program}, ${program}))`;
  return new Worker(start, { eval: true, execArgv: [], workerData: setting });
}
