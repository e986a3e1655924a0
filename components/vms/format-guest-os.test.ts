import { describe, expect, test } from "vitest";
import { formatGuestOs } from "./format-guest-os.ts";

describe("the short name of a guest's system", () => {
  test.each([
    ["Windows Server 2022 Datacenter", "Server 2022"],
    ["Microsoft Windows Server 2019 Standard", "Server 2019"],
    ["Windows Server 2012 R2 Standard", "Server 2012 R2"],
    ["Windows Server 2025 Datacenter Azure Edition", "Server 2025"],
    ["Windows 11 Enterprise", "Windows 11"],
    ["Windows 10 Pro for Workstations", "Windows 10"],
    ["Ubuntu 22.04.4 LTS", "Ubuntu 22.04"],
    ["Debian GNU/Linux 12 (bookworm)", "Debian 12"],
    ["Red Hat Enterprise Linux 9.4 (Plow)", "RHEL 9.4"],
    ["AlmaLinux 9.4 (Seafoam Ocelot)", "AlmaLinux 9.4"],
    ["FreeBSD 14.1", "FreeBSD 14.1"],
    ["", ""],
  ])("%s is %s", (name, short) => {
    expect(formatGuestOs(name)).toBe(short);
  });
});
