import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { roleNames } from "@kuultu/domain/staff/permission";
import type { RoleName } from "@kuultu/domain/staff/permission";

import { attempt, procedurePaths, statedPermission } from "#testing/every-procedure";
import { makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller, signedOutCaller } from "#testing/world";
import type { SignedIn, World } from "#testing/world";
import type { Scope } from "#trpc/scope";

const everybody: readonly RoleName[] = roleNames;
const figures: readonly RoleName[] = [
  "viewer",
  "triager",
  "registrar",
  "theme_member",
  "theme_owner",
  "analyst",
  "approver",
];
const verbatims: readonly RoleName[] = ["triager", "theme_member", "theme_owner", "privacy_officer"];
const triage: readonly RoleName[] = ["triager", "theme_owner"];
const proposers: readonly RoleName[] = ["triager", "theme_owner", "analyst"];
const workers: readonly RoleName[] = ["theme_member", "theme_owner"];

/** Which roles may call what, said here a second time so that a slip in either place shows. */
const rolesOf: Readonly<Record<string, readonly RoleName[] | "public">> = {
  "staff.me": "public",
  "staff.list": everybody,
  "staff.setPreferences": everybody,
  "feedback.list": verbatims,
  "feedback.counts": verbatims,
  "feedback.flow": verbatims,
  "feedback.summary": verbatims,
  "feedback.item": verbatims,
  "feedback.history": verbatims,
  "feedback.facets": figures,
  "feedback.setKind": triage,
  "feedback.code": triage,
  "feedback.uncode": triage,
  "feedback.noTheme": triage,
  "feedback.done": triage,
  "feedback.route": triage,
  "feedback.duplicateCandidates": triage,
  "feedback.repeats": verbatims,
  "feedback.markDuplicate": triage,
  "feedback.mergeDuplicates": triage,
  "feedback.notes": verbatims,
  "feedback.noteReaders": verbatims,
  "feedback.addNote": verbatims,
  "feedback.editNote": verbatims,
  "feedback.removeNote": verbatims,
  "feedback.inbox": verbatims,
  "feedback.unreadNotes": verbatims,
  "feedback.markNotes": verbatims,
  "feedback.reject": triage,
  "feedback.reopen": triage,
  "feedback.wait": triage,
  "feedback.wake": triage,
  "feedback.expectReply": triage,
  "feedback.assign": triage,
  "feedback.assignable": verbatims,
  "feedback.undo": triage,
  "feedback.previewBulkStep": triage,
  "feedback.startBulkStep": triage,
  "feedback.stopBulkStep": triage,
  "feedback.bulkStep": triage,
  "feedback.bulkSteps": triage,
  "feedback.reveal": ["privacy_officer"],
  "feedback.answerDesk": triage,
  "feedback.undelivered": triage,
  "feedback.previewAnswer": triage,
  "feedback.giveAnswer": triage,
  "feedback.answerElsewhere": triage,
  "feedback.sendAnswerAgain": triage,
  "feedback.openContact": triage,
  "feedback.setContact": triage,
  "feedback.revealContact": ["privacy_officer"],
  "feedback.answerTemplates": ["triager", "theme_owner", "admin"],
  "feedback.saveTemplate": ["triager", "theme_owner", "admin"],
  "feedback.removeTemplate": ["triager", "theme_owner", "admin"],
  "feedback.writeDown": triage,
  "feedback.recogniseLanguage": triage,
  "staff.teams": ["admin"],
  "staff.addTeam": ["admin"],
  "staff.editTeam": ["admin"],
  "search.hits": verbatims,
  "search.status": ["admin"],
  "search.reindex": ["admin"],
  "routed.targets": everybody,
  "routed.rules": ["admin"],
  "routed.setRule": ["admin"],
  "routed.summary": ["registrar"],
  "routed.list": ["registrar"],
  "routed.item": ["registrar"],
  "routed.acknowledge": ["registrar"],
  "routed.settle": ["registrar"],
  "routed.return": ["registrar"],
  "routed.undo": ["registrar"],
  "feedback.views": verbatims,
  "feedback.viewCounts": verbatims,
  "feedback.saveView": verbatims,
  "feedback.changeView": verbatims,
  "feedback.removeView": verbatims,
  "feedback.arrangeViews": verbatims,
  "themes.list": everybody,
  "themes.theme": everybody,
  "themes.create": proposers,
  "themes.edit": ["theme_owner"],
  // Which move a person may make depends on the theme: domain themes/theme-status.ts.
  "themes.move": everybody,
  "themes.addAction": workers,
  "themes.editAction": workers,
  "themes.addMeasure": ["theme_owner"],
  "themes.addMeasurement": ["theme_owner"],
  "themes.pin": ["analyst"],
  "themes.arrangePins": ["analyst"],
  "themes.undoPins": ["analyst"],
  "rounds.list": figures,
  "rounds.round": figures,
  "rounds.surveys": figures,
  "rounds.create": ["analyst"],
  "rounds.move": ["analyst"],
  "rounds.survey": figures,
  "rounds.edit": ["analyst"],
  "rounds.next": ["analyst"],
  "rounds.setQuestionnaire": ["analyst"],
  "rounds.counts": ["analyst"],
  "rounds.setCounts": ["analyst"],
  "rounds.editSurvey": ["analyst"],
  "rounds.setDimensions": ["analyst"],
  "rounds.addQuestion": ["analyst"],
  "rounds.editQuestion": ["analyst"],
  "rounds.removeQuestion": ["analyst"],
  "trends.series": figures,
  "trends.trend": figures,
  "intake.propose": ["analyst"],
  "intake.dryRun": ["analyst"],
  "intake.start": ["analyst"],
  "intake.import": ["analyst"],
  "intake.problems": ["analyst"],
  "intake.imports": ["analyst"],
  "intake.cancel": ["analyst"],
  "intake.mappings": ["analyst"],
  "intake.saveMapping": ["analyst"],
  "live.changes": everybody,
  "live.presence": verbatims,
  "live.rows": verbatims,
};

