import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The front listener sends its own headers; compression stays Next's, which knows what is worth it.
  compress: true,
  serverExternalPackages: ["pg", "pino"],
  // Types are a check of their own, over every file of the repository and not only those that pages reach.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // Written at the end of a build, it takes longer than it saves the next one.
  experimental: { turbopackFileSystemCacheForBuild: false },
};

export default config;
