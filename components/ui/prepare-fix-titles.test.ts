import { expect, test } from "vitest";
import type { RemedyView } from "@/lib/contract/api/findings.ts";
import { prepareFixTitles } from "./prepare-fix-titles.ts";

function remedy(command: string, change: Partial<RemedyView> = {}): RemedyView {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command,
    cost: "nothing",
    note: "",
    ...change,
  };
}

test.each([
  {
    name: "host and guest",
    remedies: [
      remedy("Get-VM -Id 'x' | Enable-VMIntegrationService"),
      remedy("sc start vmicvss", { runOn: "guest" }),
    ],
    titles: ["On the host", "In the guest"],
  },
  {
    name: "one for each system",
    remedies: [
      remedy("apt install hyperv-daemons", { runOn: "guest", platform: "Debian" }),
      remedy("Start-Service vmicvss", { runOn: "guest", platform: "Windows" }),
    ],
    titles: ["Debian", "Windows"],
  },
  {
    name: "several ways on one machine, distinguished by their commands",
    remedies: [remedy("Get-ScheduledTask -TaskName 'x'"), remedy("Test-NetConnection innkeeper -Port 443")],
    titles: ["Get-ScheduledTask", "Test-NetConnection"],
  },
  {
    name: "selecting the VM is not the action, and a cost is stated",
    remedies: [
      remedy("vmconnect.exe localhost -G x"),
      remedy("# look first\nGet-VM -Id 'x' | Stop-VM -TurnOff", { cost: "a hard reset of the guest" }),
    ],
    titles: ["vmconnect.exe", "Stop-VM, has a cost"],
  },
  {
    name: "the same command twice is counted",
    remedies: [remedy("Get-ScheduledTask 'a'"), remedy("Get-ScheduledTask 'b'")],
    titles: ["Get-ScheduledTask (1)", "Get-ScheduledTask (2)"],
  },
  {
    name: "the same system twice",
    remedies: [
      remedy("Get-Service vmicvss", { platform: "Windows" }),
      remedy("Set-Service vmicvss", { platform: "Windows" }),
    ],
    titles: ["Windows: Get-Service", "Windows: Set-Service"],
  },
])("$name", ({ remedies, titles }) => {
  expect(prepareFixTitles(remedies)).toEqual(titles);
});
