import { describe, expect, test } from "vitest";
import { renderSettings } from "./settings.ts";

const GIGABYTE = 1024 ** 3;

describe("Postgres's settings", () => {
  test.each([
    { memory: 0.25, shared: "64MB" },
    { memory: 2, shared: "256MB" },
    { memory: 256, shared: "512MB" },
  ])("share the memory of a machine of $memory GB: $shared", ({ memory, shared }) => {
    const text = renderSettings({ memoryBytes: memory * GIGABYTE, durability: "disk" });
    expect(text).toContain(`shared_buffers = '${shared}'`);
  });

  test.each([
    { durability: "disk", fsync: "on" },
    { durability: "process", fsync: "off" },
  ] as const)(
    "of a database that survives a crash of the $durability wait for commits",
    ({ durability, fsync }) => {
      const text = renderSettings({ memoryBytes: GIGABYTE, durability });
      expect(text).toContain("synchronous_commit = 'on'");
      expect(text).toContain(`fsync = '${fsync}'`);
    },
  );

  test("are overridden by the administrator's settings", () => {
    const lines = renderSettings({ memoryBytes: GIGABYTE, durability: "disk" }).trimEnd().split("\n");
    expect(lines.at(-1)).toBe("include_if_exists = 'postgresql.local.conf'");
  });
});
