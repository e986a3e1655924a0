import { useSyncExternalStore } from "react";

/** The address of this server for host commands. Only the browser knows it. */
export function useServerOrigin(): string {
  return useSyncExternalStore(subscribeNever, readOrigin, readNoOrigin);
}

function subscribeNever() {
  return () => undefined;
}

function readOrigin(): string {
  return window.location.origin;
}

function readNoOrigin(): string {
  return "http://127.0.0.1:3000";
}
