import type { Guest } from "../../domain/guest/recognise-guest.ts";
import { recogniseGuest } from "../../domain/guest/recognise-guest.ts";
import type { Remedy } from "../../domain/judgement.ts";
import { guestRemedies } from "../../domain/remedies/guest-remedies.ts";
import { enableOnHost, selectVm } from "../../domain/remedies/host-switch.ts";
import { isDaemonKey, linuxUnits } from "../../domain/remedies/linux-guest.ts";
import { WINDOWS_SERVICES } from "../../domain/remedies/windows-guest.ts";
import { COMPONENT_GUIDS } from "../../domain/services/service-catalogue.ts";
import type { ComponentKey } from "../../domain/words.ts";
import { cannotHaveService } from "../../domain/guest/can-have-service.ts";
import { lookInLinux, lookInWindows, lookOnHost } from "../look.ts";
import type { GuideHand, Prose } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";

/** What is specific to one service when it is checked in a Windows guest. */
export interface WindowsLook {
  /** A second command, in addition to the state of the service. */
  also?: string;
  wanted: string;
  note?: Prose;
}

const FREEBSD: Guest = { family: "freebsd", name: "FreeBSD", version: "13.2", bits: 64 };

/** The same fixes as a finding offers, for each system, each after a check. */
export function componentHands(key: ComponentKey, windows: WindowsLook): GuideHand[] {
  const fixes = guestRemedies(key, "no-contact", recogniseGuest(null), {
    vmId: ANY_VM,
    hostBuild: null,
  });
  return [
    { system: "Host setting", check: hostLook(key), fix: enableOnHost(key, ANY_VM) },
    ...fixes.flatMap((fix) => {
      if (fix.platform === "FreeBSD" && cannotHaveService(FREEBSD, key)) return [];
      return [handOf(key, fix, windows)];
    }),
  ];
}

function handOf(key: ComponentKey, fix: Remedy, windows: WindowsLook): GuideHand {
  const system = fix.platform ?? "Guest";
  if (system === "Windows") {
    const look = `Get-Service -Name ${WINDOWS_SERVICES[key]} | Format-List Status, StartType`;
    return {
      system,
      check: lookInWindows(windows.also === undefined ? look : `${look}; ${windows.also}`, windows.wanted),
      fix,
      ...(windows.note === undefined ? {} : { note: windows.note }),
    };
  }
  if (system === "FreeBSD")
    return {
      system,
      check: lookInLinux(system, "dmesg | grep -i hyperv", "Expected: the hyperv devices."),
      fix,
    };
  return { system: SHORT[system] ?? system, check: linuxLook(key, system), fix };
}

const SHORT: Record<string, string> = { "RHEL, AlmaLinux, Rocky, Oracle": "RHEL family" };

function linuxLook(key: ComponentKey, platform: string): Remedy {
  const kernel = "grep -s . /sys/bus/vmbus/devices/*/class_id | head -3; lsmod | grep hv_utils";
  if (!isDaemonKey(key))
    return lookInLinux(platform, kernel, "Part of the kernel. A built-in module is not listed by lsmod.");
  const unit = linuxUnits(key).find((each) => each.platform === platform)?.unit ?? null;
  return unit === null
    ? lookInLinux(platform, "systemctl list-units 'hv*' 'hyper*'", "Expected: the daemon is active.")
    : lookInLinux(platform, `systemctl status ${unit}`, "Expected: active (running).");
}

function hostLook(key: ComponentKey): Remedy {
  return lookOnHost(
    `${selectVm(ANY_VM)} | Get-VMIntegrationService | Where-Object { $_.Id -like '*\\${COMPONENT_GUIDS[key]}' } | Format-List Name, Enabled, PrimaryOperationalStatus, SecondaryOperationalStatus`,
    "Names are localized, ids are not. The VM's id is on its page.",
  );
}
