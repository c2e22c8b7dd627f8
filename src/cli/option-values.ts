import { InvalidArgumentError } from 'commander';

/** Degrees Celsius that people dress for; anything else is wrong usage. */
export function degrees(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) > 60) throw new InvalidArgumentError('-60 … 60');
  return value;
}

/** A whole number from 1; anything else is wrong usage. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return value;
}
