import type { z } from 'zod';

/** The names of what is not right in a request: zod's own words are English, and a name is the same in every language. */
export function faultyFields({ issues }: z.ZodError): string {
  return issues
    .map((issue) => {
      const at = issue.path.join('.');
      if (issue.code !== 'unrecognized_keys') return at || issue.message;
      return issue.keys.map((key) => (at === '' ? key : `${at}.${key}`)).join(', ');
    })
    .join(', ');
}
