import { expect, test } from "vitest";

import type { HeldRole } from "#staff/permission";

import { addNoteSchema, mayReadNotes } from "./note.ts";

const everywhere = { wholeOrganisation: true } as const;
const here = { wholeOrganisation: false, serviceIds: ["s1"], siteIds: [] } as const;
const item = { serviceId: "s1", siteId: null, statusReason: null };

test.each<[string, HeldRole, Partial<typeof item> | { statusReason: string }, boolean]>([
  ["a triager", { role: "triager", reach: everywhere }, {}, true],
  ["a member of a theme", { role: "theme_member", reach: everywhere }, {}, true],
  ["a triager of the service", { role: "triager", reach: here }, {}, true],
  ["a triager of another service", { role: "triager", reach: here }, { serviceId: "s2" }, false],
  ["a viewer", { role: "viewer", reach: everywhere }, {}, false],
  ["an approver", { role: "approver", reach: everywhere }, {}, false],
  [
    "a triager, of a whistleblowing report",
    { role: "triager", reach: everywhere },
    { statusReason: "whistleblowing" },
    false,
  ],
])("%s", (_, role, part, may) => {
  expect(mayReadNotes({ id: "1", name: "Demo", roles: [role] }, { ...item, ...part })).toBe(may);
});

test("a note says something", () => {
  const noteId = "017d761b-e780-701b-8565-b59ffe40963b";
  const itemId = "017d761b-e780-701b-8565-b59ffe40963a";
  expect(addNoteSchema.safeParse({ noteId, itemId, body: "  " }).success).toBe(false);
  expect(addNoteSchema.parse({ noteId, itemId, body: " Katsotko? " })).toEqual({
    noteId,
    itemId,
    body: "Katsotko?",
    mentions: [],
  });
});
