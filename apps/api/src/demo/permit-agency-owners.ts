import { assignItem } from "#feedback/assigning-commands";
import { waitItem } from "#feedback/waiting-commands";
import { acknowledgeRouted, settleRouted } from "#routed/routed-commands";
import { handledClasses } from "#routed/registrar";
import { setRoutingRule } from "#routed/routing-rule-commands";
import { addTeam } from "#staff/team-commands";

import type { DemoAgency } from "./demo-agency.ts";

/** Two teams, and the registrar who is named for reports of whistleblowing; returns the ids of the teams. */
export async function makeTeams(agency: DemoAgency): Promise<readonly string[]> {
  const admin = agency.as("admin", "2021-09-01T07:00:00Z");
  await addTeam(admin, { name: "Lupatiimi", memberIds: ["everything", "triager"].map(agency.staffId) });
  const teams = await addTeam(admin, {
    name: "Neuvonta",
    memberIds: ["triager", "theme_owner", "theme_member"].map(agency.staffId),
  });
  await setRoutingRule(admin, {
    routingClass: "whistleblowing",
    version: 0,
    targetNames: {},
    days: 7,
    months: 3,
    registrarIds: [agency.staffId("registrar")],
  });
  return teams.map(({ id }) => id);
}

const today = "2021-12-09";

/** The registrar has done all that was routed before the day or is due by now: the day after, or on the last day. */
export async function settleBefore(agency: DemoAgency, day: string): Promise<void> {
  const registrar = agency.as("registrar", `${day}T08:00:00Z`);
  const classes = await handledClasses(agency.tx, registrar);
  const routed = await agency.tx.feedbackItem.findMany({
    where: {
      organisationId: agency.tx.organisationId,
      status: "routed",
      statusReason: { in: classes },
      OR: [{ routedOn: { lt: new Date(day) } }, { routingDueOn: { lt: new Date(today) } }],
    },
    select: { id: true, version: true, routedOn: true, routingDueOn: true, statusReason: true },
    orderBy: { id: "asc" },
  });
  const hours = (from: Date | null, count: number): number => (from?.getTime() ?? Infinity) + count * 3_600_000;
  for (const { id: itemId, version, routedOn, routingDueOn, statusReason } of routed) {
    const onLastDay = Math.max(hours(routedOn, 15.5), hours(routingDueOn, 15.5));
    const at = agency.as("registrar", new Date(Math.min(hours(routedOn, 33), onLastDay)));
    const seen =
      statusReason === "whistleblowing" ? (await acknowledgeRouted(at, { itemId, version })).item?.version : version;
    await settleRouted(at, { itemId, version: seen ?? version });
  }
}

/** Of the open items some are with a person, some with a team, and some wait; the newest are nobody's yet. */
export async function shareOut(
  agency: DemoAgency,
  itemIds: readonly string[],
  [permits, advice]: readonly string[],
): Promise<void> {
  const triager = agency.as("triager", "2021-12-08T15:10:00Z");
  const open = await agency.tx.feedbackItem.findMany({
    where: {
      organisationId: agency.tx.organisationId,
      id: { in: [...itemIds] },
      status: { in: ["new", "in_review"] },
    },
    select: { id: true, version: true },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
  });
  const person = (key: string) => ({ assigneeId: agency.staffId(key), teamId: null });
  const team = (teamId: string | undefined) => ({ assigneeId: null, teamId: teamId ?? null });
  const owners = [
    person("triager"),
    person("everything"),
    team(permits),
    person("everything"),
    team(advice),
    person("triager"),
    team(permits),
    person("everything"),
  ];
  const waits = ["2021-12-13", null, "2021-12-20"];
  for (const [index, { id: itemId, version }] of open.entries()) {
    const owner = owners[index];
    if (owner !== undefined) await assignItem(triager, { itemId, version, ...owner });
    const until = waits[index - owners.length];
    if (until !== undefined) await waitItem(triager, { itemId, version, until });
  }
}
