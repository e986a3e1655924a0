/** Why the database is not as this version needs it, in words for the person who starts the server. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}
