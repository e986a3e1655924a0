import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/services/app-error.ts";
import type { Handler } from "./context.ts";

/**
 * A file of the agent package, without authentication: it contains no secret, and a host that downloads it has no account
 * yet. The enrolment key is passed on the installer's command line, never in a URL.
 */
function packageFile(name: string, contentType: string, headers: Record<string, string> = {}): Handler {
  return async (_request, { agentPackageFolder }) => {
    const bytes = await readFile(join(agentPackageFolder, name)).catch(() => {
      throw new AppError(
        "not-found",
        "This server was built without the agent package. Run npm run agent:package.",
      );
    });
    return new Response(new Uint8Array(bytes), {
      headers: { "content-type": contentType, "cache-control": "no-cache", ...headers },
    });
  };
}

export const getAgentInstaller = packageFile("install.ps1", "text/plain; charset=utf-8");
export const getAgentPackage = packageFile("innkeeper-agent.zip", "application/zip", {
  "content-disposition": 'attachment; filename="innkeeper-agent.zip"',
});
export const getAgentPackageFacts = packageFile("innkeeper-agent.json", "application/json");
