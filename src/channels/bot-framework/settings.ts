import { z } from 'zod';

const text = z.string().trim().min(1).optional();
const flag = z
  .enum(['0', '1', 'true', 'false'])
  .optional()
  .transform((value) => value === '1' || value === 'true');

/** The credentials that the Bot Framework's own tools read from the environment, by the same names. */
export const botFrameworkSettings = z
  .object({
    MicrosoftAppType: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMsi']).optional(),
    MicrosoftAppId: text,
    MicrosoftAppPassword: text,
    MicrosoftAppTenantId: text,
    YIDA_ALLOW_EMULATOR: flag,
  })
  .superRefine((settings, context) => {
    const need = (name: 'MicrosoftAppId' | 'MicrosoftAppPassword' | 'MicrosoftAppTenantId', why: string) => {
      if (settings[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: why });
    };
    const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppType: type = 'MultiTenant' } = settings;
    if (id === undefined) {
      if (password !== undefined || settings.MicrosoftAppType !== undefined) {
        need('MicrosoftAppId', 'needed beside the other Microsoft credentials');
      }
      return;
    }
    if (type !== 'UserAssignedMsi') need('MicrosoftAppPassword', `needed with an app id of type ${type}`);
    if (type !== 'MultiTenant') need('MicrosoftAppTenantId', `needed with an app id of type ${type}`);
  });
export type BotFrameworkSettings = z.infer<typeof botFrameworkSettings>;
