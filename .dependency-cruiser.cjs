/** The house: who may import whom (DESIGN: "Imports go one way"). Rules and the picture in CONTRIBUTING.md come
 * from the same scripts/house.json. */
const rooms = require('./scripts/house.json');
const all = Object.keys(rooms);
const roomRules = all.map((room) => ({
  name: `${room}-imports-one-way`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^(src|dialogs)/',
    pathNot: [`^src/(${[room, ...rooms[room]].join('|')})/`, ...(['channels', 'server'].includes(room) ? ['^dialogs/'] : [])],
  },
}));
module.exports = {
  forbidden: [
    ...roomRules,
    { name: 'dialogs-stand-on-the-assistant', severity: 'error', from: { path: '^dialogs/' }, to: { path: '^src/(channels|server|cli|evaluation|app|config)' } },
    { name: 'only-cli-evaluates', severity: 'error', from: { path: '^(src|dialogs)/', pathNot: '^src/(cli|evaluation)/' }, to: { path: '^src/evaluation/' } },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'botbuilder-in-two-folders', severity: 'error', from: { path: '^(src|dialogs)/', pathNot: '^(dialogs|src/channels/bot-framework)/' }, to: { path: 'node_modules/(botbuilder|botframework-)' } },
    { name: 'express-at-the-edges', severity: 'error', from: { path: '^(src|dialogs)/', pathNot: '^src/(server|channels)/' }, to: { path: 'node_modules/(@types/)?express' } },
    { name: 'sql-in-storage-and-stores', severity: 'error', from: { path: '^(src|dialogs)/', pathNot: '^src/(storage/|catalog/[^/]*store)' }, to: { path: 'node_modules/(kysely|better-sqlite3)' } },
    { name: 'runtime-needs-no-dev-package', severity: 'error', from: { path: '^(src|dialogs)/' }, to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, exclude: { path: '^dist/' } },
};
