/** An operation of a TensorFlow graph: `input` names others, with `:n` where it takes not their first output. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
}

/**
 * Cuts a graph after its convolutions, which are nearly all of its work, into slices that are run one after the
 * other. Each slice is given as the names of what later ones need of it and of those before; the last one's is
 * `output`. Nothing is cut where an operation's second output is still needed: it cannot be handed on by a name.
 */
export function slicesOf(
  graph: readonly GraphNode[],
  { input, output }: { readonly input: string; readonly output: string },
): string[][] {
  const order = inOrder(graph, output).filter(({ name }) => name !== input);
  const lastUse = new Map<string, number>();
  order.forEach(({ input: taken = [] }, at) => {
    for (const name of taken) lastUse.set(name, at);
  });
  const slices: string[][] = [];
  order.forEach(({ op }, at) => {
    if (!op.startsWith('_FusedConv2D') || at === order.length - 1) return;
    const before = new Set([input, ...order.slice(0, at + 1).map(({ name }) => name)]);
    const needed = [...lastUse].filter(([name, last]) => last > at && before.has(ownerOf(name))).map(([name]) => name);
    if (needed.every((name) => name === ownerOf(name))) slices.push(needed);
  });
  return [...slices, [output]];
}

/** What `output` needs, each after all that it takes; constants, which are always there, are left out. */
function inOrder(graph: readonly GraphNode[], output: string): GraphNode[] {
  const byName = new Map(graph.map((node) => [node.name, node]));
  const order = new Set<GraphNode>();
  const visit = (name: string) => {
    const node = byName.get(ownerOf(name));
    if (node === undefined || node.op === 'Const' || order.has(node)) return;
    for (const taken of node.input ?? []) visit(taken);
    order.add(node);
  };
  visit(output);
  return [...order];
}

function ownerOf(name: string): string {
  return name.split(':')[0] ?? name;
}
