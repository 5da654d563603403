import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";

import { localisedTextSchema } from "@kuultu/domain/language-schema";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { roleNames } from "@kuultu/domain/staff/permission";
import type { RoleName } from "@kuultu/domain/staff/permission";
import type { DemonstrationSignIn } from "@kuultu/domain/staff/staff-view";

import { isFromLoopback } from "#http/loopback";
import { copyCookies } from "#http/sign-in-routes";
import type { ServerParts } from "#trpc/server-parts";

const everything = "everything";
const inputSchema = z.object({ key: z.enum([...roleNames, everything]) });

/** The organisation whose people can be signed in as. */
const organisationSlug = "lupavirasto";

/** The people of the demonstration's one-click sign-ins, for who makes them: plainly invented. */
export const demonstrationPeople: readonly { key: string; name: string; email: string; roles: readonly RoleName[] }[] =
  [
    { key: everything, name: "Demo Everything", roles: ["analyst", "triager", "theme_owner"] as const },
    ...roleNames.map((role) => ({ key: role, name: `Demo ${capitalised(role)}`, roles: [role] as const })),
  ].map((person) => ({ ...person, email: `demo-${person.key.replaceAll("_", "-")}@${organisationSlug}.invalid` }));

function capitalised(role: RoleName): string {
  return role.replaceAll("_", " ").replace(/^./u, (letter) => letter.toUpperCase());
}

/** Routes that exist only in the demonstration, and answer only to this machine itself. */
export function registerDemonstrationSignIn(app: FastifyInstance): void {
  app.get("/api/demonstration/sign-ins", async (request): Promise<DemonstrationSignIn[]> => {
    refuseFromElsewhere(request);
    return signIns(app.parts);
  });
  app.post("/api/demonstration/sign-in", async (request, reply) => {
    refuseFromElsewhere(request);
    const { key } = inputSchema.parse(request.body);
    const email = demonstrationPeople.find((person) => person.key === key)?.email;
    const offered = await signIns(app.parts);
    if (email === undefined || !offered.some((signIn) => signIn.key === key)) throw new RuleViolation("not-found");
    const { headers } = await app.signIn.api.beginSession({ body: { email }, returnHeaders: true });
    copyCookies(headers, reply);
    return reply.status(204).send();
  });
}

/** Only people who have been made, in an organisation that is a demonstration: never an account of somebody's own. */
async function signIns(parts: ServerParts): Promise<DemonstrationSignIn[]> {
  const organisation = await parts.database.accounts.organisation.findFirst({
    where: { slug: organisationSlug, demonstration: true },
    select: { id: true, names: true },
  });
  if (organisation === null) return [];
  const made = await parts.database.accounts.user.findMany({
    where: {
      email: { in: demonstrationPeople.map(({ email }) => email) },
      memberships: { some: { organisationId: organisation.id } },
    },
    select: { email: true, name: true },
  });
  return demonstrationPeople.flatMap(({ key, email, roles }) => {
    const user = made.find((one) => one.email === email);
    return user
      ? [
          {
            key,
            name: user.name,
            organisation: localisedTextSchema.parse(organisation.names),
            slug: organisationSlug,
            roles,
          },
        ]
      : [];
  });
}

function refuseFromElsewhere(request: FastifyRequest): void {
  if (!isFromLoopback(request)) throw new RuleViolation("not-found");
}
