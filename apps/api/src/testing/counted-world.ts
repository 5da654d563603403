import { v7 as uuidv7 } from "uuid";

import { dayIn } from "@kuultu/domain/day";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { feedbackKinds, feedbackSources, feedbackStatuses, isOpen } from "@kuultu/domain/feedback/triage-status";

import type { ItemFacets } from "#feedback/counts/item-facets";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import { lockItems, writeItem } from "#feedback/triaged-item";
import { type Dice, dice, pick } from "#testing/dice";
import { makeFacetValue, makeItems, makeRound, makeTheme } from "#testing/makers";
import type { Scope } from "#trpc/scope";

/** An item as its row tells it. */
export interface Told extends ItemFacets {
  readonly receivedOn: string;
  readonly triageDueOn: string;
  /** Milliseconds since 1970; null while open. */
  readonly processedAt: number | null;
  readonly body: string;
}

/** Items with every facet drawn by chance, and filters that find some of them. */
export interface CountedWorld {
  readonly items: readonly Told[];
  readonly today: string;
  readonly serviceIds: readonly string[];
  readonly siteIds: readonly string[];
  randomFilter(throwDice: Dice): FeedbackFilter;
}

const bodies = [
  "Odotin jonossa tunnin.",
  "Kiitos, palvelu oli nopeaa.",
  "Puhelin ei vastannut.",
  "Jonossa oli mukavaa.",
] as const;
const reasons = ["whistleblowing", "question", "other_authority"] as const;

export async function makeCountedWorld(home: Scope, seed: number, count = 150): Promise<CountedWorld> {
  const throwDice = dice(seed);
  const two = async (make: () => Promise<string>) => [await make(), await make()] as const;
  const [channels, services] = [
    await two(() => makeFacetValue(home, "channel")),
    await two(() => makeFacetValue(home, "service")),
  ];
  const [sites, groups] = [
    await two(() => makeFacetValue(home, "site")),
    await two(() => makeFacetValue(home, "customer_group")),
  ];
  const [rounds, themes] = [await two(() => makeRound(home)), await two(() => makeTheme(home))];
  const [people, teams] = [[uuidv7(), uuidv7()] as const, [uuidv7(), uuidv7()] as const];
  const some = (ids: readonly [string, string]) => pick(throwDice, [null, ...ids]);
  const itemIds = await makeItems(
    home,
    Array.from({ length: count }, () => ({
      kind: pick(throwDice, feedbackKinds),
      source: pick(throwDice, feedbackSources),
      language: pick(throwDice, ["fi", "sv", "en"]),
      channelId: some(channels),
      serviceId: some(services),
      siteId: some(sites),
      customerGroupId: some(groups),
      roundId: some(rounds),
      body: pick(throwDice, bodies),
      receivedAt: new Date(home.now.getTime() - throwDice(30) * 86_400_000),
    })),
  );
  await home.transaction(async (tx) => {
    for (const item of await lockItems(tx, itemIds)) {
      const status = pick(throwDice, feedbackStatuses);
      const coded = themes.filter(() => throwDice(3) === 0);
      const deltas = await writeItem(tx, item, {
        status,
        statusReason: status === "routed" ? pick(throwDice, reasons) : null,
        assigneeId: some(people),
        teamId: some(teams),
        processedAt: isOpen(status) ? null : home.now.getTime() - throwDice(20 * 24) * 3_600_000,
        addCodings: coded.flatMap((themeId) =>
          Array.from({ length: 1 + throwDice(2) }, () => ({
            id: uuidv7(),
            themeId,
            wordsStart: null,
            wordsEnd: null,
            origin: "staff" as const,
            staffId: home.staff.id,
            madeAt: home.now.getTime(),
          })),
        ),
      });
      await applyFeedbackDeltas(tx, deltas);
    }
  });
  const items = await tellItems(home);
  const received = items.map(({ receivedOn }) => receivedOn);
  const oneOf = (values: readonly (string | null)[], draw: Dice) => values[draw(values.length)] ?? undefined;
  return {
    items,
    today: dayIn(home.now),
    serviceIds: services,
    siteIds: sites,
    randomFilter(draw) {
      const now = <Value>(often: number, value: () => Value) => (draw(often) === 0 ? value() : undefined);
      return {
        status: now(3, () => pick(draw, ["open", "processed", ...feedbackStatuses])),
        kind: now(5, () => pick(draw, feedbackKinds)),
        source: now(8, () => pick(draw, feedbackSources)),
        language: now(5, () => pick(draw, ["fi", "sv"])),
        channelId: now(5, () => pick(draw, channels)),
        serviceId: now(6, () => pick(draw, services)),
        siteId: now(6, () => pick(draw, sites)),
        customerGroupId: now(6, () => pick(draw, groups)),
        roundId: now(6, () => pick(draw, rounds)),
        themeId: now(5, () => pick(draw, themes)),
        assigneeId: now(6, () => pick(draw, ["nobody", ...people])),
        teamId: now(8, () => pick(draw, teams)),
        receivedFrom: now(10, () => oneOf(received, draw)),
        receivedTo: now(10, () => oneOf(received, draw)),
        pastTarget: now(10, () => true),
        search: now(10, () => pick(draw, ["jonossa", "kiitos"])),
      };
    },
  };
}

/** The items as their rows say, each with its themes. */
function tellItems(home: Scope): Promise<Told[]> {
  return home.transaction(async (tx) => {
    const { rows } = await tx.run<Omit<Told, "receivedOn"> & { receivedAt: Date }>(
      `SELECT i.round_id AS "roundId", i.status, i.status_reason AS "statusReason", i.kind, i.source, i.channel_id AS "channelId",
          i.service_id AS "serviceId", i.site_id AS "siteId", i.customer_group_id AS "customerGroupId", i.language,
          i.assignee_id AS "assigneeId", i.team_id AS "teamId", i.received_at AS "receivedAt", i.triage_due_on AS "triageDueOn",
          extract(epoch FROM i.processed_at)::float8 * 1000 AS "processedAt", t.body,
          array(SELECT DISTINCT c.theme_id FROM coding c WHERE c.item_id = i.id) AS "themeIds"
        FROM feedback_item i JOIN feedback_text t ON t.item_id = i.id`,
      [],
    );
    return rows.map(({ receivedAt, ...row }) => ({ ...row, receivedOn: dayIn(receivedAt) }));
  });
}
