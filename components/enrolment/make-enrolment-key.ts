import { sendJson } from "@/lib/query/fetch-json.ts";

/** A key as returned, once. */
export interface EnrolmentKey {
  key: string;
  expiresAt: string | null;
}

/** The request for a key; `uses` null is for any number of hosts. */
export interface EnrolmentKeyWish {
  name: string;
  uses: number | null;
  validHours: number;
  /** Words separated by blanks or commas, with or without `#`. */
  tags: string;
}

/** Requests an enrolment key. It is shown once; the server stores only its hash. */
export function makeEnrolmentKey(wish: EnrolmentKeyWish): Promise<EnrolmentKey> {
  return sendJson<EnrolmentKey>("/api/v1/enrolment-keys", toKeyRequest(wish));
}

/** Omitted fields are not sent. */
export function toKeyRequest({ name, uses, validHours, tags }: EnrolmentKeyWish) {
  const words = tags.split(/[\s,;]+/).filter((word) => word !== "");
  return {
    name: name.trim(),
    validHours,
    ...(uses === null ? {} : { uses }),
    ...(words.length === 0 ? {} : { tags: words }),
  };
}
