import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";

import { useKeptDraft } from "./kept-draft.ts";
import { newId } from "./new-id.ts";

const schema = z.object({ id: z.string(), text: z.string() });
const use = (key = "draft") => useKeptDraft(key, schema, () => ({ id: newId(), text: "" }));

beforeEach(() => sessionStorage.clear());

test("what was typed is there again after a reload, under the same id", () => {
  const before = renderHook(() => use());
  act(() => before.result.current.change({ text: "Jonotin" }));
  const { draft } = before.result.current;
  before.unmount();
  expect(renderHook(() => use()).result.current.draft).toEqual({ ...draft, text: "Jonotin" });
});

test("cleared, the next one begins empty and is another one", () => {
  const { result } = renderHook(() => use());
  act(() => result.current.change({ text: "Jonotin" }));
  const { id } = result.current.draft;
  act(() => void result.current.clear());
  expect(result.current.draft.text).toBe("");
  expect(result.current.draft.id).not.toBe(id);
  expect(sessionStorage).toHaveLength(0);
});

test("what comes late, when it has been written on, takes nothing of that away", () => {
  const { result, rerender } = renderHook(({ key }) => use(key), { initialProps: { key: "one" } });
  act(() => result.current.change({ text: "Jonotin" }));
  const sent = result.current;
  act(() => result.current.change({ text: "Jonotin. Turhaan." }));
  act(() => expect(sent.clear(sent.draft)).toBe(false));
  act(() => sent.change({ id: "another" }));
  expect(result.current.draft).toEqual({ id: "another", text: "Jonotin. Turhaan." });
  rerender({ key: "other" });
  act(() => result.current.change({ text: "toinen" }));
  act(() => sent.change({ id: "third" }));
  expect(result.current.draft.text).toBe("toinen");
  rerender({ key: "one" });
  expect(result.current.draft).toEqual({ id: "third", text: "Jonotin. Turhaan." });
  act(() => expect(result.current.clear(result.current.draft)).toBe(true));
  expect(result.current.draft.text).toBe("");
});

test("each thing that is written about has its own draft", () => {
  const { result, rerender } = renderHook(({ key }) => use(key), { initialProps: { key: "one" } });
  act(() => result.current.change({ text: "ensimmäinen" }));
  rerender({ key: "other" });
  expect(result.current.draft.text).toBe("");
  act(() => result.current.change({ text: "toinen" }));
  rerender({ key: "one" });
  expect(result.current.draft.text).toBe("ensimmäinen");
});

test.each(["{", "null", '{"text":1}'])("what makes no sense (%s) gives way to an empty draft", (kept) => {
  sessionStorage.setItem("draft", kept);
  expect(renderHook(() => use()).result.current.draft.text).toBe("");
});

test("ids are of version 7, and later ones sort later", () => {
  const [first, second] = [newId(1_700_000_000_000), newId(1_700_000_000_001)];
  expect(first).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect([second, first].toSorted()).toEqual([first, second]);
  expect(newId(1_700_000_000_000)).not.toBe(first);
});
