/** The browser's connection to the server. Ages and the "no connection" strip are based on it. */
export interface Contact {
  isLost: boolean;
  /** The server reported itself unavailable, as it does without its database. */
  isServerThere: boolean;
  /** When the server last responded, in ms of the browser's clock; `null` before the first request. */
  answeredAt: number | null;
  /** Consecutive failures. */
  failures: number;
}

const RETRY_AFTER_MS = [2000, 5000, 10_000] as const;
const RETRY_LATER_MS = 15_000;
const POLL_MS = 10_000;

let contact: Contact = { isLost: false, isServerThere: true, answeredAt: null, failures: 0 };
const listeners = new Set<() => void>();

export function readContact(): Contact {
  return contact;
}

const UNTRIED: Contact = contact;

/** On the server, and while a page hydrates, no request has been made yet. */
export function readUntriedContact(): Contact {
  return UNTRIED;
}

export function subscribeContact(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server responded, even if with a refusal. */
export function noteAnswer(): void {
  contact = { isLost: false, isServerThere: true, answeredAt: Date.now(), failures: 0 };
  tell();
}

/** No response, or the server reported itself unavailable. */
export function noteSilence(isServerThere: boolean): void {
  contact = {
    isLost: true,
    isServerThere,
    // The page itself was the last response, if there has been none since.
    answeredAt: contact.answeredAt ?? performance.timeOrigin,
    failures: contact.failures + 1,
  };
  tell();
}

/** When to request again: every 10 s normally, after 2, 5, 10 and then every 15 s while the server is unavailable. */
export function nextPollMs(): number {
  if (!contact.isLost) return POLL_MS;
  return RETRY_AFTER_MS[contact.failures - 1] ?? RETRY_LATER_MS;
}

function tell(): void {
  for (const listener of listeners) listener();
}
