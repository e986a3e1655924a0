import { describe, expect, test } from "vitest";
import { toLocalPath } from "./to-local-path.ts";

describe("where signing in leads", () => {
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
