import type { Page } from "playwright-core";

/** What takes longer than this never comes. */
const patienceMs = 60_000;

/** Counts the decisions of the page that the server answers from now on; `until` resolves when there are as many. */
export function watchAnswers(page: Page): { readonly until: (count: number) => Promise<void> } {
  let answered = 0;
  let waiting: { readonly count: number; readonly resolve: () => void } | undefined;
  page.on("response", (response) => {
    const calls = new URL(response.url()).pathname.replace("/trpc/", "").split(",");
    answered += calls.filter((call) => call === "feedback.done").length;
    if (waiting !== undefined && answered >= waiting.count) waiting.resolve();
  });
  return {
    until: (count) =>
      new Promise((resolve, reject) => {
        if (answered >= count) return resolve();
        const given = setTimeout(
          () => reject(new Error(`Only ${answered} of ${count} decisions were answered.`)),
          patienceMs,
        );
        waiting = {
          count,
          resolve: () => {
            clearTimeout(given);
            resolve();
          },
        };
      }),
  };
}
