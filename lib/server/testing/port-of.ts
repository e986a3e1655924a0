import type { Server } from "node:net";

/** The port assigned to a test server. */
export function portOf(address: ReturnType<Server["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address.port;
}
