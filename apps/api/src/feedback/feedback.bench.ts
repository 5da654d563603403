import { once } from "node:events";
import { Agent, get } from "node:http";
import type { IncomingMessage, RequestOptions } from "node:http";

import type pg from "pg";

import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";

import { benchBulk } from "#feedback/bulk/bulk.bench";
import { benchDuplicates } from "#feedback/duplicates/duplicates.bench";
import { benchCounts } from "#feedback/counts/feedback-count.bench";
import { listStatement, narrowingOf } from "#feedback/feedback-list-queries";
import { benchSteps } from "#feedback/feedback-step.bench";
import { codedTo, facetConditions, statusesOf, steadyConditions } from "#feedback/filter-sql";
import { benchSearch } from "#feedback/search.bench";
import { Parameters } from "#feedback/named-statement";
import { writeCursor } from "#feedback/page-cursor";
import { makeBenchItems, makeBenchOrganisation } from "#testing/bench-data";
import type { BenchOrganisation } from "#testing/bench-data";
import type { BenchWorld } from "#testing/bench-world";
import { contend } from "#testing/comparison";
import type { Comparison, Wanted } from "#testing/comparison";
import { cookiesOf, listen } from "#testing/http";
import type { Listening } from "#testing/http";
import { makeStaff } from "#testing/makers";
import { loadScope } from "#trpc/scope-loader";
import type { Scope } from "#trpc/scope";
import { systemScope } from "#trpc/system-scope";

const runs = 40;
const password = "a long enough bench phrase";

/** Each matches at least 1 % of the items. */
function filtersOf(organisation: BenchOrganisation): Record<string, FeedbackFilter> {
  const [channelId] = organisation.channelIds;
  const [siteId] = organisation.siteIds;
  const [customerGroupId] = organisation.customerGroupIds;
  const [assigneeId] = organisation.staffIds;
  const [teamId] = organisation.teamIds;
  const [themeId] = organisation.themeIds;
  const dates = { receivedFrom: "2017-02-01", receivedTo: "2021-11-25" };
  return {
    none: {},
    "one-facet": { channelId },
    "two-facets-and-dates": { channelId, kind: "complaint", ...dates },
    site: { siteId },
    "customer-group": { customerGroupId },
    assignee: { assigneeId },
    nobody: { assigneeId: "nobody" },
    team: { teamId },
    theme: { themeId },
    "assignee-closed-of-group": { assigneeId, status: "closed", customerGroupId },
  };
}

/** Lists over HTTP, counts beside the filters, and single steps. */
export async function* benchFeedback(
  world: BenchWorld,
  sizes: readonly number[],
  wanted: Wanted,
): AsyncGenerator<Comparison> {
  for (const size of sizes) {
    const organisation = await makeBenchOrganisation(world.parts.database, `bench-${size}`);
    await makeBenchItems(world, organisation, size);
    const { bare } = world;
    await bare.query("SET ROLE kuultu_app");
    const listening = await listen(world);
    const reader = await signIn(world, listening, `bench-${size}`);
    const at = { scope: reader.scope, organisation, size };
    if (wanted("feedback.page") || wanted("feedback.list")) yield* benchLists(bare, reader, at);
    if (wanted("feedback.counts")) yield* benchCounts(world, at, wanted);
    if (wanted("feedback.duplicates")) yield* benchDuplicates(bare, at);
    if (wanted("feedback.step")) yield* benchSteps(at);
    if (wanted("feedback.bulk")) yield* benchBulk(bare, at, wanted);
    if (wanted("feedback.search")) yield* benchSearch(at, wanted);
    await listening.app.close();
    await bare.query("RESET ROLE");
  }
}

/** A page half-way down against the first, and our procedure against its bare SQL. */
async function* benchLists(
  bare: pg.Client,
  reader: Reader,
  { organisation, size }: { organisation: BenchOrganisation; size: number },
): AsyncGenerator<Comparison> {
  for (const [name, filter] of Object.entries(filtersOf(organisation))) {
    const cursor = await halfWay(bare, reader.scope, filter);
    const first = () => reader.page(filter, null);
    yield await contend({
      name: `feedback.page.half-way.${name}`,
      size,
      limit: 2,
      runs,
      ours: () => reader.page(filter, cursor),
      plain: first,
    });
    yield await contend({
      name: `feedback.list.procedure.${name}`,
      size,
      limit: 2.5,
      runs,
      ours: first,
      plain: () => bareList(bare, reader.scope, filter),
    });
  }
}

interface Reader {
  readonly scope: Scope;
  page(filter: FeedbackFilter, cursor: string | null): Promise<void>;
}

async function signIn({ parts }: BenchWorld, listening: Listening, slug: string): Promise<Reader> {
  const { email } = await makeStaff(parts, await systemScope(parts, slug), { roles: ["triager"], password });
  const cookie = cookiesOf(await listening.post("/api/auth/sign-in/email", { email, password }));
  const user = await parts.database.accounts.user.findUniqueOrThrow({ where: { email } });
  const agent = new Agent({ keepAlive: true });
  return {
    scope: await loadScope(parts, user.id, slug),
    async page(filter, cursor) {
      const input = encodeURIComponent(JSON.stringify({ json: { filter, cursor } }));
      const headers = { cookie, "x-kuultu-organisation": slug };
      const text = await answerOf(`${listening.origin}/trpc/feedback.list?input=${input}`, { agent, headers });
      if (!text.includes('"rows":[{')) throw new Error(`The list answered: ${text.slice(0, 300)}`);
    },
  };
}

/** One request on a connection that stays open, with as little around it as Node has. */
async function answerOf(url: string, options: RequestOptions): Promise<string> {
  const [response] = (await once(get(url, options), "response")) as [IncomingMessage];
  return Buffer.concat(await response.toArray()).toString();
}

/** The same SQL on a named statement in the same kind of transaction, with nothing around it. */
async function bareList(client: pg.Client, scope: Scope, filter: FeedbackFilter): Promise<void> {
  const statement = listStatement(scope, { filter, order: "newest", limit: 50 });
  await client.query(`BEGIN; SET LOCAL app.organisation = '${scope.organisation.id}'`);
  await client.query({ ...statement, values: [...statement.values] });
  await client.query("COMMIT");
}

/** The cursor of the item in the middle of all that match. */
async function halfWay(client: pg.Client, scope: Scope, filter: FeedbackFilter): Promise<string> {
  const p = new Parameters();
  const narrowing = narrowingOf(scope);
  const statuses = statusesOf(filter);
  const conditions = [...steadyConditions(p, narrowing, filter), ...facetConditions(p, filter)];
  if (statuses !== null) conditions.push(`i.status = ANY(${p.add(statuses)}::text[])`);
  if (filter.themeId !== undefined) conditions.push(codedTo(p, narrowing, filter.themeId));
  const matching = `FROM feedback_item i WHERE ${conditions.join(" AND ")}`;
  await client.query(`BEGIN; SET LOCAL app.organisation = '${scope.organisation.id}'`);
  const { rows } = await client.query<{ received_at: Date; id: string }>(
    `SELECT received_at, id ${matching} ORDER BY received_at DESC, id DESC OFFSET (SELECT count(*) / 2 ${matching}) LIMIT 1`,
    p.values,
  );
  await client.query("COMMIT");
  const [row] = rows;
  if (row === undefined) throw new Error("No item matches the bench's filter.");
  return writeCursor({ receivedAt: row.received_at, id: row.id });
}
