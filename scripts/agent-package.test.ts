import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildAgentPackage } from "./agent-package.mjs";

const folder = mkdtempSync(join(tmpdir(), "innkeeper-package-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Entries of an uncompressed zip, read through its central directory. */
function entriesOf(zip: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const size = zip.readUInt32LE(at + 24);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + nameLength;
    entries.set(name, zip.subarray(start, start + size));
    at += 46 + nameLength;
  }
  return entries;
}

describe("the packaged agent", () => {
  const { zip, sha256, version, installer } = buildAgentPackage();
  const entries = entriesOf(zip);

  test("the same sources produce the same bytes", () => {
    expect(buildAgentPackage().zip.equals(zip)).toBe(true);
    expect(createHash("sha256").update(zip).digest("hex")).toBe(sha256);
  });

  test("it has the repository's version, regardless of the manifest", () => {
    expect(entries.get("Innkeeper/Innkeeper.psd1")?.toString()).toContain(`= '${version}'`);
  });

  test("it contains the module, its documents and the installer, but no tests", () => {
    const names = [...entries.keys()];
    expect(names).toEqual(names.toSorted());
    for (const name of [
      "install.ps1",
      "Innkeeper/Innkeeper.psm1",
      "Innkeeper/agent.md",
      "Innkeeper/LICENSE",
    ]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => /tests?\//i.test(name))).toEqual([]);
    expect(entries.get("install.ps1")?.equals(installer)).toBe(true);
  });

  test("its scripts are ASCII: Windows PowerShell reads other characters by the host's code page", () => {
    const scripts = [...entries].filter(([name]) => /\.ps[dm]?1$/.test(name));
    const foreign = scripts.filter(([, bytes]) => bytes.some((byte) => byte > 127));
    expect(foreign.map(([name]) => name)).toEqual([]);
    expect(scripts.length).toBeGreaterThan(50);
  });

  test("scripts signed after unpacking are packed again with their signatures and catalog", () => {
    for (const [name, bytes] of entries) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const script = join(folder, "Innkeeper/Innkeeper.psm1");
    writeFileSync(script, `${readFileSync(script, "utf8")}# SIG # Begin signature block\r\n`);
    writeFileSync(join(folder, "Innkeeper/Innkeeper.cat"), "catalogue");
    const signed = entriesOf(buildAgentPackage({ from: folder }).zip);
    expect(signed.get("Innkeeper/Innkeeper.psm1")?.toString()).toContain("SIG # Begin");
    expect([...signed.keys()].toSorted()).toEqual([...entries.keys(), "Innkeeper/Innkeeper.cat"].toSorted());
  });
});
