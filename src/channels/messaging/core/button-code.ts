import { type Action, actionSchema } from '../../../domain/action.js';
import type { InboxStore } from '../../../storage/inbox-store.js';

/** What stands for each verb in a button. */
const LETTERS = { similar: 's', outfit: 'o', open: 'p', like: 'l', dislike: 'd', say: 't' } as const;
const VERBS = new Map(Object.entries(LETTERS).map(([verb, letter]) => [letter as string, verb]));
const KEPT = '#';

/** The codes of one answer's buttons, at most `bytes` long each; what does not fit is kept in the inbox under a code. */
export async function codesFor(
  actions: readonly Action[],
  bytes: number,
  inbox: Pick<InboxStore, 'keepActions'>,
  now: number,
): Promise<(action: Action) => string> {
  const long = new Map(
    actions.map((action) => [plainCode(action), action] as const).filter(([plain]) => Buffer.byteLength(plain) > bytes),
  );
  const codes = long.size === 0 ? [] : await inbox.keepActions([...long.values()], now);
  const kept = new Map([...long.keys()].map((plain, index) => [plain, `${KEPT}${codes[index]}`]));
  return (action) => {
    const plain = plainCode(action);
    return kept.get(plain) ?? plain;
  };
}

/** Whether a text may be a code of ours, for platforms that send those of others the same way. */
export function looksLikeCode(text: string): boolean {
  return text.startsWith(KEPT) || (text[1] === ':' && VERBS.has(text[0] ?? ''));
}

/** The code of the same button of another garment; undefined where `code` is none of a garment that stands in it. */
export function codeForGarment(code: string, garmentId: string): string | undefined {
  const action = plainAction(code);
  const parsed = actionSchema.safeParse(action);
  return parsed.success && parsed.data.verb !== 'say' ? plainCode({ ...parsed.data, garmentId }) : undefined;
}

/** The action of a pressed button, or undefined where it is none of ours or no longer kept. */
export async function actionOfCode(code: string, inbox: Pick<InboxStore, 'action'>): Promise<Action | undefined> {
  const found = code.startsWith(KEPT) ? await inbox.action(code.slice(KEPT.length)) : plainAction(code);
  const parsed = actionSchema.safeParse(found);
  return parsed.success ? parsed.data : undefined;
}

function plainCode({ verb, garmentId, text }: Action): string {
  return `${LETTERS[verb]}:${garmentId ?? text ?? ''}`;
}

function plainAction(code: string): unknown {
  const verb = VERBS.get(code.slice(0, code.indexOf(':')));
  const rest = code.slice(code.indexOf(':') + 1);
  if (verb === undefined || rest === '') return undefined;
  return verb === 'say' ? { verb, text: rest } : { verb, garmentId: rest };
}
