import { describe, expect, test } from "vitest";
import { CAPABILITY_NAMES, SERVICE_NAMES, TECHNOLOGY_NAMES } from "../format/names.ts";
import { RULE_NAMES } from "../format/rule-names.ts";
import { checkHref } from "../format/guide-href.ts";
import { parseProse } from "../format/prose.ts";
import { capabilityGrounds } from "../domain/generation/capabilities.ts";
import { conversionChecks } from "../domain/generation/conversion.ts";
import { HOST_LADDERS } from "../domain/network/host/climb.ts";
import { VM_LADDERS } from "../domain/network/vm/ladders.ts";
import {
  CAPABILITY_KEYS,
  HOST_TECHNOLOGIES,
  RULE_IDS,
  SERVICE_KEYS,
  VM_TECHNOLOGIES,
} from "../domain/words.ts";
import type { GuidePage } from "./page.ts";
import { findGuidePage, GUIDE_ENTRIES, GUIDE_PAGES } from "./pages.ts";
import { RUNG_TEXTS } from "./technologies/rung-texts.ts";

const TECHNOLOGIES = [...new Set([...VM_TECHNOLOGIES, ...HOST_TECHNOLOGIES])];

describe("what the product can name has a page", () => {
  test.each(SERVICE_KEYS)("service %s", (key) => {
    checkPage(findGuidePage("services", key), SERVICE_NAMES[key]);
  });
  test.each(TECHNOLOGIES)("technology %s", (key) => {
    checkPage(findGuidePage("technologies", key), TECHNOLOGY_NAMES[key]);
  });
  test.each(CAPABILITY_KEYS)("capability %s", (key) => {
    checkPage(findGuidePage("capabilities", key), CAPABILITY_NAMES[key]);
  });
  test.each(RULE_IDS)("rule %s", (id) => {
    const page = findGuidePage("rules", id);
    checkPage(page, RULE_NAMES[id]);
    expect(page?.rules).toEqual([id]);
  });

  test.each(
    [...VM_LADDERS, ...HOST_LADDERS].flatMap(({ technology, rungs }) =>
      rungs.map(({ key }) => [technology, key] as const),
    ),
  )("rung of %s: %s", (technology, key) => {
    const rungs = findGuidePage("technologies", technology)?.ladders.flatMap((ladder) => ladder.rungs) ?? [];
    const found = rungs.filter((rung) => rung.key === key);
    expect(found.length).toBeGreaterThan(0);
    for (const { text } of found) expect(text).toMatch(/\.$/);
  });

  test.each(conversionChecks().map(({ key, title }) => [key, title]))(
    "conversion check %s: %s",
    (key, title) => {
      const [path, place] = checkHref(key).split("#");
      expect(path).toBe("/guide/rules/gen.conversion");
      const rows = findGuidePage("rules", "gen.conversion")?.judged.flatMap(({ rows: each }) => each) ?? [];
      expect(rows.filter((row) => row.place === place).map(({ says }) => says)).toEqual([
        expect.stringContaining(title),
      ]);
    },
  );

  test("and no rung is explained that there is not", () => {
    const known = new Set(
      [...VM_LADDERS, ...HOST_LADDERS].flatMap(({ rungs }) => rungs.map(({ key }) => key)),
    );
    expect(Object.keys(RUNG_TEXTS).filter((key) => !known.has(key))).toEqual([]);
  });

  test("once each, and nothing else", () => {
    const counted = SERVICE_KEYS.length + TECHNOLOGIES.length + CAPABILITY_KEYS.length + RULE_IDS.length;
    const named = GUIDE_PAGES.filter(({ kind }) => kind !== "ideas");
    expect(named).toHaveLength(counted);
    expect(new Set(GUIDE_ENTRIES.map(({ kind, key }) => `${kind}/${key}`)).size).toBe(GUIDE_PAGES.length);
  });
});

function checkPage(page: GuidePage | null, title: string): void {
  expect(page?.title).toBe(title);
  expect(page?.lead).toMatch(/[.]$/);
  expect(page?.facts.length).toBeGreaterThan(2);
  expect(page?.judged[0]?.rows.length).toBeGreaterThan(1);
  expect(page?.hands.some(({ check }) => check !== null)).toBe(true);
  expect(page?.sources.length).toBeGreaterThan(0);
}

const EVERY_PAGE = GUIDE_PAGES.map((page) => [`${page.kind}/${page.key}`, page] as const);

describe("links inside the guide", () => {
  test.each(EVERY_PAGE)("of %s lead somewhere", (_, page) => {
    const broken = textsOf(page).flatMap((text) =>
      parseProse(text).flatMap((part) =>
        part.kind === "link" && !leadsSomewhere(part.href) ? [part.href] : [],
      ),
    );
    expect(broken).toEqual([]);
  });
});

describe("every page", () => {
  test.each(EVERY_PAGE)("%s names each row, fact and system once", (_, page) => {
    const lists = [
      page.facts.map(({ name }) => name),
      page.hands.map(({ system }) => system),
      page.sources.map(({ title }) => title),
      page.notes,
      ...page.judged.map(({ rows }) => rows.map(({ says, status }) => `${says} ${status}`)),
      ...page.ladders.map(({ rungs }) => rungs.map(({ key }) => key)),
    ];
    for (const list of lists) expect(list).toEqual([...new Set(list)]);
  });

  test.each(EVERY_PAGE)("%s closes what it marks as code", (_, page) => {
    const open = textsOf({ ...page, hands: page.hands.map(({ note }) => note) }).filter(
      (text) => text.split("`").length % 2 === 0,
    );
    expect(open).toEqual([]);
  });
});

test("a rule of SMB Direct shows its own fix first: the others belong to other rules", () => {
  const [first] = findGuidePage("rules", "host.smb-direct")?.hands ?? [];
  expect(first?.fix?.command).toContain("Set-SmbServerConfiguration -EncryptData $false");
});

test("a case for every guest but one is named by whether the guest is known", () => {
  const [cases] = findGuidePage("services", "shutdown")?.judged ?? [];
  const silent = cases?.rows.filter(({ says }) => says.startsWith("`NoContact`"));
  expect(silent?.map(({ says, finding }) => [says, finding])).toEqual([
    ["`NoContact` (12); the guest is known", "warning"],
    ["`NoContact` (12); the guest is never known", "info"],
  ]);
});

test.each(CAPABILITY_KEYS)("the facts of capability %s name the version that it is judged by", (key) => {
  const versions = new Set(
    capabilityGrounds(key).flatMap(
      ({ summary }) => /configuration version (\d+\.\d+)/.exec(summary)?.[1] ?? [],
    ),
  );
  const facts = findGuidePage("capabilities", key)?.facts.find(
    ({ name }) => name === "Configuration version",
  );
  for (const version of versions) expect(facts?.value).toContain(version);
});

function leadsSomewhere(href: string): boolean {
  const [address = "", place] = href.split("#");
  const [, , kind = "", key = ""] = address.split("/");
  const page = findGuidePage(kind, key);
  if (page === null) return false;
  return (
    place === undefined ||
    page.ladders.some(({ rungs }) => rungs.some((rung) => `rung-${rung.key}` === place))
  );
}

/** Every text of a page, wherever it stands. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
