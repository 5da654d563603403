import { addWorkingDays } from "@kuultu/domain/calendar";
import { dayIn } from "@kuultu/domain/day";
import { maskPersonalData } from "@kuultu/domain/feedback/personal-data";

import { markDuplicate } from "#feedback/duplicates/duplicate-commands";
import { codeItem, finishItem, rejectItem, routeItem, setNoTheme } from "#feedback/feedback-commands";
import { originalText, receiveFeedback } from "#feedback/receive-feedback";
import type { NewFeedback } from "#feedback/receive-feedback";
import { newStep, recordChange } from "#history/record-change";

import { seededId } from "./demo-agency.ts";
import type { DemoAgency, FacetIds } from "./demo-agency.ts";
import type { DemoItem } from "./permit-agency-items.ts";
import type { DemoChannel, DemoService } from "./permit-agency-facets.ts";
import { SeededRandom } from "./seeded-random.ts";
import type { DemoTheme } from "./verbatim.ts";

export interface FacetsOfItems {
  readonly services: FacetIds<DemoService>;
  readonly groups: FacetIds<DemoService>;
  readonly channels: FacetIds<DemoChannel>;
}

/** Takes the items in, masked like everything that comes in; returns their ids in the same order. */
export async function takeIn(
  agency: DemoAgency,
  items: readonly DemoItem[],
  facets: FacetsOfItems,
  round: { id: string; receivedOn: string } | null,
  seed: number,
): Promise<string[]> {
  const random = new SeededRandom(seed);
  const scope = agency.as("analyst", round === null ? "2021-12-08T06:00:00Z" : `${round.receivedOn}T06:00:00Z`);
  const rows = items.map((item): NewFeedback => {
    const body = maskPersonalData(item.text);
    return {
      id: seededId(random, item.at),
      receivedAt: new Date(item.at),
      kind: item.kind,
      source: item.source,
      language: item.language,
      serviceId: facets.services(item.service),
      siteId: null,
      channelId: facets.channels(item.channel),
      customerGroupId: item.responseId === null ? null : facets.groups(item.service),
      roundId: round?.id ?? null,
      responseId: item.responseId,
      importId: null,
      replyExpected: item.replyExpected,
      title: item.title,
      body: body.text,
      masks: body.masks,
      titleMasks: [],
      original: body.masks.length === 0 ? null : scope.cipher.encrypt(originalText(item.title, item.text)),
    };
  });
  await receiveFeedback(agency.tx, scope, rows);
  if (round !== null) {
    const entry = {
      subject: "round",
      subjectId: round.id,
      change: "feedback.received",
      values: { items: [null, rows.length] },
    } as const;
    await recordChange(agency.tx, scope, newStep(), [entry]);
  }
  return rows.map((row) => row.id);
}

/** When each item was triaged: as many a day as one person does, on working days from the given one, and never after the last moment. */
function triageTimes(count: number, firstDay: string, perDay: number, last: string): number[] {
  return Array.from({ length: count }, (_, index) => {
    const day = addWorkingDays(firstDay, Math.floor(index / perDay));
    const minutes = (index % perDay) * Math.floor(400 / perDay);
    return Math.min(Date.parse(`${day}T06:05:00Z`) + minutes * 60_000, Date.parse(last) - (count - index) * 60_000);
  });
}

/** Does with the items what their story says, in the order in which they came. */
export async function triage(
  agency: DemoAgency,
  items: readonly DemoItem[],
  ids: readonly string[],
  themes: ReadonlyMap<DemoTheme, string>,
  pace: { readonly firstDay: string; readonly perDay: number; readonly last: string },
): Promise<void> {
  const inOrder = items
    .map((item, index) => ({ item, id: ids[index] ?? "" }))
    .filter(({ item }) => item.fate.step !== "open" || item.fate.begun.length > 0)
    .toSorted((a, b) => a.item.at - b.item.at);
  const times = triageTimes(inOrder.length, pace.firstDay, pace.perDay, pace.last);
  for (const [index, { item, id }] of inOrder.entries()) {
    const soonest = Date.parse(`${addWorkingDays(dayIn(new Date(item.at)), 1)}T06:10:00Z`);
    const at = Math.min(
      Math.max(times[index] ?? 0, soonest),
      Date.parse(pace.last) - (inOrder.length - index) * 60_000,
    );
    await triageOne(
      agency,
      item,
      id,
      ids,
      themes,
      index % 3 === 0 ? "everything" : "triager",
      Math.max(at, item.at + 60_000),
    );
  }
}

async function triageOne(
  agency: DemoAgency,
  item: DemoItem,
  itemId: string,
  ids: readonly string[],
  themes: ReadonlyMap<DemoTheme, string>,
  person: string,
  at: number,
): Promise<void> {
  let version = 1;
  const here = () => ({ itemId, version });
  const as = () => agency.as(person, new Date(at + (version - 1) * 9_000));
  const code = async (theme: DemoTheme, words: readonly [number, number] | null) => {
    const bound = words === null ? null : { start: words[0], end: words[1] };
    const coded = await codeItem(as(), { ...here(), themeId: themes.get(theme) ?? "", words: bound });
    version = coded.item.version;
  };
  const { fate } = item;
  if (fate.step === "categorised") {
    for (const { theme, words } of fate.themes) await code(theme, words);
    await finishItem(as(), here());
  } else if (fate.step === "no-theme") {
    version = (await setNoTheme(as(), { ...here(), reason: fate.reason })).item.version;
    await finishItem(as(), here());
  } else if (fate.step === "routed") {
    await routeItem(as(), { ...here(), routingClass: fate.to });
  } else if (fate.step === "duplicate") {
    await markDuplicate(as(), { ...here(), duplicateOfId: ids[fate.of] ?? "" });
  } else if (fate.step === "rejected") {
    await rejectItem(as(), { ...here(), reason: fate.reason });
  } else {
    for (const { theme, words } of fate.begun) await code(theme, words);
  }
}
