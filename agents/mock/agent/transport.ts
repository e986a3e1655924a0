/** One post, as far as an agent can say what it wants. */
export interface WireRequest {
  readonly path: "/api/v1/enroll" | "/api/v1/snapshots";
  readonly token: string;
  readonly body: Buffer;
  readonly isGzip: boolean;
  /** Breaks the connection when half of the body is sent. */
  readonly isTorn?: boolean;
}

export interface WireResponse {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** The way to the server. `post` rejects when no whole answer came back. */
export interface Transport {
  post(request: WireRequest): Promise<WireResponse>;
  close(): void;
}
