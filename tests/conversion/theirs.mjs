// SPDX-FileCopyrightText: Bulkhead contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What other converters make of texts:   node theirs.mjs FOLDER_WITH_NODE_MODULES < [{"tool", "text"}…]
// prints [{"text"} or {"error"}…].
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.argv[2] + '/package.json');
const load = name => {
  const module = require(name);
  return module.default ?? module;
};
const tools = { composerize: load('composerize'), decomposerize: load('decomposerize') };

const convert = ({ tool, text }) => {
  try {
    return { text: tools[tool](text) };
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(convert)));
