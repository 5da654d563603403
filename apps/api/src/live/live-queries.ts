import { randomUUID } from "node:crypto";

import { tracked } from "@trpc/server";
import type { TrackedEnvelope } from "@trpc/server";
import type { z } from "zod";

import type { listenSchema, LiveMessage, PresentPerson } from "@kuultu/domain/live/live-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { StaffMember } from "@kuultu/domain/staff/permission";

import { audibleTo, isReadable } from "#live/changed-items";
import type { ForScreen } from "#live/listener";
import type { CallContext, SignedInAccount } from "#trpc/context";
import type { Scope } from "#trpc/scope";

/** A signed-in person listens in an organisation. */
interface Listening extends CallContext {
  readonly account: SignedInAccount;
  readonly scope: Scope;
}

const nothing: LiveMessage = { everything: false, items: [], others: false, gone: [], rooms: [], presence: null };

/**
 * The changes of others as they happen, each with the place from which to go on after a break. Who may hear what is asked anew for
 * each: whoever works here no more, or with another reach, hears that at once. Ends when `signal` says so or the server stops.
 */
export async function* listenToChanges(
  ctx: Listening,
  input: z.infer<typeof listenSchema>,
  signal: AbortSignal | undefined,
): AsyncGenerator<TrackedEnvelope<LiveMessage>, void> {
  const { live } = ctx.parts;
  const { organisation } = ctx.scope;
  await live.start();
  const listener = live.join(organisation.id, ctx.scope.staff.id, input.lastEventId ?? "");
  const end = (): void => listener.end();
  signal?.addEventListener("abort", end);
  if (signal?.aborted === true) end();
  try {
    let id = "";
    for (let told = await listener.next(); told !== null; told = await listener.next()) {
      const now = await ctx.findWorkplace(ctx.account.userId, organisation.slug);
      const first = id === "";
      if ("id" in told) id = told.id;
      const message = await messageFor(ctx, now.staff, input.screenId, told);
      // The first message of a stream is also its place, whatever it tells.
      if (first || says(message)) yield tracked(id, message);
    }
  } catch (error) {
    // Who is not welcome any more learns that on coming back.
    if (!(error instanceof RuleViolation)) ctx.parts.reportError(error, randomUUID(), "live.changes");
  } finally {
    signal?.removeEventListener("abort", end);
    live.leave(organisation.id, listener);
  }
  // Nobody hears the end of a stream that was given up: an error would be nobody's, and end the server.
  if (signal?.aborted === true) return;
  // Said in this way the stream breaks off, and the screen comes back by itself; an ordinary end would be the last word.
  throw new DOMException("The stream ends", "AbortError");
}

async function messageFor(ctx: Listening, staff: StaffMember, screenId: string, told: ForScreen): Promise<LiveMessage> {
  const organisationId = ctx.scope.organisation.id;
  const { presence } = ctx.parts.live;
  const openId = presence.itemOf(organisationId, staff.id, screenId);
  if ("lookAt" in told) {
    if (openId !== told.lookAt || !(await mayStillRead(ctx.scope, staff, openId))) return nothing;
    return { ...nothing, presence: { itemId: openId, people: await presentAt(ctx.scope, ctx.parts.live, openId) } };
  }
  if (told.changes === "everything") return { ...nothing, everything: true };
  const { hidden, ...audible } = audibleTo(staff, told.changes);
  const gone = hidden.filter((id) => id === openId);
  return { ...nothing, ...audible, gone };
}

/** The item was theirs to read when they opened it; a role may have been taken away since, and an item hidden. */
async function mayStillRead(scope: Scope, staff: StaffMember, itemId: string): Promise<boolean> {
  return scope.transaction((tx) => isReadable(tx, staff, itemId));
}

function says({ everything, items, others, rooms, presence }: LiveMessage): boolean {
  return everything || others || items.length > 0 || rooms.length > 0 || presence !== null;
}

/** Who else has an item open, by name. */
export async function presentAt(
  scope: Scope,
  live: CallContext["parts"]["live"],
  itemId: string,
): Promise<PresentPerson[]> {
  const people = live.presence.at({ organisationId: scope.organisation.id, itemId });
  people.delete(scope.staff.id);
  if (people.size === 0) return [];
  const rows = await scope.transaction((tx) =>
    tx.staff.findMany({
      where: { organisationId: tx.organisationId, id: { in: [...people.keys()] } },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  );
  return rows.map(({ id, name }) => ({ staffId: id, name, writing: people.get(id) === true }));
}
