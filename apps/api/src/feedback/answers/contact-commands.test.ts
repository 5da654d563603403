import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { previewAnswer } from "#feedback/answers/answer-queries";
import { openContact, setContact } from "#feedback/answers/contact-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { recountAll } from "#history/verify";
import { openAnswering, type Answering } from "#testing/answering";
import { makeFacetValue } from "#testing/makers";
import { signedInCaller } from "#testing/world";

let desk: Answering;

beforeAll(async () => {
  desk = await openAnswering();
});
afterAll(() => desk.dispose());
beforeEach(() => desk.startMail());
afterEach(() => desk.server.stop());

describe("the contact", () => {
  const rowsWith = (needle: string) =>
    desk.home.transaction(async (tx) => {
      const { rows } = await tx.run<{ found: number }>(
        `SELECT (SELECT count(*) FROM feedback_contact c WHERE position($1::bytea IN c.ciphertext) > 0)::int
              + (SELECT count(*) FROM history_text h WHERE h.text LIKE '%' || $2 || '%')::int
              + (SELECT count(*) FROM history h WHERE h.values::text LIKE '%' || $2 || '%')::int
              + (SELECT count(*) FROM access_log l WHERE l.details::text LIKE '%' || $2 || '%')::int AS found`,
        [Buffer.from(needle), needle],
      );
      return rows[0]?.found;
    });

  test("lies encrypted, is kept out of the history, and each reading of it stands in the access log", async () => {
    const itemId = await desk.askingItem();
    await setContact(desk.me(), { itemId, contact: { name: null, email: "salainen@example.invalid", phone: null } });
    expect(await openContact(desk.me(), itemId)).toEqual({
      name: null,
      email: "salainen@example.invalid",
      phone: null,
    });
    expect(await rowsWith("salainen@example.invalid")).toBe(0);
    const log = await desk.home.transaction((tx) =>
      tx.accessLog.findMany({
        where: { organisationId: tx.organisationId, purpose: "reveal", itemIds: { has: itemId } },
        select: { staffId: true, details: true },
      }),
    );
    expect(log).toHaveLength(2);
    expect(log.every(({ staffId }) => staffId === desk.me().staff.id)).toBe(true);
    const { history } = await readFeedback(desk.me(), itemId);
    expect(history[0]).toMatchObject({ change: "feedback.contact-set", values: { parts: ["name email", "email"] } });
  });

  test("a preview that names the giver is a reading of it, one that does not is none", async () => {
    const itemId = await desk.askingItem();
    const count = () =>
      desk.home.transaction((tx) =>
        tx.accessLog.count({
          where: { organisationId: tx.organisationId, purpose: "reveal", itemIds: { has: itemId } },
        }),
      );
    await previewAnswer(desk.me(), { itemId, language: "fi", subject: "Hei", body: "{code}" });
    expect(await count()).toBe(0);
    await previewAnswer(desk.me(), { itemId, language: "fi", subject: "Hei", body: "{name}" });
    expect(await count()).toBe(1);
  });

  test("beyond one's reach there is none, and who reads verbatims only sees that there is one", async () => {
    const [mine, other] = [await makeFacetValue(desk.home, "service"), await makeFacetValue(desk.home, "service")];
    const reach = { wholeOrganisation: false, serviceIds: [mine], siteIds: [] } as const;
    const near = await signedInCaller(desk.world, desk.home, { roles: ["triager"], reach });
    const itemId = await desk.askingItem(undefined, { serviceId: other });
    await expect(near.call.feedback.openContact({ itemId })).rejects.toThrow("not-found");
    const member = await signedInCaller(desk.world, desk.home, "theme_member");
    const seen = await member.call.feedback.item({ itemId });
    expect(seen.hasContact).toBe(true);
    expect(JSON.stringify(seen)).not.toContain("aino@");
    await expect(member.call.feedback.openContact({ itemId })).rejects.toThrow("not-permitted");
  });
});

test("after all of it, the roll-ups and the history agree with the rows", async () =>
  expect(await desk.home.transaction(recountAll)).toEqual([]));
