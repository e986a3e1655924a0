import { randomBytes } from "node:crypto";

export function makeNonce(): string {
  return randomBytes(16).toString("base64");
}

/** Scripts run only with a nonce. Inline `style=` attributes position virtual rows and charts. */
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

/** Built static files of pages, which browsers never show as a document: the policy of the requesting page applies. */
const PART_OF_PAGES = /^\/_next\/static\/[^?]+\.(?:js|css|woff2)$/;

export function isPartOfPages(pathname: string): boolean {
  return PART_OF_PAGES.test(pathname);
}

/** Headers of every response. */
export function securityHeaders(isTls: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    ...(isTls ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/** Additional headers of responses that a browser may show as a document. */
export const DOCUMENT_HEADERS: Readonly<Record<string, string>> = {
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cross-origin-opener-policy": "same-origin",
};
