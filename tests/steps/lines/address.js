// What a browser does at a public address, through the proxy: node address.js HTTP-PORT HTTPS-PORT ROOT-CERTIFICATE, the
// link's token in TOKEN. One line for each thing tested.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

const [plain, secure, root] = process.argv.slice(2);
const host = 'hall.example.org';
const origin = `https://${host}`;
const ca = readFileSync(root);

/** @returns {Promise<{status: number, headers: object, body: string}>} */
function ask(method, path, headers = {}, body = '', how = { client: https, port: secure }) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: how.port, servername: host, ca, method, path, agent: false };
    const request = how.client.request({ ...options, headers: { host, ...headers } });
    request.on('error', reject);
    request.on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve({ status: answer.statusCode, headers: answer.headers, body: '' });
    });
    request.on('response', (answer) => {
      let text = '';
      answer.on('data', (part) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: text }));
    });
    request.end(body);
  });
}

const post = (path, value, headers = {}) =>
  ask('POST', path, { origin, 'content-type': 'application/json', ...headers }, JSON.stringify(value));

const upgrade = (from, ticket) =>
  ask('GET', '/ws', {
    origin: from,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
    'sec-websocket-protocol': `posterhall.v1, ticket.${ticket}`,
  });

function say(name, holds, otherwise) {
  console.log(holds ? `pass ${name}` : `fail ${name}: ${otherwise}`);
}

const redirected = await ask('GET', '/p/1', {}, '', { client: http, port: plain });
const to = redirected.headers.location ?? '';
say('http leads to https', redirected.status === 308 && to.startsWith(`https://${host}`), `${redirected.status} ${to}`);

const event = await ask('GET', '/api/v1/event');
say('https reaches the hall', event.status === 200 && event.body.includes('Address'), `${event.status} ${event.body}`);
const strict = event.headers['strict-transport-security'] ?? '';
say('browsers are told to stay with https', strict.includes('max-age='), `the header is "${strict}"`);
const figures = await ask('GET', '/metrics');
say('the figures are not for everybody', figures.status >= 400, `${figures.status}`);

const wrong = await post('/api/v1/enter', { token: process.env.TOKEN }, { origin: `http://${host}` });
say('another Origin does not enter', wrong.status === 403, `${wrong.status}`);
const entered = await post('/api/v1/enter', { token: process.env.TOKEN });
const cookie = entered.headers['set-cookie']?.[0] ?? '';
const parts = ['; Secure', '; HttpOnly', '; SameSite=Strict', '; Path=/'];
const bound = cookie.startsWith('__Host-posterhall=') && parts.every((part) => cookie.includes(part));
say('the cookie is bound to host and https', entered.status === 200 && bound, `${entered.status} ${cookie.split('=')[0]}`);

const asked = await post('/api/v1/ticket', {}, { cookie: cookie.split(';')[0] });
const ticket = asked.status === 200 ? Object.values(JSON.parse(asked.body))[0] : '';
say('a ticket is given', ticket !== '', `${asked.status} ${asked.body}`);
const opened = await upgrade(origin, ticket);
const protocol = opened.headers['sec-websocket-protocol'];
say('a WebSocket opens through it', opened.status === 101 && protocol === 'posterhall.v1', `${opened.status} ${opened.body}`);
const again = await upgrade(origin, ticket);
say('its ticket opens no second', again.status === 401, `${again.status}`);
