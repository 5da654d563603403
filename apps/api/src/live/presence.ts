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

/** Screens of one person that are kept; of more the one that was heard of longest ago is forgotten. */
const mostScreens = 50;

/** Which screens have which item open, in memory: every process hears the same notices and so knows the same. */
export class Presence {
  /** By person of an organisation, then by screen: an id that a screen makes up says nothing of anybody else's. */
  readonly #people = new Map<string, Map<string, Place>>();

  /** Takes a notice in; the items at which something is to be told now. */
  hear(notice: PresenceNotice, now: number): ChangedPlace[] {
    const { screenId, organisationId, staffId, itemId, writing } = notice;
    const person = `${organisationId} ${staffId}`;
    const screens = this.#people.get(person) ?? new Map<string, Place>();
    const before = screens.get(screenId);
    screens.delete(screenId);
    if (itemId !== null) screens.set(screenId, { organisationId, staffId, itemId, writing, seenAt: now });
    const [oldest] = screens;
    const forgotten = screens.size > mostScreens && oldest !== undefined ? [oldest[1]] : [];
    if (forgotten.length > 0 && oldest !== undefined) screens.delete(oldest[0]);
    if (screens.size > 0) this.#people.set(person, screens);
    else this.#people.delete(person);
    if (before?.itemId === itemId && before?.writing === writing) return [];
    return [
      ...forgotten,
      ...(before === undefined || before.itemId === itemId ? [] : [before]),
      ...(itemId === null ? [] : [{ organisationId, itemId }]),
    ];
  }

  /** Forgets screens that have not been heard of for long; the items that they had open. */
  sweep(now: number): ChangedPlace[] {
    const gone: ChangedPlace[] = [];
    for (const [person, screens] of this.#people) {
      for (const [screenId, place] of screens) {
        if (now - place.seenAt <= presenceForgottenMs) continue;
        screens.delete(screenId);
        gone.push(place);
      }
      if (screens.size === 0) this.#people.delete(person);
    }
    return gone;
  }

  /** The item that somebody's screen has open. */
  itemOf(organisationId: string, staffId: string, screenId: string): string | undefined {
    return this.#people.get(`${organisationId} ${staffId}`)?.get(screenId)?.itemId;
  }

  /** Who has an item open, each once; whether they write on any of their screens. */
  at({ organisationId, itemId }: ChangedPlace): Map<string, boolean> {
    const people = new Map<string, boolean>();
    for (const screens of this.#people.values()) {
      for (const place of screens.values()) {
        if (place.organisationId !== organisationId || place.itemId !== itemId) continue;
        people.set(place.staffId, place.writing || people.get(place.staffId) === true);
      }
    }
    return people;
  }

  clear(): void {
    this.#people.clear();
  }
}
