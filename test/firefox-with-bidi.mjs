#!/usr/bin/env node
// Firefox as playwright-core wants it: the browser of FIREFOX, with a listener in between that answers the commands
// an older (ESR) Firefox does not know yet and that no journey needs.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

const unknownToEsr = new Set(['emulation.setMediaFeaturesOverride']);

const firefox = spawn(process.env.FIREFOX ?? '/usr/bin/firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => firefox.kill(signal));

for await (const line of createInterface({ input: firefox.stderr })) {
  const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line)?.[1];
  if (address) listen(address);
  else console.error(line);
}

function listen(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (client, request) => relay(client, new WebSocket(`${address}${request.url}`)));
  server.on('listening', () => console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`));
}

function relay(client, browser) {
  const opened = new Promise((resolve) => browser.once('open', resolve));
  client.on('message', async (data) => {
    const message = JSON.parse(data.toString());
    if (unknownToEsr.has(message.method)) client.send(JSON.stringify({ type: 'success', id: message.id, result: {} }));
    else {
      await opened;
      browser.send(data.toString());
    }
  });
  browser.on('message', (data) => client.send(data.toString()));
  client.on('close', () => browser.close());
  for (const event of ['close', 'error']) browser.on(event, () => client.close());
}
