import { readStock } from './stock.js';

export interface SizeInCell {
  readonly size: string;
  /** Where the cell itself tells a stock (`S:3; M:0`); undefined where it does not. */
  readonly stock: number | null | undefined;
}

const LETTERS = /^(?:\d?x*[sml]|\d{1,3}(?:\.5)?|均码|one size)$/i;

/**
 * The sizes a cell names: `M`, `S,M,L`, `S/M/L`, `36-40`, `["S","M"]`, `S:3;M:0`, `S(3) M(0)`. `S/M` alone is
 * one size between two, and `30/32` a waist with a length.
 */
export function readSizes(cell: string): SizeInCell[] {
  const text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text === '' || text === '-') return [];
  const json = /^\[.*\]$/.test(text) ? text.slice(1, -1).replace(/["']/g, '') : text;
  return [...new Map(parts(json).map((part) => [part.toLowerCase(), part])).values()].map(sizeWithStock);
}

function parts(text: string): string[] {
  const range = /^(\d{2})\s*[-~—至]\s*(\d{2})(?:码)?$/.exec(text);
  if (range) {
    const [low, high] = [Number(range[1]), Number(range[2])];
    if (low < high && high - low <= 14 && low >= 20)
      return Array.from({ length: high - low + 1 }, (_, at) => String(low + at));
  }
  const split = text.split(/\s*[,;、|\n]\s*/).filter(Boolean);
  if (split.length > 1) return split;
  const slashed = text.split(/\s*\/\s*/).filter(Boolean);
  if (slashed.length > 2 && slashed.every((part) => LETTERS.test(part))) return slashed;
  const spaced = text.split(' ');
  const listed = (part: string) => LETTERS.test(part) || /^[\da-z.]+\(\d+\)$/i.test(part);
  if (spaced.length > 1 && spaced.every(listed) && !/^one size$/i.test(text)) return spaced;
  return [text];
}

function sizeWithStock(part: string): SizeInCell {
  const told = /^(.+?)\s*(?::|=|\()\s*(\d{1,6}|有货|缺货|售罄|in stock|out of stock|sold out)\s*\)?$/i.exec(part);
  const stock = told?.[2] === undefined ? undefined : readStock(told[2]);
  if (told?.[1] === undefined || stock?.kind !== 'stock') return { size: part, stock: undefined };
  return { size: told[1].trim(), stock: stock.stock };
}
