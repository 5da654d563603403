import { languages } from "@kuultu/domain/language";
import { keysSchema } from "@kuultu/domain/staff/preferences";
import { describe, expect, it } from "vitest";

import { rooms } from "#app/rooms";

import type { TriageCommand } from "./triage-command.ts";
import { triageCommands } from "./triage-commands.ts";

type Texts = { readonly [key: string]: string | Texts };
const files = import.meta.glob<{ readonly keys: Texts }>("../locales/{fi,sv,en,ru}/keys.ts", { eager: true });
const commands: readonly TriageCommand[] = triageCommands;

describe("the table of commands", () => {
  it("binds no key twice, nor one that begins the ways to the rooms", () => {
    const everyPage = [...rooms.map((room) => `g ${room.key}`), "mod+k", "?", "g"];
    const bound = [...everyPage, ...commands.flatMap((command) => command.keys)];
    expect(bound.filter((key, index) => bound.indexOf(key) !== index)).toEqual([]);
  });

  it("names no command twice, and each as preferences keep names", () => {
    const names = commands.map((command) => command.name);
    expect(names).toEqual([...new Set(names)]);
    for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it("binds keys that a person could also choose", () => {
    for (const key of commands.flatMap((command) => command.keys)) expect(keysSchema.safeParse(key).success).toBe(true);
  });

  it("says of every command on an item what it does or what it asks", () => {
    const neither = commands.filter(
      (command) => command.on === "item" && command.run === undefined && command.panel === undefined,
    );
    expect(neither.map((command) => command.name)).toEqual([]);
  });

  it.each(languages)("has words for every command and group in %s", (language) => {
    const texts = files[`../locales/${language}/keys.ts`]?.keys ?? {};
    const text = (path: string): unknown =>
      path.split(".").reduce<unknown>((at, part) => (at === null ? null : Reflect.get(Object(at), part)), texts);
    const worded = commands.filter((command) => !/^item\.(?:kind|theme)-/.test(command.name));
    const missing = [
      ...worded.map((command) => `command.${command.name}`),
      ...commands.map((command) => `group.${command.group}`),
    ].filter((path) => typeof text(path) !== "string");
    expect(missing).toEqual([]);
  });
});
