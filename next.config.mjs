/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The front listener sends its own headers; compression stays Next's, which knows what is worth it.
  compress: true,
  serverExternalPackages: ["pg", "pino"],
  turbopack: { root: import.meta.dirname },
};

export default config;
