import type { StyleLine } from '../assortment/sheet.js';

/** Names a style of a category where it applies; `tells` lists the facet ids the noun already says. */
export type Rule = readonly [
  category: string,
  applies: (line: StyleLine) => boolean,
  zh: string,
  en: string,
  tells: string,
];

export const any = (): boolean => true;
export const ofFit =
  (...ids: string[]) =>
  (line: StyleLine): boolean =>
    line.fit !== null && ids.includes(line.fit);
export const pattern = (id: string) => (line: StyleLine) => line.pattern === id;
export const material = (id: string) => (line: StyleLine) => line.material === id;
export const cut = (id: string) => (line: StyleLine) => line.cut === id;
export const detail = (id: string) => (line: StyleLine) => line.details.includes(id);
export const occasion = (id: string) => (line: StyleLine) => line.occasions.includes(id);
export const sleeve = (id: string) => (line: StyleLine) => line.sleeve === id;
export const length = (id: string) => (line: StyleLine) => line.length === id;
