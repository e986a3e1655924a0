import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const agent = join(root, "agents/hyperv");
const scripts = readdirSync(agent, { recursive: true, encoding: "utf8" })
  .filter((name) => /^(Public|Private)\W.*\.ps1$/.test(name))
  .map((name) => readFileSync(join(agent, name), "utf8"))
  .join("\n");
const manual = readFileSync(join(root, "docs/agent.md"), "utf8");
const rights = readFileSync(join(root, "docs/agent-rights.md"), "utf8");
const allowed = z
  .object({
    read: z.record(z.string(), z.array(z.string())),
    cim: z.record(z.string(), z.array(z.string())),
  })
  .parse(JSON.parse(readFileSync(join(agent, "allowed-commands.json"), "utf8")));

function found(in_: string, pattern: RegExp): string[] {
  return [...new Set([...in_.matchAll(pattern)].map(([, word]) => word ?? ""))].sort();
}

/** The first cells of the table of rights. */
const inRights = rights
  .split("\n")
  .flatMap((line) => (line.startsWith("| ") ? line.split("|").slice(1, 3) : []));

describe("the agent's documentation matches its behaviour", () => {
  test("every event id that the agent writes is documented, and no other", () => {
    // 1024 is a text length.
    const written = found(scripts, /\b(1[012]\d\d)\b/g).filter((id) => id !== "1024");
    const told = found(manual, /^\| ([\d, ]+) \| (?:information|warning|error) \|/gm).flatMap((cell) =>
      cell.split(", "),
    );
    expect(manual).toContain("(1102)");
    expect(told.concat("1102").sort()).toEqual(written);
  });

  test("every section that the agent reports is in the table of rights", () => {
    const sections = found(
      scripts,
      /(?:Read-InnkeeperSection|Read-InnkeeperCached|Add-InnkeeperSection) \$\w+ '([\w.]+)'/g,
    );
    expect(sections.length).toBeGreaterThan(15);
    const cells = inRights.join(" ");
    expect(sections.filter((name) => !new RegExp(`(^|[ ,])${name}([ ,:]|$)`).test(cells))).toEqual([]);
  });

  test("every cmdlet and class that the agent reads with is there, too", () => {
    const cells = inRights.join(" ");
    const names = [...Object.values(allowed.read), ...Object.values(allowed.cim)].flat();
    expect(names.filter((name) => name !== "Get-CimInstance" && !cells.includes(`\`${name}\``))).toEqual([]);
  });

  test("every function for administrators is in the manual", () => {
    const exported = found(
      readFileSync(join(agent, "Innkeeper.psd1"), "utf8"),
      /^\s+'(\w+-Innkeeper\w*)'$/gm,
    );
    expect(exported.length).toBe(8);
    expect(exported.filter((name) => !manual.includes(name))).toEqual([]);
  });
});
