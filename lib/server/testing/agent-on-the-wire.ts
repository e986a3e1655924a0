import { request, type IncomingHttpHeaders } from "node:http";
import { z } from "zod";

export interface WireAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: unknown;
}

const problem = z.object({
  status: z.number(),
  errors: z.array(z.object({ path: z.string(), message: z.string().min(1) })).default([]),
});
const token = z.object({ hostId: z.uuid(), token: z.string() });

/** Posts bytes unchanged. A response that arrives before the body is sent also counts. */
export function postBytes(
  url: string,
  bytes: Uint8Array,
  headers: Record<string, string>,
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: "POST", headers: { ...headers, "content-length": String(bytes.byteLength) } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (text += part));
        response.on("error", reject);
        response.on("end", () => {
          sent.destroy();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: JSON.parse(text) });
        });
      },
    );
    sent.on("error", reject);
    sent.end(bytes);
  });
}

export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<WireAnswer> {
  return postBytes(url, Buffer.from(JSON.stringify(body)), {
    "content-type": "application/json",
    ...headers,
  });
}

/** The paths in a refusal. @throws if the response is not a valid problem+json */
export function pathsOf({ status, headers, body }: WireAnswer): string[] {
  const told = problem.parse(body);
  if (headers["content-type"] !== "application/problem+json" || told.status !== status)
    throw new Error(`This is no problem+json: ${JSON.stringify(body)}`);
  return told.errors.map(({ path }) => path);
}

/** Enrols over the wire, as an agent does at its first start. */
export async function enrolOnTheWire(
  url: string,
  key: string,
  machine: { instanceId: string; machineId: string; name: string },
): Promise<{ hostId: string; token: string }> {
  const answer = await postJson(
    `${url}/api/v1/enroll`,
    { ...machine, fqdn: null, agentVersion: "1.0.0" },
    { authorization: `Bearer ${key}` },
  );
  if (answer.status !== 201) throw new Error(`Not enrolled: ${JSON.stringify(answer.body)}`);
  return token.parse(answer.body);
}
