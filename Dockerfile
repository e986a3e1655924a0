# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY . .
RUN npm run build
# Next, Prisma's client and better-auth name tools like TypeScript and Vitest as optional peers. npm keeps those as long as
# package.json lists them, so the list of tools goes first.
RUN npm pkg delete devDependencies && npm prune --omit=dev --omit=peer --no-audit --no-fund --ignore-scripts

FROM base AS run
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 INNKEEPER_DATA_DIR=/data
COPY --from=build /app/package.json /app/next.config.ts /app/scripts/health-check.mjs ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/dist ./dist
COPY --from=build /app/.next ./.next
# The root file system may be read-only: writes go to the volume and to memory.
RUN mkdir -p /data .next/cache && chown node:node /data .next/cache
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "health-check.mjs"]
# Node itself is the first process, so that it receives stop signals.
CMD ["node", "--enable-source-maps", "dist/server.mjs"]
