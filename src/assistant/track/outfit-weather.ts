const RAIN = 'rainy_day';

/**
 * "For a date, and it rains": rain is weather where something else is dressed for, said now or standing, and the
 * occasion where nothing else is.
 */
export function occasionAndRain(
  stated: readonly string[],
  standing: string | undefined,
): { readonly occasion?: string; readonly rain?: true } {
  const rains = stated.includes(RAIN);
  const named = stated.find((id) => id !== RAIN);
  const occasion = named ?? (rains && standing === undefined ? RAIN : standing);
  return {
    ...(occasion === undefined ? {} : { occasion }),
    ...(rains && occasion !== RAIN ? { rain: true as const } : {}),
  };
}
