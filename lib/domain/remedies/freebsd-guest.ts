import type { Remedy } from "../judgement.ts";
import type { ComponentKey } from "../words.ts";

export function startInFreebsd(key: ComponentKey): Remedy {
  if (key === "data-exchange")
    return inFreebsd(
      "sysrc hv_kvp_daemon_enable=YES && service hv_kvp_daemon start",
      "Run as root. The kernel needs the hyperv device, included since release 10.0.",
    );
  return inFreebsd(
    "kldstat -v | grep -i hv_ ; dmesg | grep -i hv",
    "Run as root. This component (hv_utils) is part of the kernel; a custom kernel needs the hyperv device.",
  );
}

function inFreebsd(command: string, note: string): Remedy {
  return { runOn: "guest", shell: "bash", platform: "FreeBSD", command, cost: "nothing", note };
}
