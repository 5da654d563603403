import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerElsewhere, sendAnswerAgain } from "#feedback/answers/answer-commands";
import { undoStep } from "#feedback/feedback-undo-commands";
import { recountAll } from "#history/verify";
import { openAnswering, type Answering } from "#testing/answering";

let desk: Answering;

beforeAll(async () => {
  desk = await openAnswering();
});
afterAll(() => desk.dispose());
beforeEach(() => desk.startMail());
afterEach(() => desk.server.stop());

describe("taking back", () => {
  test("before it left it is withdrawn, and never leaves", async () => {
    const itemId = await desk.askingItem();
    await desk.categorised(itemId);
    const { send, stepId } = await desk.answered(itemId);
    await undoStep(desk.me(), { stepId });
    await send();
    expect(await desk.stateOf(itemId)).toBe("categorised, withdrawn");
    expect(desk.server.taken).toHaveLength(0);
  });

  test("sending it again: what did not arrive is told as that once more, and the first step can be taken back too", async () => {
    desk.server.rules = { recipient: () => 550 };
    const itemId = await desk.askingItem();
    const { send, answerId, stepId } = await desk.answered(itemId);
    await send();
    const again = await sendAnswerAgain(desk.me(), { itemId, version: 2, answerId });
    await undoStep(desk.me(), { stepId: again.stepId });
    expect(await desk.stateOf(itemId)).toBe("in_review, failed address-refused");
    expect(await desk.undelivered()).toContain(itemId);
    desk.server.rules = {};
    await send();
    expect(desk.server.taken).toHaveLength(0);
    await undoStep(desk.me(), { stepId });
    expect(await desk.stateOf(itemId)).toBe("new, withdrawn");
    expect(await desk.undelivered()).not.toContain(itemId);
  });

  test("one that has perhaps arrived is not called withdrawn", async () => {
    desk.server.rules = { message: () => "cut" };
    const itemId = await desk.askingItem();
    const { send, stepId } = await desk.answered(itemId);
    await send();
    await expect(undoStep(desk.me(), { stepId })).rejects.toMatchObject({ code: "feedback.answer-left" });
    expect(await desk.stateOf(itemId)).toBe("in_review, failed interrupted");
  });

  test("after it left it cannot be unsent, and says so", async () => {
    const itemId = await desk.askingItem();
    const { send, stepId } = await desk.answered(itemId);
    await send();
    await expect(undoStep(desk.me(), { stepId })).rejects.toThrow("feedback.answer-left");
    expect(await desk.stateOf(itemId)).toBe("in_review, sent");
  });

  test("on its way this moment it is out of reach", async () => {
    const itemId = await desk.askingItem();
    const { answerId, stepId } = await desk.answered(itemId);
    await desk.home.transaction((tx) =>
      tx.answer.updateMany({
        where: { organisationId: tx.organisationId, id: answerId },
        data: { leavingSince: desk.me().now },
      }),
    );
    await expect(undoStep(desk.me(), { stepId })).rejects.toThrow("feedback.answer-left");
  });

  test("an answer given elsewhere answers at once, and is taken back whole", async () => {
    const itemId = await desk.askingItem();
    const { version } = await desk.categorised(itemId);
    const step = await answerElsewhere(desk.me(), {
      itemId,
      version,
      answerId: uuidv7(),
      place: "phone",
      body: "Soitin.",
    });
    expect(await desk.stateOf(itemId)).toBe("answered, elsewhere");
    await undoStep(desk.me(), { stepId: step.stepId });
    expect(await desk.stateOf(itemId)).toBe("categorised, withdrawn");
  });
});

test("after all of it, the roll-ups and the history agree with the rows", async () =>
  expect(await desk.home.transaction(recountAll)).toEqual([]));
