import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The front listener sends its own headers; compression stays Next's, which knows what is worth it.
  compress: true,
  serverExternalPackages: ["pg", "pino"],
  // Types are a check of their own, over every file of the repository and not only those that pages reach.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      // Libraries' copy of a hook that React has had since version 18; their package's other entry point uses React's.
      "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector",
      // The library has its parsers twice, for the server and for the browser: one copy is enough there.
      "nuqs/server": { browser: "nuqs" },
    },
  },
  // Written at the end of a build, it takes longer than it saves the next one.
  experimental: { turbopackFileSystemCacheForBuild: false },
};

export default config;
