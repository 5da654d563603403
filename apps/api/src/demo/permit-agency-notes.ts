import { v7 as uuidv7 } from "uuid";

import { addNote } from "#feedback/notes/note-commands";

import type { DemoAgency } from "./demo-agency.ts";

interface DemoNote {
  /** How the verbatim begins beside which it stands. */
  readonly beside: string;
  readonly by: string;
  readonly to: readonly string[];
  readonly at: string;
  /** `@` stands for the first of those who are named. */
  readonly body: string;
}

const notes: readonly DemoNote[] = [
  {
    beside: "Пишу за маму",
    by: "triager",
    to: ["everything"],
    at: "2021-12-08T15:21:00Z",
    body: "@, löytyykö joku, joka voisi soittaa hänelle venäjäksi?",
  },
  {
    beside: "Пишу за маму",
    by: "everything",
    to: ["triager"],
    at: "2021-12-08T15:34:00Z",
    body: "@ Kyllä, Vantaan palvelupisteestä. Pyydän heitä soittamaan huomenna.",
  },
  {
    beside: "Hakemukseni on kadonnut",
    by: "theme_owner",
    to: ["everything"],
    at: "2021-12-08T15:40:00Z",
    body: "@, näkyykö tämä muillakin? Viime viikolla palvelussa oli katko.",
  },
  {
    beside: "Ruudunlukija ei lue",
    by: "triager",
    to: [],
    at: "2021-12-08T15:48:00Z",
    body: "Tämä lienee saavutettavuuspalaute: tarkistan ennen kuin siirrän.",
  },
];

/** What people wrote to each other beside items that wait, and so what their inboxes hold. */
export async function writeNotes(agency: DemoAgency): Promise<void> {
  for (const { beside, by, to, at, body } of notes) {
    const text = await agency.tx.feedbackText.findFirst({
      where: { organisationId: agency.tx.organisationId, body: { startsWith: beside } },
      select: { itemId: true },
      orderBy: { receivedAt: "desc" },
    });
    if (text === null) throw new RangeError(beside);
    const [first] = to;
    const named = first === undefined ? "" : `@${agency.as(first, at).staff.name}`;
    await addNote(agency.as(by, at), {
      noteId: uuidv7(),
      itemId: text.itemId,
      body: body.replace("@", named),
      mentions: to.map((person) => agency.staffId(person)),
    });
  }
}
