import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createTestDatabase } from "@kuultu/database/testing";
import type { RoleName } from "@kuultu/domain/staff/permission";

import { createCaller } from "#app-router";
import { databaseQueue } from "#jobs/database-queue";
import { LiveFeed } from "#live/live-feed";
import { makeStaff } from "#testing/makers";
import type { StaffWish } from "#testing/makers";
import type { SignedInAccount } from "#trpc/context";
import { WordAnalyser } from "#search/word-analyser";
import { originalCipher } from "#trpc/original-cipher";
import type { Scope } from "#trpc/scope";
import { loadScope, loadWorkplace } from "#trpc/scope-loader";
import type { ServerParts } from "#trpc/server-parts";

/** A database of one's own, with a clock that can be set; what went wrong unexpectedly is kept, not printed. */
export interface World {
  readonly parts: ServerParts;
  /** The owner's address: for what the application's role may not do. */
  readonly url: string;
  readonly unexpected: unknown[];
  setClock(now: Date): void;
  dispose(): Promise<void>;
}

/** Opens a world for a test file: `beforeAll(async () => { world = await openWorld(); })`, `afterAll(() => world.dispose())`. */
export async function openWorld(now = new Date("2026-03-04T10:00:00.000Z")): Promise<World> {
  const test = await createTestDatabase();
  const uploadFolder = await mkdtemp(join(tmpdir(), "kuultu-uploads-"));
  const unexpected: unknown[] = [];
  let time = now;
  const clock = () => time;
  const reportError = (error: unknown) => unexpected.push(error);
  const live = new LiveFeed({ url: test.url, database: test.database, clock, reportError });
  return {
    parts: {
      live,
      database: test.database,
      cipher: originalCipher([randomBytes(32)]),
      uploadFolder,
      analyser: WordAnalyser.withoutVoikko(),
      jobs: databaseQueue,
      // Takes every answer; where it matters what becomes of one, a test brings a mail server.
      mailer: { send: () => Promise.resolve(null) },
      clock,
      reportError,
    },
    url: test.url,
    unexpected,
    setClock(later) {
      time = later;
    },
    async dispose() {
      await live.close();
      await test.drop();
      await rm(uploadFolder, { recursive: true, force: true });
    },
  };
}

export type Caller = ReturnType<typeof createCaller>;

/** Somebody at work: calls procedures and commands as they would. */
export interface SignedIn {
  readonly call: Caller;
  /** The same person, calling as if they worked in another organisation. */
  callIn(slug: string): Caller;
  readonly scope: Scope;
  readonly account: SignedInAccount;
}

/** Makes a person with the role (or roles with reach) in the organisation of `home`, and signs them in. */
export async function signedInCaller(world: World, home: Scope, wish: RoleName | StaffWish): Promise<SignedIn> {
  const made = await makeStaff(world.parts, home, typeof wish === "string" ? { roles: [wish] } : wish);
  const user = await world.parts.database.accounts.user.findUniqueOrThrow({
    where: { email: made.email },
    select: { id: true },
  });
  const account = { userId: user.id, name: made.name, email: made.email };
  const callIn = (slug: string) => callerOf(world, account, slug);
  return {
    account,
    scope: await loadScope(world.parts, account.userId, home.organisation.slug),
    call: callIn(home.organisation.slug),
    callIn,
  };
}

/** A caller whom nobody knows. */
export function signedOutCaller(world: World, organisationSlug: string | null = null): Caller {
  return callerOf(world, null, organisationSlug);
}

function callerOf({ parts }: World, account: SignedInAccount | null, organisationSlug: string | null): Caller {
  return createCaller({
    parts,
    account,
    organisationSlug,
    findWorkplace: (userId, slug) => loadWorkplace(parts, userId, slug),
  });
}
