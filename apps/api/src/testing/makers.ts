import { randomUUID } from "node:crypto";

import { v7 as uuidv7 } from "uuid";

import type { LocalisedText } from "@kuultu/domain/language";
import type { Reach, RoleName } from "@kuultu/domain/staff/permission";

import { newFeedbackId, receiveFeedback } from "#feedback/receive-feedback";
import type { NewFeedback } from "#feedback/receive-feedback";
import { createRound } from "#rounds/rounds-commands";
import { addOrganisation } from "#staff/organisation-commands";
import type { NewOrganisation } from "#staff/organisation-commands";
import { addStaff } from "#staff/staff-commands";
import { createTheme } from "#themes/themes-commands";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

/** A name that no other has. */
export function unique(stem: string): string {
  return `${stem}-${randomUUID().slice(0, 8)}`;
}

/** An organisation, empty; the scope is that of the command line in it. */
export async function makeOrganisation(parts: ServerParts, wish: Partial<NewOrganisation> = {}): Promise<Scope> {
  const slug = wish.slug ?? unique("virasto");
  const names: LocalisedText = wish.names ?? { fi: `Koevirasto ${slug}`, en: `Test agency ${slug}` };
  return addOrganisation(parts, { ...wish, slug, names });
}

export interface StaffWish {
  readonly roles: readonly RoleName[];
  readonly reach?: Reach;
  readonly name?: string;
  readonly email?: string;
  /** Left out: no sign-in with a password. */
  readonly password?: string;
}

export interface MadeStaff {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A staff member with an account. */
export async function makeStaff(parts: ServerParts, home: Scope, wish: StaffWish): Promise<MadeStaff> {
  const name = wish.name ?? `Demo ${wish.roles.join(" ")}`;
  const email = wish.email ?? `${unique("demo")}@${home.organisation.slug}.invalid`;
  const reach = wish.reach ?? { wholeOrganisation: true };
  const roles = wish.roles.map((role) => ({ role, reach }));
  const id = await addStaff(parts, home, { name, email, roles, password: wish.password ?? null });
  return { id, name, email };
}

/** A service, site, channel or customer group of the organisation; returns its id. */
export async function makeFacetValue(
  home: Scope,
  facet: "service" | "site" | "channel" | "customer_group",
  name = unique(facet),
): Promise<string> {
  const id = uuidv7();
  await home.transaction((tx) =>
    tx.facetValue.create({
      data: { organisationId: tx.organisationId, id, facet, key: name.toLowerCase(), names: { fi: name } },
      select: { id: true },
    }),
  );
  return id;
}

/** A round of a survey of its own, still collecting nothing; returns its id. */
export async function makeRound(home: Scope, name = unique("2026")): Promise<string> {
  const round = await createRound(home, { newSurvey: { names: { fi: `Kysely ${name}` } }, name });
  return round.id;
}

/** Feedback items as an import brings them, unmasked; returns their ids in the same order. */
export async function makeItems(home: Scope, wishes: readonly Partial<NewFeedback>[]): Promise<string[]> {
  const items = wishes.map((wish): NewFeedback => ({
    id: newFeedbackId(),
    receivedAt: home.now,
    kind: "other",
    source: "feedback_form",
    language: "fi",
    serviceId: null,
    siteId: null,
    channelId: null,
    customerGroupId: null,
    roundId: null,
    responseId: null,
    importId: null,
    replyExpected: false,
    title: "",
    body: "Jonotin puhelimessa tunnin.",
    masks: [],
    titleMasks: [],
    original: null,
    ...wish,
  }));
  await home.transaction((tx) => receiveFeedback(tx, home, items));
  return items.map(({ id }) => id);
}

/** One feedback item; returns its id. */
export async function makeItem(home: Scope, wish: Partial<NewFeedback> = {}): Promise<string> {
  const [id = ""] = await makeItems(home, [wish]);
  return id;
}

/** A theme as somebody proposes it; returns its id. */
export async function makeTheme(home: Scope, name = unique("Teema")): Promise<string> {
  const theme = await createTheme(home, { names: { fi: name }, descriptions: {} });
  return theme.id;
}
