import { dingtalk } from '../../../src/channels/messaging/dingtalk/settings.js';
import { simulateDingtalk } from '../../../src/channels/messaging/simulator/dingtalk.js';
import { messagingAppContract } from '../../contract/messaging-app-contract.js';

messagingAppContract(dingtalk, simulateDingtalk);
