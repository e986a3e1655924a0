/** One error in a body: its path, such as `vms[3].adapters[0].macAddress` (empty for the whole body), and a message. */
export interface WireError {
  path: string;
  message: string;
}

export const MAX_WIRE_ERRORS = 50;

const PLAIN_KEY = /^[A-Za-z_$][\w$]{0,63}$/;
const MAX_SHOWN_KEY = 64;

/** Keys of an open dictionary come from guests: they are shown as printable ASCII, HTML-safe, and truncated. */
function quoteKey(key: string): string {
  const shown = key.length > MAX_SHOWN_KEY ? `${key.slice(0, MAX_SHOWN_KEY)}...` : key;
  const escaped = JSON.stringify(shown).replace(
    /[^ -~]|[<>&']/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `[${escaped}]`;
}

/** Adds one step to a path: an index as `[3]`, a key as `.name`, any other key as `["…"]`. */
export function joinPath(path: string, step: string | number): string {
  if (typeof step === "number") return `${path}[${step}]`;
  if (!PLAIN_KEY.test(step)) return path + quoteKey(step);
  return path === "" ? step : `${path}.${step}`;
}
