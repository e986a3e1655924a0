/** The database does not match this version. The message is written for the person who starts the server. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}
