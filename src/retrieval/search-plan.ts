/** How one vector search runs. `effort` is the graph's candidate list (ef). */
export type SearchPlan = { readonly path: 'exact' } | { readonly path: 'graph'; readonly effort: number };

/** Below these counts a scan beats the graph: in memory about 1 ms, from the file about 10 ms. */
const EXACT_IN_MEMORY = 8_192;
const EXACT_ON_DISK = 4_096;
/** A filter that keeps less than this share makes the graph walk mostly through garments it may not return. */
const SELECTIVE_SHARE = 0.05;

/**
 * The one place that decides between the exact scan and the graph. Selective filters take the exact path:
 * a graph under a 1-in-1,000 filter visits every element, and loses recall besides.
 */
export function planSearch(request: {
  readonly total: number;
  /** How many rows the filters leave; undefined where there is no filter. */
  readonly matching: number | undefined;
  readonly limit: number;
  readonly graphReady: boolean;
  readonly resident: boolean;
}): SearchPlan {
  const { total, limit } = request;
  const reachable = Math.min(request.matching ?? total, total);
  const cheap = request.resident ? EXACT_IN_MEMORY : EXACT_ON_DISK;
  if (!request.graphReady || reachable <= Math.max(cheap, 2 * limit)) return { path: 'exact' };
  if (reachable < total * SELECTIVE_SHARE) return { path: 'exact' };
  return { path: 'graph', effort: Math.max(160, Math.ceil(limit * 1.5)) };
}
