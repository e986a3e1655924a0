const LONGEST = 200;

/**
 * The word by which VMs are filtered by guest OS: the beginning of its name, since the index of words takes no more
 * than about 2,700 bytes each and a guest may write a longer name.
 */
export function guestOsWord(name: string | null): string {
  return `os:${Array.from(name ?? "")
    .slice(0, LONGEST)
    .join("")}`;
}
