import type { Readable } from "node:stream";

import type { FastifyInstance } from "fastify";

import { HttpRefusal } from "#http/problem";
import { requestScope } from "#http/request-scope";
import { receiveUpload } from "#intake/intake-commands";
import { largestUpload } from "#intake/upload-store";

/** `POST /api/intake/files?name=…`: the raw bytes of a file, streamed to the encrypted store; answers an UploadView. */
export function registerUploadRoute(app: FastifyInstance): void {
  void app.register(async (own) => {
    // Whatever a browser takes the file for, its bytes come through unread.
    own.removeAllContentTypeParsers();
    own.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    own.post<{ Querystring: { name?: string }; Body: Readable | undefined }>(
      "/api/intake/files",
      { bodyLimit: largestUpload + 1024 },
      async (request, reply) => {
        const scope = await requestScope(request, "intake.run");
        if (request.body === undefined) throw new HttpRefusal(400, "bad-request", "Send the file as the body");
        const upload = await receiveUpload(scope, request.query.name ?? "file", request.body).catch(
          (error: unknown) => {
            // Whoever sent it went away: nothing of ours went wrong.
            const gone = error instanceof Error && "code" in error && error.code === "ECONNRESET";
            throw gone ? new HttpRefusal(400, "cut-off", "The file was cut off") : error;
          },
        );
        return reply.status(201).send(upload);
      },
    );
  });
}
