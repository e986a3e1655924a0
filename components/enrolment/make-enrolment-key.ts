import { sendJson } from "@/lib/query/fetch-json.ts";

/** A key as it is answered, once. */
export interface EnrolmentKey {
  key: string;
  expiresAt: string | null;
}

/** What a key is asked for with; `uses` null is for any number of hosts. */
export interface EnrolmentKeyWish {
  name: string;
  uses: number | null;
  validHours: number;
  /** Words with blanks or commas between, with or without `#`. */
  tags: string;
}

/** Asks for a key that hosts enrol with. It is shown once; the server keeps only its hash. */
export function makeEnrolmentKey(wish: EnrolmentKeyWish): Promise<EnrolmentKey> {
  return sendJson<EnrolmentKey>("/api/v1/enrolment-keys", toKeyRequest(wish));
}

/** What nobody asked for is left out. */
export function toKeyRequest({ name, uses, validHours, tags }: EnrolmentKeyWish) {
  const words = tags.split(/[\s,;]+/).filter((word) => word !== "");
  return {
    name: name.trim(),
    validHours,
    ...(uses === null ? {} : { uses }),
    ...(words.length === 0 ? {} : { tags: words }),
  };
}
