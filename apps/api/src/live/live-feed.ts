import { randomUUID } from "node:crypto";

import type { Database } from "@kuultu/database/organisation-transaction";
import { openSession } from "@kuultu/database/session";
import type { Session } from "@kuultu/database/session";

import { ChangeLog } from "#live/change-log";
import type { Joined } from "#live/change-log";
import { lookUpItems } from "#live/changed-items";
import type { Changes } from "#live/changed-items";
import { Listener } from "#live/listener";
import { changeChannel, readNotice } from "#live/live-notice";
import { type ChangedPlace, Presence } from "#live/presence";

const firstRetryMs = 100;
const longestRetryMs = 5000;
const sweepEveryMs = 5000;
/** Streams of one person at once, in an organisation; with one more the oldest ends. */
const mostStreams = 50;
/** What a screen shows when it comes first may have been read this long before it began to listen. */
const arrivingMs = 30_000;

export interface LiveFeedParts {
  readonly url: string;
  readonly database: Database;
  readonly clock: () => Date;
  readonly reportError: (error: unknown, id: string, where: string) => void;
}

interface Organisation {
  log: ChangeLog;
  readonly listeners: Set<Listener>;
  /** Up to here the listeners have been told. */
  told: number;
  telling: boolean;
}

/**
 * One listening connection of the process, handed on to everybody who listens. PostgreSQL tells of changes in the order of their
 * commits, so a position in that order is all that a screen needs to go on after a break (docs/decisions/0014).
 */
export class LiveFeed {
  readonly presence = new Presence();
  readonly #parts: LiveFeedParts;
  readonly #organisations = new Map<string, Organisation>();
  /**
   * Names one unbroken hearing: after a break of the connection positions begin anew under another name. Each organisation counts
   * its own: from a common count one would read how busy the others are.
   */
  #hearing = randomUUID();
  #hearingSince = 0;
  #starting: Promise<void> | undefined;
  #session: Session | undefined;
  #timer: NodeJS.Timeout | undefined;
  #sweeping: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(parts: LiveFeedParts) {
    this.#parts = parts;
  }

  /** Begins to listen, once. Whoever awaits it hears every change that is committed afterwards. */
  start(): Promise<void> {
    this.#starting ??= this.#connect().catch((error: unknown) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  /**
   * A screen of a person listens from `lastEventId` on. What it missed comes first, where that is known; else it is told that everything may
   * have changed. Call `start` before, and `leave` afterwards.
   */
  join(organisationId: string, staffId: string, lastEventId: string): Listener {
    const organisation = this.#organisation(organisationId);
    if (!organisation.telling) organisation.told = organisation.log.newest;
    const own = [...organisation.listeners].filter((each) => each.staffId === staffId);
    if (own.length >= mostStreams && own[0] !== undefined) this.leave(organisationId, own[0]);
    const listener = new Listener(staffId);
    organisation.listeners.add(listener);
    void this.#catchUp(organisationId, organisation, listener, this.#missedSince(organisation, lastEventId));
    return listener;
  }

  leave(organisationId: string, listener: Listener): void {
    listener.end();
    this.#organisation(organisationId).listeners.delete(listener);
  }

  /** Ends every stream; who comes back is welcome. */
  endStreams(): void {
    for (const { listeners } of this.#organisations.values()) for (const listener of listeners) listener.end();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#sweeping);
    this.endStreams();
    await this.#starting?.catch(() => undefined);
    await this.#session?.close();
  }

  async #connect(): Promise<void> {
    const session = await openSession(this.#parts.url, {
      channel: changeChannel,
      onNotice: (payload) => this.#hear(payload),
      onLost: () => this.#reconnect(firstRetryMs),
    });
    this.#session = session;
    this.#hearingSince = performance.now();
    if (this.#closed) await session.close();
    this.#sweeping ??= setInterval(() => this.sweep(), sweepEveryMs).unref();
  }

  /** What happened while nobody listened is not known: whoever is here learns that, once listening has begun again. */
  #reconnect(afterMs: number): void {
    this.#session = undefined;
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#connect().then(
        () => this.#beginAnew(),
        () => this.#reconnect(Math.min(longestRetryMs, afterMs * 2)),
      );
    }, afterMs).unref();
  }

  #beginAnew(): void {
    this.#hearing = randomUUID();
    for (const organisation of this.#organisations.values()) {
      organisation.log = new ChangeLog(0);
      organisation.told = 0;
      for (const listener of organisation.listeners) listener.hear({ id: this.#id(0), changes: "everything" });
    }
  }

  #hear(payload: string): void {
    const notice = readNotice(payload);
    if (notice === null) return;
    if (notice.what === "presence") {
      this.#tellPresence(this.presence.hear(notice, this.#parts.clock().getTime()));
      return;
    }
    const organisation = this.#organisation(notice.organisationId);
    organisation.log.add(organisation.log.newest + 1, notice, performance.now());
    if (!organisation.telling) void this.#tell(notice.organisationId, organisation);
  }

  /** Tells the listeners in order; what is heard while the database answers is told together afterwards. */
  async #tell(organisationId: string, organisation: Organisation): Promise<void> {
    organisation.telling = true;
    while (organisation.told < organisation.log.newest && organisation.listeners.size > 0) {
      const { log } = organisation;
      const upTo = log.newest;
      const id = this.#id(upTo);
      const changes = await this.#lookUp(organisationId, log.after(organisation.told));
      // Listening began anew meanwhile: everybody has been told that everything may have changed.
      if (log !== organisation.log) continue;
      organisation.told = upTo;
      for (const listener of organisation.listeners) listener.hear({ id, changes });
    }
    organisation.telling = false;
  }

  #missedSince({ log }: Organisation, lastEventId: string): Joined | null {
    const arriving = performance.now() - arrivingMs;
    if (lastEventId === "") return this.#hearingSince > arriving ? null : log.after(log.positionBefore(arriving));
    const [hearing, position] = lastEventId.split(".");
    return hearing === this.#hearing ? log.after(Number(position)) : null;
  }

  async #catchUp(organisationId: string, { log }: Organisation, listener: Listener, missed: Joined | null) {
    const id = this.#id(log.newest);
    listener.begin({ id, changes: await this.#lookUp(organisationId, missed) });
  }

  async #lookUp(organisationId: string, joined: Joined | null): Promise<Changes | "everything"> {
    if (joined === null) return "everything";
    const { ids, hidden, many, subjects } = joined;
    try {
      const items = ids.length === 0 ? [] : await lookUpItems(this.#parts.database, organisationId, ids);
      // An item that is there no more has nobody to whom it could be named.
      return { items, hidden, many: many || items.length < ids.length, subjects };
    } catch (error) {
      this.#parts.reportError(error, randomUUID(), "live");
      return { items: [], hidden, many: true, subjects };
    }
  }

  /** Forgets screens that have not been heard of for long. */
  sweep(): void {
    this.#tellPresence(this.presence.sweep(this.#parts.clock().getTime()));
  }

  #tellPresence(places: readonly ChangedPlace[]): void {
    for (const place of places) {
      for (const listener of this.#organisation(place.organisationId).listeners) listener.look(place.itemId);
    }
  }

  #organisation(id: string): Organisation {
    const found = this.#organisations.get(id);
    if (found !== undefined) return found;
    const made: Organisation = {
      log: new ChangeLog(0),
      listeners: new Set(),
      told: 0,
      telling: false,
    };
    this.#organisations.set(id, made);
    return made;
  }

  #id(position: number): string {
    return `${this.#hearing}.${position}`;
  }
}
