import { randomBytes } from "node:crypto";

export function makeNonce(): string {
  return randomBytes(16).toString("base64");
}

/** Scripts run by nonce alone; inline `style=` is what virtual rows and charts are placed with. */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const evaluation = isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The built parts of pages, which no browser shows as a document: they are under the policy of the page that asked for them. */
const PART_OF_PAGES = /^\/_next\/static\/[^?]+\.(?:js|css|woff2)$/;

export function isPartOfPages(pathname: string): boolean {
  return PART_OF_PAGES.test(pathname);
}

/** What every answer says. */
export function securityHeaders(isTls: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    ...(isTls ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/** What is said besides of all that a browser may show as a document. */
export const DOCUMENT_HEADERS: Readonly<Record<string, string>> = {
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cross-origin-opener-policy": "same-origin",
};
