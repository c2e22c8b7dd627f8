import type { TurnInHand } from '../answer.js';

const WHY_SO_DEAR =
  /(?:为什么|为啥|怎么|咋|凭什么)(?:会|都|卖)?(?:这么|那么|这样)贵|\bwhy (?:(?:is|are) (?:it|this|that|these|they|everything) )?(?:all )?so (?:expensive|pricey|dear|much)\b|\bhow come (?:it|this|they)(?:'s| is|'re| are) so (?:expensive|pricey)\b/iu;

/** "Why so expensive?": the prices are the shop's; what can be done is to look for cheaper ones. */
export function withPriceComplaint(turn: TurnInHand): TurnInHand {
  const { heard, session } = turn;
  if (heard.action || heard.photo || !WHY_SO_DEAR.test(heard.text)) return turn;
  if (session.shown.length === 0 && session.outfits.length === 0) return turn;
  const understood = {
    ...heard.understood,
    intent: 'refine' as const,
    confidence: 0.9,
    critiques: [{ facet: 'price' as const, direction: 'less' as const }],
    references: [],
    keywords: [],
  };
  const { missed: _missed, ...resolved } = turn.resolved;
  return {
    ...turn,
    heard: { ...heard, understood },
    resolved: { ...resolved, garments: [], references: [] },
    notices: [...(turn.notices ?? []), { id: 'notice.price-set' }],
  };
}
