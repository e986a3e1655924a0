import openApi from "@/agents/contract/openapi.json" with { type: "json" };
import type { Handler } from "./context.ts";

const TEXT = JSON.stringify(openApi);

/** The generated and committed description of this API, available without authentication. */
export const getOpenApi: Handler = async () =>
  new Response(TEXT, {
    headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
  });
