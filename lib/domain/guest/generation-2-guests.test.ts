import { describe, expect, test } from "vitest";
import { linux, windows } from "../testing/vm-cases.ts";
import { generation2Standing } from "./generation-2-guests.ts";
import { recogniseGuest } from "./recognise-guest.ts";

describe("the list of guests for generation 2", () => {
  test.each([
    ["Red Hat Enterprise Linux", "6.10", "older"],
    ["Red Hat Enterprise Linux", "7.0", "listed"],
    ["Red Hat Enterprise Linux", "10.1", "listed"],
    ["Red Hat Enterprise Linux", "11", "newer"],
    ["CentOS Linux", "7", "listed"],
    ["CentOS Stream", "9", "listed"],
    ["AlmaLinux", "9.3", "listed"],
    ["Rocky Linux", "8.9", "listed"],
    ["Oracle Linux Server", "7.9", "listed"],
    ["Oracle Linux Server", "6", "older"],
    ["Debian GNU/Linux", "9", "older"],
    ["Debian GNU/Linux", "10", "listed"],
    ["Debian GNU/Linux", "12", "listed"],
    ["Debian GNU/Linux", "13", "newer"],
    ["Ubuntu", "13.10", "older"],
    ["Ubuntu", "14.04", "listed"],
    ["Ubuntu", "23.10", "listed"],
    ["Ubuntu", "24.04", "listed"],
    ["Ubuntu", "24.04.1", "listed"],
    ["Ubuntu", "24.10", "newer"],
    ["Ubuntu", "14", "listed"],
    ["Ubuntu", "24", "listed"],
    ["Ubuntu", null, "unread"],
    ["Ubuntu", "rolling", "unread"],
    ["SUSE Linux Enterprise Server", "11.4", "older"],
    ["SUSE Linux Enterprise Server", "12", "listed"],
    ["SUSE Linux Enterprise Server 15 SP5", null, "listed"],
    ["SLES", "15.6", "listed"],
    ["SLES", "16.0", "newer"],
    ["SUSE Linux Enterprise Desktop", "15.5", "unlisted"],
    ["openSUSE Leap", "15.5", "unlisted"],
    ["Fedora Linux", "40", "unlisted"],
    ["Linux", null, "unlisted"],
    ["FreeBSD", "10.4", "older"],
    ["FreeBSD", "11.0", "listed"],
    ["FreeBSD", "13", "listed"],
    ["FreeBSD", "13.5", "listed"],
    ["FreeBSD", "13.6", "newer"],
    ["FreeBSD", "14.0", "newer"],
    ["PANOS", "11", "unlisted"],
  ])("%s %s: %s", (name, version, standing) => {
    expect(generation2Standing(recogniseGuest(linux(name, version)))).toBe(standing);
  });

  test.each([
    [9199, "older"],
    [9200, "listed"],
    [26100, "listed"],
  ])("Windows of build %i: %s", (build, standing) => {
    expect(generation2Standing(recogniseGuest(windows(build)))).toBe(standing);
  });

  test("a guest that was never known is unread", () => {
    expect(generation2Standing(recogniseGuest(null))).toBe("unread");
  });
});
