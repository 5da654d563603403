import { once } from "node:events";
import { createServer } from "node:net";

/** Throws the system's EADDRINUSE (or EACCES) where nothing could listen there: asked before the long way to a database. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, "listening");
  probe.close();
  await once(probe, "close");
}
