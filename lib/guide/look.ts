import type { Remedy } from "../domain/judgement.ts";

/** Commands that change nothing. */
export function lookOnHost(command: string, note = ""): Remedy {
  return { runOn: "host", shell: "powershell", platform: null, command, cost: "nothing", note };
}

export function lookInWindows(command: string, note = ""): Remedy {
  return { runOn: "guest", shell: "powershell", platform: "Windows", command, cost: "nothing", note };
}

export function lookInLinux(platform: string, command: string, note = ""): Remedy {
  return { runOn: "guest", shell: "bash", platform, command, cost: "nothing", note };
}