let world: World;
let home: Scope;
let stranger: SignedIn;
const people = new Map<RoleName, SignedIn>();

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
  stranger = await signedInCaller(world, await makeOrganisation(world.parts), "admin");
  for (const role of roleNames) people.set(role, await signedInCaller(world, home, role));
});
afterAll(() => world.dispose());

/** Input that no procedure takes: a refusal must come before anybody looks at it. */
const nonsense = "nothing of this is known";

test("every procedure stands in the table, and states its permission", () => {
  expect(Object.keys(rolesOf).filter((path) => !procedurePaths.includes(path))).toEqual([]);
  expect(procedurePaths.filter((path) => !(path in rolesOf))).toEqual([]);
  expect(procedurePaths.filter((path) => statedPermission(path) === undefined)).toEqual([]);
});

describe.each(procedurePaths)("%s", (path) => {
  const allowed = rolesOf[path] ?? [];

  test.each(roleNames)("%s", async (role) => {
    const person = people.get(role);
    if (person === undefined) throw new Error(role);
    const { code } = await attempt(person.call, path, nonsense);
    const may = allowed === "public" || allowed.includes(role);
    expect(may ? ["ok", "BAD_REQUEST"] : ["not-permitted"]).toContain(code);
  });

  test("nobody who is not signed in, nor a stranger to the organisation", async () => {
    const abroad = await attempt(stranger.callIn(home.organisation.slug), path, nonsense);
    const nobody = await attempt(signedOutCaller(world, home.organisation.slug), path, nonsense);
    expect([nobody.code, abroad.code]).toEqual(allowed === "public" ? ["ok", "ok"] : ["UNAUTHORIZED", "not-found"]);
  });
});
