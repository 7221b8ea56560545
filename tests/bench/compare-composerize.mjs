// SPDX-FileCopyrightText: Bulkhead contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// composerize over the same commands as bench-core: the median of the fastest rounds, in µs.
//   node compare-composerize.mjs FOLDER_WITH_NODE_MODULES CORPUS.jsonl [ROUNDS]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [folder, corpus, rounds = '5'] = process.argv.slice(2);
const module = createRequire(folder + '/package.json')('composerize');
const composerize = module.default ?? module;

const commands = readFileSync(corpus, 'utf8').trim().split('\n').map(line => JSON.parse(line))
  .filter(record => record.rc === 0).map(record => record.command);

const fastest = new Map();
for (let round = 0; round < Number(rounds); round++)
  for (const command of commands) {
    const begin = process.hrtime.bigint();
    try {
      composerize(command);
    } catch {
      continue; // It cannot read all of them.
    }
    const micros = Number(process.hrtime.bigint() - begin) / 1000;
    fastest.set(command, Math.min(micros, fastest.get(command) ?? Infinity));
  }

const times = [...fastest.values()].sort((a, b) => a - b);
console.log(`composerize: median ${times[times.length >> 1].toFixed(1)} µs over ${times.length} of ${commands.length} commands`);
