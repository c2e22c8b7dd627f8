import { z } from 'zod';

const lookSchema = z.object({
  wearer: z.enum(['women', 'men', 'girls', 'boys']),
  season: z.enum(['spring', 'summer', 'autumn', 'winter']),
  occasion: z.string().optional(),
  /** Ids of the demo catalogue. */
  pieces: z.array(z.string()).min(2).max(4),
  /** Why a stylist would sign it. */
  why: z.string().min(1),
});
export type Look = z.infer<typeof lookSchema>;

/** Looks put together by hand, one JSON object a line. Throws a RangeError that names the first bad line. */
export function parseLooks(text: string): Look[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const read = lookSchema.safeParse(JSON.parse(line));
      if (!read.success) throw new RangeError(`look ${at + 1}: ${read.error.issues[0]?.message}`);
      return read.data;
    });
}
