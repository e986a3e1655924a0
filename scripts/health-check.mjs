// Exits with 0 if the server on this machine is ready: the health check of the container. Plain JavaScript without
// dependencies, because it starts every few seconds.
import http from "node:http";
import https from "node:https";

// An empty variable counts as not set.
const { PORT, INNKEEPER_TLS_CERT } = process.env;
// The certificate is issued for the server's public name, not for this address, so it is not verified.
const { get } = INNKEEPER_TLS_CERT ? https : http;
const options = { host: "127.0.0.1", port: PORT || 3000, path: "/readyz", rejectUnauthorized: false };

get(options, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1)).on("error", () => process.exit(1));
