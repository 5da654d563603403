import { daySchema, idSchema } from "@kuultu/domain/identifier";
import { RuleViolation } from "@kuultu/domain/rule-violation";

/** The last stub of a page: where the next one begins. */
export interface StubPosition {
  readonly day: string;
  readonly id: string;
}

export function writeStubCursor({ day, id }: StubPosition): string {
  return `${day}.${id}`;
}

/** A cursor that no page gave leads nowhere: `not-found`. */
export function readStubCursor(cursor: string): StubPosition {
  const [day, id] = cursor.split(".");
  const position = { day: daySchema.safeParse(day).data, id: idSchema.safeParse(id).data };
  if (position.day === undefined || position.id === undefined) throw new RuleViolation("not-found");
  return { day: position.day, id: position.id };
}
