import { RuleViolation } from "@kuultu/domain/rule-violation";

/** The last row of a page: where the next one begins. */
export interface PagePosition {
  readonly receivedAt: Date;
  readonly id: string;
}

const shape = /^(\d{1,16})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** What a page gives as `nextCursor`. */
export function writeCursor({ receivedAt, id }: PagePosition): string {
  return `${receivedAt.getTime()}.${id}`;
}

/** A cursor that no page gave leads nowhere: `not-found`. */
export function readCursor(cursor: string): PagePosition {
  const [, milliseconds, id] = shape.exec(cursor) ?? [];
  const receivedAt = new Date(Number(milliseconds));
  if (id === undefined || Number.isNaN(receivedAt.getTime())) throw new RuleViolation("not-found");
  return { receivedAt, id };
}
