import type { ChannelKind, CheckTools, Environment } from './channel.js';

/** What came of telling a platform where to post. */
export type Registration =
  | { readonly ok: true; readonly who: string }
  /** `off`: not switched on; `no-address`: no public https address; `by-hand`: a console is the only way; `refused`. */
  | {
      readonly ok: false;
      readonly kind: 'off' | 'no-address' | 'by-hand' | 'refused';
      readonly why: string;
      /** The settings that are missing, or what is wrong with those there are, where it is `off`. */
      readonly lacks?: readonly string[];
    };

/** Tells a channel's other side to post to this service; done on request alone. */
export async function registerWebhook(
  { setup, read }: ChannelKind,
  { environment, publicUrl, tools }: { environment: Environment; publicUrl: string | undefined; tools: CheckTools },
): Promise<Registration> {
  const { path, register, variables } = setup;
  if (register === undefined || path === undefined) return { ok: false, kind: 'by-hand', why: '' };
  const reading = read(environment);
  const wrong =
    reading.kind === 'faulty' ? reading.faults : variables.filter((name) => environment[name] === undefined);
  if (wrong.length > 0) return { ok: false, kind: 'off', why: wrong.join(', '), lacks: wrong };
  if (publicUrl?.startsWith('https:') !== true) return { ok: false, kind: 'no-address', why: publicUrl ?? '' };
  try {
    const result = await register(environment, tools, `${publicUrl}${path}`);
    if (result === undefined) return { ok: false, kind: 'by-hand', why: '' };
    return result.ok ? result : { ...result, kind: 'refused' };
  } catch (error) {
    return { ok: false, kind: 'refused', why: error instanceof Error ? error.message : String(error) };
  }
}
