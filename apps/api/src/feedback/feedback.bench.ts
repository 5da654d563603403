import { once } from "node:events";
import { Agent, get } from "node:http";
import type { IncomingMessage, RequestOptions } from "node:http";

import type pg from "pg";

import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";

import { listStatement } from "#feedback/feedback-list-queries";
import { writeCursor } from "#feedback/page-cursor";
import { makeBenchItems, makeBenchOrganisation } from "#testing/bench-data";
import type { BenchOrganisation } from "#testing/bench-data";
import type { BenchWorld } from "#testing/bench-world";
import { contend } from "#testing/comparison";
import type { Comparison } from "#testing/comparison";
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
  const dates = { receivedFrom: "2021-02-01", receivedTo: "2021-11-25" };
  return {
    none: {},
    "one-facet": { channelId },
    "two-facets-and-dates": { channelId, kind: "complaint", ...dates },
  };
}

/** Lists over HTTP: a page half-way down against the first, and our procedure against its bare SQL. */
export async function* benchFeedback(world: BenchWorld, sizes: readonly number[]): AsyncGenerator<Comparison> {
  for (const size of sizes) {
    const organisation = await makeBenchOrganisation(world.parts.database, `bench-${size}`);
    await makeBenchItems(world.parts.database, organisation, size);
    const { bare } = world;
    await bare.query("VACUUM ANALYZE feedback_item, feedback_text");
    await bare.query("SET ROLE kuultu_app");
    const listening = await listen(world);
    const reader = await signIn(world, listening, `bench-${size}`);
    for (const [name, filter] of Object.entries(filtersOf(organisation))) {
      const cursor = await halfWay(bare, organisation.id, filter);
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
    await listening.app.close();
    await bare.query("RESET ROLE");
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
async function halfWay(client: pg.Client, organisationId: string, filter: FeedbackFilter): Promise<string> {
  const conditions = `organisation_id = $1 AND ($2::uuid IS NULL OR channel_id = $2) AND ($3::text IS NULL OR kind = $3)
    AND ($4::date IS NULL OR received_at >= $4::date) AND ($5::date IS NULL OR received_at < $5::date + 1)`;
  const values = [
    organisationId,
    filter.channelId ?? null,
    filter.kind ?? null,
    filter.receivedFrom ?? null,
    filter.receivedTo ?? null,
  ];
  await client.query(`BEGIN; SET LOCAL app.organisation = '${organisationId}'`);
  const { rows } = await client.query<{ received_at: Date; id: string }>(
    `SELECT received_at, id FROM feedback_item WHERE ${conditions} ORDER BY received_at DESC, id DESC
     OFFSET (SELECT count(*) / 2 FROM feedback_item WHERE ${conditions}) LIMIT 1`,
    values,
  );
  await client.query("COMMIT");
  const [row] = rows;
  if (row === undefined) throw new Error("No item matches the bench's filter.");
  return writeCursor({ receivedAt: row.received_at, id: row.id });
}
