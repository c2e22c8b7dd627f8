import { simulateTelegram } from '../../../src/channels/messaging/simulator/telegram.js';
import { telegram } from '../../../src/channels/messaging/telegram/settings.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';

messagingAppContract(telegram, simulateTelegram);
