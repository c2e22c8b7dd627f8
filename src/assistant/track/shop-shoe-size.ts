import { statedIds } from '../../domain/constraints.js';
import type { Garment } from '../../domain/garment.js';
import type { Message } from '../../domain/reply.js';
import { sizeMatches } from '../../domain/size-match.js';
import type { UnderstoodTurn } from '../../domain/turn.js';
import type { TurnInHand } from '../answer.js';
import { europeanShoeSize, foreignShoeSize, type ShoeChart } from './shoe-chart.js';

/** So many pairs tell how the shop counts its shoes. */
const SAMPLE = 24;
const CHARTS: Readonly<Record<string, ShoeChart>> = { women: 'women', men: 'men', maternity: 'women' };

/**
 * The turn with an American or British shoe size as the shop's own, where its shoes are counted otherwise, and the
 * notice that says so. Who they are for decides the chart: as said, as it holds, or as all such shoes of the shop are;
 * where nothing tells, `chartUnknown` is set.
 */
export async function withShopShoeSize(turn: TurnInHand): Promise<TurnInHand> {
  const { understood } = turn.heard;
  const stated = [understood.constraints.size ?? []].flat();
  const foreign = stated.filter((size) => foreignShoeSize(size) !== undefined);
  const kinds = shoesMeant(turn);
  if (foreign.length === 0 || kinds.length === 0) return turn;
  const { items } = await turn.scope.search({
    locale: turn.session.locale,
    keywords: [],
    constraints: { category: kinds },
    liked: [],
    without: [],
    limit: SAMPLE,
  });
  const sold = items.map(({ garment }) => garment);
  const offered = sold.flatMap(({ sizes }) => sizes.map(({ size }) => size));
  if (offered.length === 0 || foreign.some((size) => offered.some((row) => sizeMatches(size, row)))) return turn;
  if (!offered.some((size) => /^(?:EUR?\s*)?(?:3[4-9]|4\d)(?:\.5)?$/i.test(size.trim()))) return turn;
  const chart = chartFor(turn, sold);
  if (chart === undefined) return { ...turn, chartUnknown: foreign[0] ?? '' };
  return converted(turn, stated, chart);
}

function converted(turn: TurnInHand, stated: readonly string[], chart: ShoeChart): TurnInHand {
  const notices: Message[] = [];
  const own = (size: string): string => {
    const foreign = foreignShoeSize(size);
    const to = europeanShoeSize(size, chart);
    if (!foreign || to === undefined) return size;
    notices.push({
      id: 'notice.shoe-size',
      values: { system: foreign.system, number: String(foreign.number), chart, to },
    });
    return to;
  };
  const sizes = stated.map(own);
  if (notices.length === 0) return turn;
  const [first = ''] = sizes;
  const { understood } = turn.heard;
  const profile = understood.profile?.size === undefined ? understood.profile : { ...understood.profile, size: first };
  const meant: UnderstoodTurn = {
    ...understood,
    constraints: { ...understood.constraints, size: sizes.length === 1 ? first : sizes },
    ...(profile === undefined ? {} : { profile }),
  };
  return {
    ...turn,
    heard: { ...turn.heard, understood: meant },
    notices: [...(turn.notices ?? []), ...notices],
  };
}

/** The kinds of shoes the size is said of; empty where it is said of something else. */
function shoesMeant({ heard, session, scope, resolved }: TurnInHand): string[] {
  const isShoe = (kind: string): boolean => scope.vocabulary.lineage('category', kind).at(-1) === 'footwear';
  const stated = statedIds(heard.understood.constraints, 'category');
  const pointed = resolved.garments.flatMap(({ category }) => category ?? []);
  const kinds = [stated, pointed, statedIds(session.constraints, 'category')].find((ids) => ids.length > 0) ?? [];
  return kinds.every(isShoe) ? kinds : [];
}

function chartFor({ heard, session, resolved }: TurnInHand, sold: readonly Garment[]): ShoeChart | undefined {
  const said = [
    statedIds(heard.understood.constraints, 'audience'),
    resolved.garments.flatMap(({ audience }) => audience ?? []),
    statedIds(session.constraints, 'audience'),
    [...new Set(sold.flatMap(({ audience }) => audience ?? []))],
  ];
  for (const ids of said) {
    const charts = new Set(ids.map((id) => CHARTS[id]));
    const [only] = charts;
    if (charts.size === 1 && only !== undefined) return only;
  }
  return undefined;
}
