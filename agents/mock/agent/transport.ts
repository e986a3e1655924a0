/** One post request of an agent. */
export interface WireRequest {
  readonly path: "/api/v1/enroll" | "/api/v1/snapshots";
  readonly token: string;
  readonly body: Buffer;
  readonly isGzip: boolean;
  /** Breaks the connection after half of the body. */
  readonly isTorn?: boolean;
}

export interface WireResponse {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** The connection to the server. `post` rejects if no complete response was received. */
export interface Transport {
  post(request: WireRequest): Promise<WireResponse>;
  close(): void;
}
