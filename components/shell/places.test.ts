import { expect, test } from "vitest";
import { placeOf } from "./places.ts";

test.each([
  { path: "/", label: "Fleet" },
  { path: "/vms", label: "VMs" },
  { path: "/vms/54277d90-d1b2-4a5f-9e07-b59c959d7928", label: "VMs" },
  { path: "/guide/rules/is.vss", label: "Guide" },
  { path: "/vms-of-old", label: undefined },
  { path: "/no-such-page", label: undefined },
])("$path belongs to $label", ({ path, label }) => {
  expect(placeOf(path)?.label).toBe(label);
});
