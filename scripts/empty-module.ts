// Stands in for "server-only" wherever no browser can come in.
export const isEmpty = true;
