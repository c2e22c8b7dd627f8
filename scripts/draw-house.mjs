// Draws the layers of the house into CONTRIBUTING.md from scripts/house.json, the file the import rules read.
// `node scripts/draw-house.mjs` writes; with --check it fails where the picture is out of date.
import { readFileSync, writeFileSync } from 'node:fs';

const rooms = JSON.parse(readFileSync(new URL('house.json', import.meta.url), 'utf8'));
const page = new URL('../CONTRIBUTING.md', import.meta.url);
const text = readFileSync(page, 'utf8');
const drawn = text.replace(/(<!-- house -->\n)[\s\S]*?(<!-- \/house -->)/, (_, open, close) => `${open}${draw()}\n${close}`);

if (process.argv.includes('--check')) {
  if (drawn !== text) {
    console.error('CONTRIBUTING.md: the picture of the house is out of date; run node scripts/draw-house.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(page, drawn);
}

/** Rooms level by level, and each room's nearest imports only: what a nearer room imports already is left out. */
function draw() {
  const lines = ['```mermaid', 'flowchart BT'];
  for (const [room, imports] of Object.entries({ ...rooms, dialogs: [...rooms.server.filter((name) => name !== 'channels')] })) {
    const nearest = imports.filter((name) => !imports.some((other) => (rooms[other] ?? []).includes(name)));
    lines.push(...nearest.map((name) => `  ${room} --> ${name}`));
  }
  lines.push('  channels --> dialogs', '  app["app.ts, cli"] --> server', '  app --> evaluation', '```');
  return lines.join('\n');
}
