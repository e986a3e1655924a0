/** Hosts list prerelease (254.0) and experimental (255.0) versions among the others; neither is an upgrade target. */
const FIRST_PRERELEASE_MAJOR = 254;

/** Two configuration versions as numbers: "10.0" is newer than "9.3". `null` if either is not a version. */
export function compareVmVersions(left: string, right: string): number | null {
  const leftParts = partsOf(left);
  const rightParts = partsOf(right);
  if (leftParts === null || rightParts === null) return null;

  const length = Math.max(leftParts.length, rightParts.length);
  for (let index = 0; index < length; index++) {
    // A missing part is zero: 8 is 8.0.
    const difference = (leftParts[index] ?? 0) - (rightParts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isPrereleaseVmVersion(version: string): boolean {
  const major = partsOf(version)?.[0];
  return major !== undefined && major >= FIRST_PRERELEASE_MAJOR;
}

/**
 * The newest non-prerelease configuration version that all of these hosts list, as the first of them writes it: a VM of
 * that version can still move to every node. Pass the list of the VM's host and of every reporting node of its cluster.
 * One unread or empty list makes the answer unknown, since that node might list less.
 */
export function newestCommonVmVersion(lists: readonly (readonly string[] | null)[]): string | null {
  const [first, ...others] = lists;
  if (!first || lists.some((list) => list === null || list.length === 0)) return null;

  const elsewhere = others.map((list) => new Set(list?.map(canonical)));
  let newest: string | null = null;
  for (const version of first) {
    if (partsOf(version) === null || isPrereleaseVmVersion(version)) continue;
    const ahead = newest === null ? 1 : compareVmVersions(version, newest);
    if (ahead === null || ahead <= 0) continue;
    if (elsewhere.every((listed) => listed.has(canonical(version)))) newest = version;
  }
  return newest;
}

/** One spelling for equal versions: "9.0" and "9.0.0.0". */
function canonical(version: string): string {
  return (
    partsOf(version)
      ?.join(".")
      .replace(/(\.0)+$/, "") ?? version
  );
}

/** A fleet has a dozen versions and compares them for every VM; versions that a report makes up are not kept for long. */
const KNOWN_PARTS = new Map<string, readonly number[] | null>();
const MAX_KNOWN_PARTS = 256;

function partsOf(version: string): readonly number[] | null {
  const known = KNOWN_PARTS.get(version);
  if (known !== undefined) return known;
  const trimmed = version.trim();
  const parts = /^\d{1,9}(\.\d{1,9}){1,3}$/.test(trimmed) ? trimmed.split(".").map(Number) : null;
  if (KNOWN_PARTS.size >= MAX_KNOWN_PARTS) KNOWN_PARTS.clear();
  KNOWN_PARTS.set(version, parts);
  return parts;
}
