import { sendJson } from "@/lib/query/fetch-json.ts";

/** A key as it is answered, once. */
export interface EnrolmentKey {
  key: string;
  expiresAt: string | null;
}

/** Asks for a key that hosts enrol with. It is shown once; the server keeps only its hash. */
export function makeEnrolmentKey(name: string): Promise<EnrolmentKey> {
  return sendJson<EnrolmentKey>("/api/v1/enrolment-keys", { name });
}
