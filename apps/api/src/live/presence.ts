import { presenceForgottenMs } from "@kuultu/domain/live/live-view";

import type { PresenceNotice } from "#live/live-notice";

interface Place {
  readonly organisationId: string;
  readonly staffId: string;
  readonly itemId: string;
  readonly writing: boolean;
  readonly seenAt: number;
}

/** An item at which somebody came, went, or began or ceased to write. */
export interface ChangedPlace {
  readonly organisationId: string;
  readonly itemId: string;
}

/** Which screens have which item open, in memory: every process hears the same notices and so knows the same. */
export class Presence {
  readonly #screens = new Map<string, Place>();

  /** Takes a notice in; the items at which something is to be told now. */
  hear(notice: PresenceNotice, now: number): ChangedPlace[] {
    const { screenId, organisationId, staffId, itemId, writing } = notice;
    const before = this.#screens.get(screenId);
    if (itemId === null) this.#screens.delete(screenId);
    else this.#screens.set(screenId, { organisationId, staffId, itemId, writing, seenAt: now });
    if (before?.itemId === itemId && before?.writing === writing) return [];
    return [
      ...(before === undefined || before.itemId === itemId ? [] : [before]),
      ...(itemId === null ? [] : [{ organisationId, itemId }]),
    ];
  }

  /** Forgets screens that have not been heard of for long; the items that they had open. */
  sweep(now: number): ChangedPlace[] {
    const gone = [...this.#screens].filter(([, place]) => now - place.seenAt > presenceForgottenMs);
    for (const [screenId] of gone) this.#screens.delete(screenId);
    return gone.map(([, place]) => place);
  }

  /** The item that somebody's screen has open. */
  itemOf(organisationId: string, staffId: string, screenId: string): string | undefined {
    const place = this.#screens.get(screenId);
    return place?.organisationId === organisationId && place.staffId === staffId ? place.itemId : undefined;
  }

  /** Who has an item open, each once; whether they write on any of their screens. */
  at({ organisationId, itemId }: ChangedPlace): Map<string, boolean> {
    const people = new Map<string, boolean>();
    for (const place of this.#screens.values()) {
      if (place.organisationId !== organisationId || place.itemId !== itemId) continue;
      people.set(place.staffId, place.writing || people.get(place.staffId) === true);
    }
    return people;
  }

  clear(): void {
    this.#screens.clear();
  }
}
