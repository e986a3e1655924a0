import type { z } from "zod";
import { AppError } from "@/lib/services/app-error.ts";
import { checkMediaType, readBody } from "./read-body.ts";

const MAX_FORM_BYTES = 64 * 1024;

/**
 * Reads the form in a request, which must come from our own pages.
 * @throws AppError `contract` with an error per field; `forbidden` for a form from another origin
 */
export async function readForm<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
): Promise<z.output<Schema>> {
  const encoding = checkMediaType(request.headers);
  refuseForeignOrigin(request);
  const form = schema.safeParse(parseJson(await readBody(request, encoding, MAX_FORM_BYTES)));
  if (form.success) return form.data;
  const errors = form.error.issues.map(({ path, message }) => ({
    path: path.map(String).join("."),
    message,
  }));
  throw new AppError("contract", "The form contains invalid values.", { errors });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError("bad-request", "The body is not JSON.", { cause: error });
  }
}

/** Browsers send the origin of a form. A form from another origin was not filled in on our pages. */
function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== new URL(request.url).origin) {
    throw new AppError("forbidden", "This form is accepted only from this server's own pages.");
  }
}
