import { expect, test } from "vitest";
import { vmRoleOf } from "./vm-role.ts";
import type { VmRole } from "./words.ts";

test.each<{ mode: string | null; known: VmRole | null; role: VmRole }>([
  { mode: "None", known: null, role: "primary" },
  { mode: "Primary", known: null, role: "primary" },
  { mode: "Replica", known: null, role: "replica" },
  { mode: "ExtendedReplica", known: null, role: "extended-replica" },
  { mode: "TestReplica", known: null, role: "test-replica" },
  { mode: "Replica", known: "primary", role: "replica" },
  { mode: "Primary", known: "replica", role: "primary" },
  { mode: null, known: null, role: "primary" },
  { mode: null, known: "replica", role: "replica" },
  { mode: "SomethingNew", known: null, role: "primary" },
  { mode: "constructor", known: null, role: "primary" },
  { mode: "", known: "replica", role: "primary" },
])("$mode, known as $known → $role", ({ mode, known, role }) => {
  expect(vmRoleOf(mode, known)).toBe(role);
});
