// What commands import inside their actions: loading it takes a second, which `--help` and a mistyped option
// need not wait for.
export { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
export { openApp, openCatalogue, openModel, serve } from '../app.js';
export { importFeed } from '../catalog/import-feed.js';
export { importPhotos } from '../catalog/import-photos.js';
export { openPictures } from '../catalog/pictures/open-pictures.js';
export { CHANNELS } from '../channels/channel-list.js';
export { diagnose } from '../channels/diagnose.js';
export { createShopServer } from '../channels/mcp/shop-server.js';
export { startPlatform } from '../channels/messaging/simulator/start-platform.js';
export { registerWebhook } from '../channels/register-webhook.js';
export { readConfig, readPlaces } from '../config.js';
export { createGuardedFetch } from '../encoding/guarded-fetch.js';
export { findModelFolder } from '../encoding/model-folder.js';
export { LabelWords } from '../evaluation/label-words.js';
export { evaluateLanguage, parseLanguageCases } from '../evaluation/language-suite.js';
export { MODEL_SUITES } from '../evaluation/model-suites.js';
export { parseLooks } from '../evaluation/outfit-terms/looks.js';
export { evaluateOutfitTerms } from '../evaluation/outfit-terms/outfit-terms.js';
export { outfitTermsTable } from '../evaluation/outfit-terms/outfit-terms-table.js';
export { evaluateOutfits } from '../evaluation/outfits-suite.js';
export { rankTexts } from '../evaluation/rank-texts.js';
export { openTrainedFusions } from '../evaluation/trained-fusions.js';
export { embedImages, embedTexts } from '../evaluation/write-embeddings.js';
export { openLanguage } from '../language/open-language.js';
export { openDatabase } from '../storage/database.js';
export { createInboxStore } from '../storage/sqlite-inbox-store.js';
export { readLearnedKinds } from '../styling/learned-kinds.js';
