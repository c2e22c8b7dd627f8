import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { STORE_TOPICS, type StoreTopic } from './faq.js';

/** The words customers of any shop use for a topic, both languages together; English ones match at a word's start. */
export type TopicCues = ReadonlyMap<StoreTopic, readonly string[]>;

const cues = z.array(z.string().min(1));
const topicsSchema = z.partialRecord(z.enum(STORE_TOPICS), z.object({ 'zh-CN': cues, en: cues }));

/** Reads `locales/store-topics.json`. */
export async function readTopicCues(file: string): Promise<TopicCues> {
  const topics = topicsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return new Map(
    STORE_TOPICS.flatMap((topic) => {
      const words = topics[topic];
      return words ? [[topic, [...words['zh-CN'], ...words.en]] as const] : [];
    }),
  );
}
