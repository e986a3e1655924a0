/** What the browser knows of its line to the server. Ages and the "no contact" strip are drawn from it. */
export interface Contact {
  isLost: boolean;
  /** It said itself that it cannot work now, as it does while its database is away. */
  isServerThere: boolean;
  /** When the server last answered anything, in ms of the browser's clock; `null` before the first question. */
  answeredAt: number | null;
  /** Failures in a row. */
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

/** On the server, and while a page hydrates, nothing has been tried yet. */
export function readUntriedContact(): Contact {
  return UNTRIED;
}

export function subscribeContact(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server answered, be it with a refusal. */
export function noteAnswer(): void {
  contact = { isLost: false, isServerThere: true, answeredAt: Date.now(), failures: 0 };
  tell();
}

/** Nothing came back, or the server said that it cannot work now. */
export function noteSilence(isServerThere: boolean): void {
  contact = {
    isLost: true,
    isServerThere,
    // The page itself was the last answer, where none has come since.
    answeredAt: contact.answeredAt ?? performance.timeOrigin,
    failures: contact.failures + 1,
  };
  tell();
}

/** When to ask again: every 10 s while all is well, after 2, 5, 10 and then every 15 s while the server is away. */
export function nextPollMs(): number {
  if (!contact.isLost) return POLL_MS;
  return RETRY_AFTER_MS[contact.failures - 1] ?? RETRY_LATER_MS;
}

function tell(): void {
  for (const listener of listeners) listener();
}
