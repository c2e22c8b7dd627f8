import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { YidaFault } from '../../domain/fault.js';
import { type LocalisedText, localisedTextSchema } from '../../domain/locale.js';

/** What store questions are about; `other` for what only this merchant's own questions name. */
export const STORE_TOPICS = [
  'shipping',
  'returns',
  'discounts',
  'order-status',
  'opening-hours',
  'size-charts',
  'payment',
  'care',
  'stores',
  'invoice',
  'gifts',
  'authenticity',
  'membership',
  'repairs',
  'other',
] as const;
export type StoreTopic = (typeof STORE_TOPICS)[number];

const bothLanguages = localisedTextSchema.refine((text) => text['zh-CN'].trim() !== '' && text.en.trim() !== '', {
  error: 'needs words in both zh-CN and en',
});
const questions = z.array(z.string().trim().min(1)).max(50).default([]);

const faqSchema = z.object({
  /** How to reach a person, said where a question has no answer here. */
  contact: bothLanguages.optional(),
  entries: z
    .array(
      z.object({
        topic: z.enum(STORE_TOPICS),
        /** How shoppers ask it, beyond the words every shop's customers use for the topic. */
        questions: z.object({ 'zh-CN': questions, en: questions }).default({ 'zh-CN': [], en: [] }),
        answer: bothLanguages,
      }),
    )
    .max(500),
});

/** A merchant's own answers to questions about the shop. */
export interface Faq {
  readonly contact?: LocalisedText;
  readonly entries: readonly FaqEntry[];
}

export interface FaqEntry {
  readonly topic: StoreTopic;
  readonly questions: { readonly 'zh-CN': readonly string[]; readonly en: readonly string[] };
  readonly answer: LocalisedText;
}

/** Reads a FAQ file (JSON). Throws config-invalid that names the file and every fault in it. */
export async function readFaq(file: string): Promise<Faq> {
  const refuse = (faults: readonly string[], cause?: unknown) =>
    new YidaFault('config-invalid', faults.map((fault) => `YIDA_FAQ: ${file}: ${fault}`).join('\n'), {
      values: { count: faults.length },
      cause,
    });
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw refuse([cause instanceof SyntaxError ? `is not JSON (${cause.message})` : 'cannot be read'], cause);
  }
  const parsed = faqSchema.safeParse(json);
  if (!parsed.success) throw refuse(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const { contact, entries } = parsed.data;
  return { entries, ...(contact === undefined ? {} : { contact }) };
}
