import { defineConfig } from "prisma/config";

const url = process.env.DATABASE_URL;

// Without an address Prisma would quietly take 127.0.0.1:5432; so it is told one or none.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(url ? { datasource: { url } } : {}),
});
