/** Upper bounds of the histogram buckets, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Series {
  count: number;
  sumSeconds: number;
  buckets: number[];
}

export type Gauges = Readonly<Record<string, { help: string; value: number }>>;

/** Counts requests and their durations by route and status, and renders them in Prometheus format. */
export class Metrics {
  readonly #requests = new Map<string, Series>();

  /** `route` is the pattern, never the path: otherwise every id would become a series of its own. */
  observe(request: { method: string; route: string; status: number; seconds: number }): void {
    const labels = `method="${request.method}",route="${request.route}",status="${request.status}"`;
    let series = this.#requests.get(labels);
    if (!series) {
      series = { count: 0, sumSeconds: 0, buckets: BUCKETS.map(() => 0) };
      this.#requests.set(labels, series);
    }
    series.count += 1;
    series.sumSeconds += request.seconds;
    for (const [index, end] of BUCKETS.entries()) {
      if (request.seconds <= end) series.buckets[index] = (series.buckets[index] ?? 0) + 1;
    }
  }

  render(gauges: Gauges): string {
    const name = "innkeeper_http_request_duration_seconds";
    const lines = [
      `# HELP ${name} Time to answer a request, by route and status.`,
      `# TYPE ${name} histogram`,
    ];
    for (const [labels, { count, sumSeconds, buckets }] of this.#requests) {
      for (const [index, end] of BUCKETS.entries()) {
        lines.push(`${name}_bucket{${labels},le="${end}"} ${buckets[index] ?? 0}`);
      }
      lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
      lines.push(`${name}_sum{${labels}} ${sumSeconds.toFixed(6)}`, `${name}_count{${labels}} ${count}`);
    }
    for (const [gauge, { help, value }] of Object.entries(gauges)) {
      const kind = gauge.endsWith("_total") ? "counter" : "gauge";
      lines.push(`# HELP ${gauge} ${help}`, `# TYPE ${gauge} ${kind}`, `${gauge} ${value}`);
    }
    return `${lines.join("\n")}\n`;
  }
}
