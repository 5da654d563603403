import { PassThrough } from "node:stream";

import { createTransport } from "nodemailer";
import { z } from "zod";

import type { AnswerFailure } from "@kuultu/domain/feedback/answer";

export interface Mail {
  /** Names this message for good: tried again, it keeps it, and a mail server that had it already may tell. */
  readonly id: string;
  readonly to: { readonly name: string | null; readonly email: string };
  readonly senderName: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
}

/** Hands a message over to the mail server: null where it took it, else why it did not. Never throws. */
export interface Mailer {
  send(mail: Mail): Promise<AnswerFailure | null>;
}

const patienceMs = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 15_000 };

/** A mail server by its address (smtp: or smtps:), STARTTLS where it offers it; `from`: the address that answers come from. */
export function smtpMailer({ smtpUrl, from }: { readonly smtpUrl: string; readonly from: string }): Mailer {
  return {
    async send({ id, to, senderName, language, subject, body }) {
      const transport = createTransport({ url: smtpUrl, ...patienceMs });
      let handedOver = false;
      transport.use("stream", (message, done) => {
        const passing = new PassThrough();
        passing.on("end", () => (handedOver = true));
        message.message.transform(passing);
        done();
      });
      try {
        await transport.sendMail({
          from: { name: senderName, address: from },
          to: { name: to.name ?? "", address: to.email },
          subject,
          text: body,
          messageId: `<${id}@${from.slice(from.lastIndexOf("@") + 1)}>`,
          headers: { "Content-Language": language },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return null;
      } catch (error) {
        return failureOf(error, handedOver);
      } finally {
        transport.close();
      }
    },
  };
}

const smtpErrorSchema = z.object({
  code: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
});

/** `handedOver`: the whole message had gone out; without a reply to it nobody knows whether it was taken. */
function failureOf(error: unknown, handedOver: boolean): AnswerFailure {
  const { code, responseCode, command = "" } = smtpErrorSchema.parse(error);
  if (responseCode === undefined) {
    if (handedOver) return "interrupted";
    if (code === "EENVELOPE") return "address-refused";
    return code === "EAUTH" ? "sender-refused" : "server-away";
  }
  if (responseCode < 500) return "not-now";
  if (command.startsWith("RCPT")) return "address-refused";
  return command === "DATA" ? "message-refused" : "sender-refused";
}
