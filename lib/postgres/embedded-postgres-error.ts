/** The packaged Postgres cannot run. The message is written for the person who starts the server. */
export class EmbeddedPostgresError extends Error {
  override name = "EmbeddedPostgresError";
}
