import {
  type Activity,
  ActivityTypes,
  type Request as BotRequest,
  type Response as BotResponse,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
} from 'botbuilder';
import type { Request, Response } from 'express';
import { YidaFault } from '../../domain/fault.js';
import { type Locale, nearestLocale } from '../../domain/locale.js';
import { incomingActivitySchema, shopperTurn } from '../access/incoming-activity.js';
import type { ChannelDeps } from '../channel.js';
import { apologyView, welcomeView } from '../rendering/greeting.js';
import { renderReply } from '../rendering/render-reply.js';
import { replyActivities } from '../rendering/reply-activities.js';
import type { ReplyView } from '../rendering/reply-view.js';
import { cardFormOf } from './card-form.js';
import { connectorFiles } from './connector-files.js';
import type { BotFrameworkSettings } from './settings.js';
import { withTeamsFiles } from './teams-files.js';

/** Bot Framework services send an activity again after 15 s; what takes longer is acknowledged and sent later. */
const ACKNOWLEDGE_MS = 8_000;

export interface Bot {
  process(request: Request, response: Response, base: string): Promise<void>;
  /** Resolves when no answer is waiting to be sent any more. */
  idle(): Promise<void>;
}

/** The assistant behind a CloudAdapter. */
export function createBot(settings: BotFrameworkSettings, deps: ChannelDeps): Bot {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType } = settings;
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      ...(MicrosoftAppId === undefined ? {} : { MicrosoftAppId }),
      ...(MicrosoftAppPassword === undefined ? {} : { MicrosoftAppPassword }),
      ...(MicrosoftAppTenantId === undefined ? {} : { MicrosoftAppTenantId }),
      ...(MicrosoftAppType === undefined ? {} : { MicrosoftAppType }),
    }),
  );
  const late = new Set<Promise<void>>();

  adapter.onTurnError = async (context, error) => {
    deps.log.error({ err: error, activityId: context.activity.id }, 'a Bot Framework turn failed');
    await send(context, apologyView(deps.wording, localeOf(context), context.activity.text));
  };

  async function send(context: TurnContext, view: ReplyView): Promise<void> {
    const activities = replyActivities(view, deps.wording, cardFormOf(context.activity.channelId));
    // The framework's types are mutable: it fills ids and addresses in.
    await context.sendActivities(structuredClone(activities) as Partial<Activity>[]);
  }

  async function answer(context: TurnContext, base: string): Promise<ReplyView> {
    const { activity } = context;
    const incoming = withTeamsFiles(incomingActivitySchema.parse(activity));
    const channel = activity.channelId;
    const { reply } = await deps.takeTurn({
      conversationId: `${channel}:${activity.conversation.id}`,
      userId: `${channel}:${activity.from.id}`,
      activityId: activity.id ?? deps.randomId(),
      turn: await shopperTurn(incoming, [], filesOf(context), deps.speech.recogniser),
    });
    const { wording, boardAddress } = deps;
    return renderReply(reply, { wording, base, ...(boardAddress === undefined ? {} : { boardAddress }) });
  }

  /** Who is not the Bot Framework is believed nothing: without credentials there is no token that could go astray. */
  function filesOf(context: TurnContext): (address: string) => Promise<Uint8Array> {
    if (MicrosoftAppId === undefined) return deps.fetchPhoto;
    return connectorFiles({
      serviceUrl: context.activity.serviceUrl,
      token: () => tokenOf(context),
      fetch: deps.fetch,
      fetchPhoto: deps.fetchPhoto,
    });
  }

  async function onMessage(context: TurnContext, base: string): Promise<void> {
    const { activity } = context;
    const answering = answer(context, base);
    if (activity.deliveryMode === 'expectReplies') {
      await send(context, await answering);
      return;
    }
    await context.sendActivity({ type: ActivityTypes.Typing });
    const inTime = await Promise.race([answering, after(ACKNOWLEDGE_MS)]);
    if (inTime !== undefined) {
      await send(context, inTime);
      return;
    }
    const reference = TurnContext.getConversationReference(activity);
    const sending = answering
      .catch(() => apologyView(deps.wording, localeOf(context), activity.text))
      .then((view) =>
        adapter.continueConversationAsync(MicrosoftAppId ?? '', reference, (resumed) => send(resumed, view)),
      )
      .catch((error: unknown) => deps.log.error({ err: error }, 'a late answer could not be sent'));
    late.add(sending);
    void sending.finally(() => late.delete(sending));
  }

  return {
    async process(request, response, base) {
      await adapter.process(request as unknown as BotRequest, response as unknown as BotResponse, async (context) => {
        const { activity } = context;
        if (activity.type === ActivityTypes.Message) await onMessage(context, base);
        else if (joins(activity)) await send(context, welcomeView(deps.wording, localeOf(context)));
      });
    },
    async idle() {
      await Promise.all(late);
    },
  };
}

/** What the adapter puts beside a turn; its credentials are none (and have no getToken) where there is no app. */
interface ConnectorOfTurn {
  readonly credentials: { readonly getToken?: () => Promise<string> };
}

/** The app's token for the connector that the turn came through; botbuilder keeps it until it expires. */
async function tokenOf(context: TurnContext): Promise<string> {
  const connector = context.turnState.get<ConnectorOfTurn | undefined>(context.adapter.ConnectorClientKey);
  const token = await connector?.credentials.getToken?.();
  if (token === undefined) throw new YidaFault('photo-unreachable', 'the connector gave no credentials');
  return token;
}

/** True where somebody other than the assistant came into the conversation. */
function joins({ type, membersAdded, recipient }: Activity): boolean {
  return (
    type === ActivityTypes.ConversationUpdate && (membersAdded ?? []).some((member) => member.id !== recipient?.id)
  );
}

function localeOf(context: TurnContext): Locale {
  return nearestLocale(context.activity.locale) ?? 'zh-CN';
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds).unref();
  });
}
