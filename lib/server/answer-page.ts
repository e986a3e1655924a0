import type { ServerResponse } from "node:http";
import { setTimeout as later } from "node:timers/promises";
import type { DatabaseGate } from "@/lib/http/database-gate.ts";
import { AppError } from "@/lib/services/app-error.ts";

/** How long a page may still render its own error after the database became unavailable. */
export const PAGE_PATIENCE_MS = 2_000;

/**
 * Waits until a page is rendered, and ends the response if that will never happen. A database that refuses connections
 * sends an error, which the page shows; a database that hangs sends nothing, and the browser would stay empty. A partly
 * sent page is aborted, and the browser shows its own error.
 * @throws any error of rendering
 */
export async function answerPage(
  draw: () => Promise<void>,
  reply: ServerResponse,
  { databaseGate, patienceMilliseconds }: { databaseGate: DatabaseGate; patienceMilliseconds: number },
): Promise<void> {
  const drawn = draw();
  try {
    await databaseGate.guard(() => drawn);
    return;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "database-away")) throw error;
  }
  const isDrawn = await Promise.race([
    drawn.then(() => true),
    later(patienceMilliseconds, false, { ref: false }),
  ]);
  if (isDrawn || reply.writableEnded) return;
  // If the page continues once the database responds again, its response has already ended.
  drawn.catch(() => undefined);
  reply.on("error", () => undefined);
  if (reply.headersSent) {
    reply.destroy();
    return;
  }
  const type = { "content-type": "text/html; charset=utf-8" };
  reply.writeHead(503, { ...type, "cache-control": "no-store", "retry-after": "5" }).end(AWAY);
}

/** Contains no script or stylesheet: other requests might not be answered now. */
const AWAY = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="5">
<title>The database does not respond · Innkeeper</title>
</head>
<body style="display: grid; min-height: 90vh; place-content: center; padding: 0 16px; font: 14px/20px system-ui, sans-serif">
<main>
<h1 style="font-size: 20px; line-height: 28px">The database does not respond</h1>
<p>Innkeeper is running and waiting for the database. This page reloads every five seconds.</p>
<p>No data is lost: agents keep reports they could not deliver and send them later.</p>
</main>
</body>
</html>
`;
