import { InvalidArgumentError } from 'commander';

/** A whole number from 1; anything else is wrong usage. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return value;
}
