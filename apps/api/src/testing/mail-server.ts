import { createServer } from "node:net";
import { text } from "node:stream/consumers";

import { SMTPServer } from "smtp-server";

/** A message as a mail server took it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came over the wire. */
  readonly source: string;
}

/** How the server answers: a code for a recipient or for the whole message; nothing: it takes it. `cut`: it hangs up instead. */
export interface MailRules {
  recipient?: (address: string) => number | undefined;
  message?: () => number | "cut" | undefined;
}

/** A real mail server on the loopback, on a port of its own. */
export interface MailServer {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  rules: MailRules;
  stop(): Promise<void>;
}

function refusal(code: number): Error {
  return Object.assign(new Error("said the test"), { responseCode: code });
}

/** Starts one; `port`: the one that `freePort` gave before, for a server that was away. */
export async function startMailServer(
  options: { readonly port?: number; readonly plainAddressesOnly?: boolean } = {},
): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const mail = { rules: {} as MailRules };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    hideSMTPUTF8: options.plainAddressesOnly === true,
    onRcptTo({ address }, _session, done) {
      const code = mail.rules.recipient?.(address);
      done(code === undefined ? null : refusal(code));
    },
    onData(stream, session, done) {
      void text(stream).then((source) => {
        const code = mail.rules.message?.();
        if (code === "cut") return [...server.connections].forEach((connection: unknown) => hangUp(connection));
        if (code !== undefined) return done(refusal(code));
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source,
        });
        done();
      });
    },
  });
  server.on("error", () => undefined);
  const port = options.port ?? (await freePort());
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    get rules() {
      return mail.rules;
    },
    set rules(rules) {
      mail.rules = rules;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function hangUp(connection: unknown): void {
  if (typeof connection !== "object" || connection === null) return;
  const socket: unknown = Reflect.get(connection, "_socket");
  if (typeof socket === "object" && socket !== null) Reflect.apply(Reflect.get(socket, "destroy"), socket, []);
}

/** A port where nobody listens now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** The body of a message as its reader sees it, whichever way it was packed. */
export function bodyOf({ source }: TakenMail): string {
  const [head = "", ...rest] = source.split("\r\n\r\n");
  const packed = rest.join("\r\n\r\n");
  if (/^content-transfer-encoding: base64/imu.test(head)) return Buffer.from(packed, "base64").toString("utf8");
  if (!/^content-transfer-encoding: quoted-printable/imu.test(head)) return packed.trimEnd();
  const bytes = packed
    .replaceAll(/=\r\n/gu, "")
    .replaceAll(/=([0-9A-F]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").trimEnd();
}

/** A header of a message, unfolded and decoded. */
export function headerOf({ source }: TakenMail, name: string): string {
  const head = (source.split("\r\n\r\n")[0] ?? "").replaceAll(/\r\n[ \t]+/gu, " ");
  const value = new RegExp(`^${name}: (.*)$`, "imu").exec(head)?.[1] ?? "";
  return value
    .replaceAll(/\?= =\?/gu, "?==?")
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/giu, (_, way: string, word: string) =>
      way.toUpperCase() === "B"
        ? Buffer.from(word, "base64").toString("utf8")
        : Buffer.from(
            word
              .replaceAll("_", " ")
              .replaceAll(/=([0-9A-F]{2})/giu, (_whole, code: string) =>
                String.fromCharCode(Number.parseInt(code, 16)),
              ),
            "latin1",
          ).toString("utf8"),
    );
}
