import { z } from 'zod';
import { type ChannelKind, type CheckTools, channelKind, type Environment } from '../../channel.js';
import type { MessagingApp } from './messaging-app.js';
import { createMessagingChannel, webhookPath } from './messaging-channel.js';

/** Settings where those that are `required` to switch the app on are there. */
type Complete<Settings, Required extends keyof Settings> = Settings & {
  readonly [Name in Required]-?: NonNullable<Settings[Name]>;
};

/** An entry of the channel list that is a messaging app. */
export interface MessagingKind extends ChannelKind {
  /** The app by an environment whose settings are sound; undefined where it is off. */
  readonly open: (environment: Environment, tools: CheckTools) => MessagingApp | undefined;
}

/** A messaging app by its settings over environment variables; some of `required` without the others is a fault. */
export function messagingKind<Settings extends object, Required extends keyof Settings & string>(definition: {
  name: string;
  settings: z.ZodType<Settings>;
  required: readonly Required[];
  open: (settings: Complete<Settings, Required>, tools: CheckTools) => MessagingApp;
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
  const opened: MessagingKind['open'] = (environment, tools) => {
    const parsed = settings.safeParse(environment);
    return parsed.success && isComplete(parsed.data) ? open(parsed.data, tools) : undefined;
  };
  const kind = channelKind({
    name,
    setup: {
      variables: required,
      path: webhookPath(name),
      check: async (environment, tools) => opened(environment, tools)?.check(),
      look: async (environment, tools) => opened(environment, tools)?.webhook?.look(),
      register: async (environment, tools, address) => opened(environment, tools)?.webhook?.register(address),
    },
    settings,
    create: (given, deps) => (isComplete(given) ? createMessagingChannel(open(given, deps), deps) : undefined),
  });
  return { ...kind, open: opened };
}

/** Where a platform's API is; a variable of its own lets a simulator or a proxy stand in for it. */
export function platformAddress(standard: string) {
  return z
    .url({ protocol: /^https?$/ })
    .transform((address) => address.replace(/\/+$/, ''))
    .default(standard);
}
