import type { Command } from "commander";

import {
  type FeedbackPageInput,
  feedbackFilterSchema,
  feedbackOrderSchema,
} from "@kuultu/domain/feedback/feedback-filter";

import { listFeedback } from "#feedback/feedback-list-queries";
import { type CommandLineContext, UsageProblem } from "#trpc/command-line";

interface ListOptions extends Readonly<Record<string, unknown>> {
  readonly organisation: string;
  readonly order: string;
  readonly limit?: string;
}

const pageSize = 200;

/** `feedback list`: items as JSON lines, narrowed by the same filters as on the screen. */
export function registerFeedback(program: Command, context: CommandLineContext): void {
  const list = program.command("feedback").description("what people have written").command("list");
  list
    .description("items as JSON lines, newest first")
    .requiredOption("--organisation <slug>", "whose")
    .option("--order <order>", feedbackOrderSchema.options.join(" or "), "newest")
    .option("--limit <n>", "how many at most; all where left out");
  for (const name of Object.keys(feedbackFilterSchema.shape)) {
    const flag = `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
    list.option(name === "pastTarget" || name === "undelivered" ? flag : `${flag} <value>`, `filter by ${name}`);
  }
  list.action((options: ListOptions) => {
    const input = { filter: readFilter(options), order: readOrder(options.order) };
    const limit = options.limit === undefined ? Number.POSITIVE_INFINITY : Number(options.limit);
    if (!(limit >= 1)) throw new UsageProblem(`--limit must be a number of 1 or more, not "${options.limit}".`);
    return context.inOrganisation(options.organisation, async (scope) => {
      let left = limit;
      let cursor: string | null = null;
      do {
        const page: FeedbackPageInput = { ...input, cursor, limit: Math.min(pageSize, left) };
        const { rows, nextCursor } = await listFeedback(scope, page);
        for (const row of rows) context.print(JSON.stringify(row));
        left -= rows.length;
        cursor = nextCursor;
      } while (cursor !== null && left > 0);
      return 0;
    });
  });
}

function readFilter(options: ListOptions) {
  const filter = feedbackFilterSchema.safeParse(options);
  if (filter.success) return filter.data;
  const [issue] = filter.error.issues;
  throw new UsageProblem(
    `The filter ${String(issue?.path[0])} cannot be "${String(options[String(issue?.path[0])])}".`,
  );
}

function readOrder(order: string): FeedbackPageInput["order"] {
  const read = feedbackOrderSchema.safeParse(order);
  if (read.success) return read.data;
  throw new UsageProblem(`--order is ${feedbackOrderSchema.options.join(" or ")}, not "${order}".`);
}
