import type { FindPose, loadPose } from './find-pose.js';

/** File names of the pose network's script, graph and weights, put in by the build. */
declare const POSE_FILES: { readonly script: string; readonly graph: string; readonly weights: string };

let loading: Promise<FindPose> | undefined;

/** The pose network, fetched from the service when it is first wanted, and kept while the page lives. */
export function pose(home: string): Promise<FindPose> {
  const at = (name: string) => `${home}/widget/${name}`;
  loading ??= load(at).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(at: (name: string) => string): Promise<FindPose> {
  const script = (await import(at(POSE_FILES.script))) as { loadPose: typeof loadPose };
  return script.loadPose({ graph: at(POSE_FILES.graph), weights: at(POSE_FILES.weights) });
}
