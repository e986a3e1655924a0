import { describe, expect, test } from "vitest";
import { toLocalPath, toSignIn } from "./to-local-path.ts";

describe("where sign-in redirects", () => {
  test.each([
    [undefined, "/"],
    ["/vms?health=critical", "/vms?health=critical"],
    ["https://evil.example", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/\tx", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in?next=/sign-in", "/"],
    [["/vms"], "/"],
  ])("%j leads to %s", (next, path) => {
    expect(toLocalPath(next)).toBe(path);
  });
});

test.each([
  { path: null, to: "/sign-in" },
  { path: "/", to: "/sign-in" },
  { path: "/?_rsc=abc", to: "/sign-in" },
  { path: "/hosts", to: "/sign-in?next=%2Fhosts" },
  { path: "/vms?health=critical&_rsc=abc", to: "/sign-in?next=%2Fvms%3Fhealth%3Dcritical" },
  { path: "//evil.example/vms", to: "/sign-in" },
])("the sign-in address for $path is $to", ({ path, to }) => {
  expect(toSignIn(path)).toBe(to);
});
