import type { IncomingMessage } from "node:http";
import { BodyLost } from "@/lib/http/body-lost.ts";

const nothing = () => {};

/**
 * The body of a message as a web stream with backpressure. Cancelling the stream keeps the connection open, unlike Node's
 * own adapter, which closes it: a client that sends too much still receives the error response.
 */
export function toBodyStream(message: IncomingMessage): ReadableStream<Uint8Array> {
  let detach = nothing;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const onData = (chunk: Uint8Array) => {
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) message.pause();
        };
        const onEnd = () => {
          detach();
          controller.close();
        };
        const onBroken = () => {
          detach();
          controller.error(new BodyLost());
        };
        detach = () => {
          message.off("data", onData).off("end", onEnd).off("aborted", onBroken).off("error", onBroken);
          message.on("error", ignore);
        };
        message.on("data", onData).once("end", onEnd).once("aborted", onBroken).once("error", onBroken);
        message.pause();
      },
      pull() {
        message.resume();
      },
      cancel() {
        detach();
        message.pause();
      },
    },
    { highWaterMark: 1 },
  );
}

function ignore(): void {
  // A connection that breaks after the stream has ended is not an error.
}
