import type { Facet } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { SessionState } from '../../domain/session.js';
import type { Reference } from '../../domain/turn.js';
import type { Vocabulary } from '../../domain/vocabulary.js';

/** What a shopper's pointing words come to. */
export interface Resolved {
  /** The garments pointed at, in the order of the words, none twice. */
  readonly garments: readonly Garment[];
  /** The references with the garments they point at. */
  readonly references: readonly Reference[];
  /** True where the words point at the photo. */
  readonly photo: boolean;
  /** The first reference that points at nothing shown ("the tenth" of five). */
  readonly missed?: Reference;
}

/** Resolves references against what was shown: by place, by a visible trait, by recency, or the photo. */
export function resolveReferences(
  references: readonly Reference[],
  session: SessionState,
  shown: readonly Garment[],
  vocabulary: Vocabulary,
): Resolved {
  const found = references.map((reference) => ({
    reference,
    garment: reference.kind === 'photo' ? undefined : pointAt(reference, session, shown, vocabulary),
  }));
  const garments = new Map(found.flatMap(({ garment }) => (garment ? [[garment.id, garment] as const] : [])));
  const missed = found.find(({ reference, garment }) => reference.kind !== 'photo' && !garment)?.reference;
  return {
    garments: [...garments.values()],
    references: found.map(({ reference, garment }) => (garment ? { ...reference, garmentId: garment.id } : reference)),
    photo: references.some(({ kind }) => kind === 'photo'),
    ...(missed ? { missed } : {}),
  };
}

function pointAt(
  reference: Reference,
  session: SessionState,
  shown: readonly Garment[],
  vocabulary: Vocabulary,
): Garment | undefined {
  const byId = (id: string | null | undefined): Garment | undefined => shown.find((garment) => garment.id === id);
  if (reference.garmentId !== undefined) return byId(reference.garmentId);
  if (reference.kind === 'ordinal') {
    // Places count in the list as it was shown, gone garments included: "the third" stays the third.
    const index = reference.index ?? 1;
    return byId(session.shown.at(index < 0 ? index : index - 1));
  }
  if (reference.kind === 'attribute') {
    const { facet, id } = reference;
    if (!facet || id === undefined) return undefined;
    return shown.find((garment) => traits(garment, facet).some((trait) => vocabulary.isKindOf(facet, trait, id)));
  }
  return byId(session.focus) ?? byId(session.shown[0]);
}

function traits(garment: Garment, facet: Facet): readonly string[] {
  const value = garment[facet];
  if (value === null) return [];
  return Array.isArray(value) ? value : [value];
}
