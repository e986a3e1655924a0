import type { Remedy } from "../judgement.ts";
import type { ComponentKey } from "../words.ts";

export function startInFreebsd(key: ComponentKey): Remedy {
  if (key === "data-exchange")
    return inFreebsd(
      "sysrc hv_kvp_daemon_enable=YES && service hv_kvp_daemon start",
      "As root. The kernel needs its hyperv device, which every release since 10.0 has.",
    );
  return inFreebsd(
    "kldstat -v | grep -i hv_ ; dmesg | grep -i hv",
    "As root. The kernel itself has this part (hv_utils); a custom kernel needs its hyperv device.",
  );
}

function inFreebsd(command: string, note: string): Remedy {
  return { runOn: "guest", shell: "bash", platform: "FreeBSD", command, cost: "nothing", note };
}
