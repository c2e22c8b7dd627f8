import { z } from 'zod';
import { type ChannelKind, channelKind } from '../../channel.js';
import type { MessagingApp, PlatformTools } from './messaging-app.js';
import { createMessagingChannel } from './messaging-channel.js';

/** Settings where those that are `required` to switch the app on are there. */
type Complete<Settings, Required extends keyof Settings> = Settings & {
  readonly [Name in Required]-?: NonNullable<Settings[Name]>;
};

/** An entry of the channel list that is a messaging app. */
export interface MessagingKind extends ChannelKind {
  /** The variables that switch it on. */
  readonly required: readonly string[];
  /** The app by an environment whose settings are sound; undefined where it is off. */
  readonly open: (
    environment: Readonly<Record<string, string | undefined>>,
    tools: PlatformTools,
  ) => MessagingApp | undefined;
}

/** A messaging app by its settings over environment variables; some of `required` without the others is a fault. */
export function messagingKind<Settings extends object, Required extends keyof Settings & string>(definition: {
  name: string;
  settings: z.ZodType<Settings>;
  required: readonly Required[];
  open: (settings: Complete<Settings, Required>, tools: PlatformTools) => MessagingApp;
}): MessagingKind {
  const { name, required, open } = definition;
  const isComplete = (settings: Settings): settings is Complete<Settings, Required> =>
    required.every((variable) => settings[variable] !== undefined);
  const settings = definition.settings.superRefine((given, context) => {
    if (required.every((variable) => given[variable] === undefined)) return;
    for (const variable of required)
      if (given[variable] === undefined)
        context.addIssue({ code: 'custom', path: [variable], message: `needed beside the other settings of ${name}` });
  });
  return {
    ...channelKind({
      name,
      settings,
      create: (given, { fetch, now, randomId, ...deps }) =>
        isComplete(given)
          ? createMessagingChannel(open(given, { fetch, now, randomId }), { fetch, now, randomId, ...deps })
          : undefined,
    }),
    required,
    open(environment, tools) {
      const parsed = settings.safeParse(environment);
      return parsed.success && isComplete(parsed.data) ? open(parsed.data, tools) : undefined;
    },
  };
}

/** Where a platform's API is; a variable of its own lets a simulator or a proxy stand in for it. */
export function platformAddress(standard: string) {
  return z
    .url({ protocol: /^https?$/ })
    .transform((address) => address.replace(/\/+$/, ''))
    .default(standard);
}
