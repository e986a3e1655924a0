/** Why the packaged Postgres cannot run, in one sentence for the person who starts the server. */
export class EmbeddedPostgresError extends Error {
  override name = "EmbeddedPostgresError";
}
