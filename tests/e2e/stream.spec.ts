// Streams: the page for people without an invitation, the player in hall and list, two people who see the same moment, and
// other hosts as links.

import { amara, organiser, rafael, tomasz } from './people';
import { Desk } from './support/desk';
import { KeyboardHands } from './support/hands';
import { NARROW, narrowAndSound, sound } from './support/sound';
import { apart, brightness, secondsOf, StreamHost } from './support/stream_host';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words, wordsOf } from './support/words';

const hall = openHall([amara, organiser, rafael, tomasz]);
const { player, streamPage } = words;
/** A slow machine fetches, decodes and jumps at its own pace; what is promised is only how far apart people then are. */
const SLOW = { timeout: 60_000 };
let host: StreamHost;
/** Comes into the programme when a page is already open. */
let newer: StreamHost;
let desk: Desk;

test.beforeAll(async () => {
  host = await StreamHost.open();
  newer = await StreamHost.open();
  desk = await Desk.open(hall.server, hall.link(organiser));
});
test.afterAll(async () => {
  await host?.close();
  await newer?.close();
});

const screen = (who: Visitor) => who.page.locator('[data-player]');
const playing = (who: Visitor) => expect(screen(who)).toHaveAttribute('data-player', 'playing', SLOW);
const inStep = (who: Visitor) => expect(screen(who)).toHaveAttribute('data-step', 'held', SLOW);
const press = (who: Visitor) => screen(who).getByRole('button', { name: player.play, exact: true }).press('Enter');

test('without an invitation one sees the public stream’s page and nothing else', async ({ visitors }) => {
  const talk = { title: 'Opening talks', people: ['Ingrid Solheim', 'Wei Chen'], fromMin: -10, toMin: 60 };
  const open = await desk.set({ ...talk, stream: host.live, streamPublic: true });
  const closed = await desk.set({ title: 'For the invited', fromMin: -10, toMin: 60, stream: host.live });
  const coming = await desk.set({ title: 'Closing words', fromMin: 90, toMin: 120, stream: host.live, streamPublic: true });
  const passer = await visitors.arrive('passer', { timezoneId: 'Africa/Lagos' });
  const { page } = passer;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  await page.goto(`${hall.server.url}/stream/${open}`);
  await expect(page.getByRole('heading', { level: 1, name: talk.title })).toBeVisible();
  await expect(page.getByText(streamPage.with(talk.people.join(', ')))).toBeVisible();
  await expect(page.getByText(streamPage.yourTime('Lagos'))).toBeVisible();
  await expect(page.locator('[data-event-time]')).toContainText('Nairobi');
  await expect(screen(passer)).toHaveAttribute('data-player', 'idle');
  await sound(passer, 'public stream');
  expect(asked.filter((path) => path.includes('hls') || path.endsWith('.m3u8'))).toEqual([]);
  await new KeyboardHands(page).press('button', player.play);
  await playing(passer);
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.muted)).toBe(false);
  await sound(passer, 'public stream, playing');
  expect([...new Set(asked)].filter((path) => path.startsWith('/api') || path.startsWith('/ws') || path.startsWith('/files'))).toEqual(['/api/v1/streams']);

  await page.goto(`${hall.server.url}/stream/${coming}`);
  await expect(page.getByRole('timer')).toContainText(/1:(29|30):\d\d|1:\d\d:\d\d/);
  await expect(page.locator('video')).toHaveCount(0);

  await page.goto(`${hall.server.url}/stream`);
  await expect(page.locator('[data-session]')).toHaveCount(2);
  await expect(page.getByText('For the invited')).toHaveCount(0);
  await sound(passer, 'public streams');

  const texts: (string | null)[] = [];
  for (const id of [closed, 'b-scores', 'nobody-knows']) {
    const answer = await page.goto(`${hall.server.url}/stream/${id}`);
    expect(answer?.status(), id).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: streamPage.notHere })).toBeVisible();
    texts.push(await page.locator('body').textContent());
  }
  expect(new Set(texts).size).toBe(1);
  await sound(passer, 'no such stream');
});

test('organisers find the public page’s address in the session, and what is on now can be watched at once', async ({ visitors }) => {
  const id = await desk.set({ title: 'Made public', fromMin: -1, toMin: 30, stream: host.live, streamPublic: true });
  const noor = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
  await noor.section(words.tabs.programme);
  const sessions = noor.page.locator('[data-desk]');
  await sessions.locator('summary').last().press('Enter');
  await sessions.getByRole('button', { name: words.sessionDesk.changeOf('Made public') }).press('Enter');
  const dialog = noor.page.getByRole('dialog');
  await expect(dialog.getByLabel(words.sessionDesk.publicPage)).toHaveValue(`${hall.server.url}/stream/${id}`);
  await sound(noor, 'a public session, changed');
  await noor.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await noor.page.locator('header [data-now]').press('Enter');
  const list = noor.page.getByRole('group', { name: words.programme.onNow });
  await list.getByRole('button', { name: words.programme.watchName(words.programme.watchHere, 'Made public') }).press('Enter');
  await expect(list).toBeHidden();
  await expect(screen(noor).getByRole('button', { name: player.play })).toBeFocused();
});

test('the public page on a phone, in German and Japanese, and the recording afterwards', async ({ visitors }) => {
  const id = await desk.set({ title: 'Panel', fromMin: -10, toMin: 60, stream: host.live, streamPublic: true, summary: 'Who reads 700 posters?' });
  for (const locale of ['de-DE', 'ja-JP']) {
    const who = await visitors.arrive(locale, { ...NARROW, locale });
    const said = wordsOf(locale);
    await who.page.goto(`${hall.server.url}/stream/${id}`);
    await expect(who.page.getByRole('heading', { level: 1, name: 'Panel' })).toBeVisible();
    await expect(screen(who).getByRole('button', { name: said.player.play })).toBeVisible();
    await narrowAndSound(who, `public stream, ${locale}`);
  }
  await desk.set({ title: 'Panel', fromMin: -70, toMin: -10, stream: host.live, streamPublic: true, recording: host.recording });
  const late = await visitors.arrive('late', NARROW);
  await late.page.goto(`${hall.server.url}/stream/${id}`);
  await press(late);
  await playing(late);
  await expect(screen(late).getByRole('slider', { name: player.position })).toBeVisible();
  await narrowAndSound(late, 'recording');
});

test('two people see the same moment, and one who paused comes back to it', { tag: '@seconds' }, async ({ visitors }) => {
  const id = await desk.set({ title: 'In step', fromMin: -10, toMin: 60, stream: host.live, streamPublic: true });
  const one = await visitors.arrive('one', { viewport: { width: 900, height: 700 } });
  const two = await visitors.arrive('two', { viewport: { width: 900, height: 700 } });
  for (const who of [one, two]) {
    await who.page.goto(`${hall.server.url}/stream/${id}`);
    await press(who);
  }
  const together = async (): Promise<void> => {
    for (const who of [one, two]) {
      await playing(who);
      await inStep(who);
    }
    // Both pictures at one instant, several times while the stream goes on.
    for (let look = 0; look < 4; look++) {
      const [a, b] = await Promise.all([one, two].map((who) => who.page.evaluate(brightness)));
      expect(a).not.toBeNull();
      expect(b).not.toBeNull();
      expect(apart(secondsOf(a ?? 0), secondsOf(b ?? 0)), `look ${look}: ${a} and ${b}`).toBeLessThan(2);
      const before = await one.page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
      await expect.poll(() => one.page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime), SLOW).toBeGreaterThan(before + 0.5);
    }
  };
  await together();
  await screen(two).getByRole('button', { name: player.pause }).press('Enter');
  await expect(screen(two)).toHaveAttribute('data-player', 'paused');
  await expect(screen(two).getByRole('status')).toHaveText(player.paused);
  const paused = await two.page.evaluate(brightness);
  await expect.poll(async () => apart(secondsOf((await one.page.evaluate(brightness)) ?? 0), secondsOf(paused ?? 0)), SLOW).toBeGreaterThan(4);
  await press(two);
  await together();
});

test('a stream that has not begun is said, tried again, and captions are shown where there are some', async ({ visitors }) => {
  const id = await desk.set({ title: 'Not yet', fromMin: -10, toMin: 60, stream: host.captioned, streamPublic: true });
  const who = await visitors.arrive('early');
  who.forgive(/Failed to load resource/);
  host.silent = true;
  await who.page.goto(`${hall.server.url}/stream/${id}`);
  await press(who);
  await expect(who.page.locator('[data-trouble="gone"]')).toContainText(player.gone);
  await sound(who, 'a stream that does not answer');
  await expect(screen(who).getByRole('button', { name: player.retry })).toBeVisible();
  // It is tried again by itself.
  host.silent = false;
  await playing(who);
  const captions = screen(who).getByRole('button', { name: player.captions });
  await captions.press('Enter');
  await expect(captions).toHaveAttribute('aria-pressed', 'true');
  const shown = () => who.page.locator('video').evaluate((video: HTMLVideoElement) => [...video.textTracks].filter(({ mode }) => mode === 'showing').flatMap((track) => [...(track.cues ?? [])].map((cue) => (cue as VTTCue).text)));
  await expect.poll(shown, SLOW).toContain('Words of the talk');
});

test('in the hall the stage shows what runs there while one walks and talks; a newer host needs a newer page', async ({ visitors }) => {
  const first = await desk.set({ title: 'Chosen', fromMin: -2, toMin: 60, stream: host.live });
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const { page } = one;
  const corner = page.locator('[data-stream]');
  await expect(corner).toHaveCount(0);
  await one.section(words.tabs.programme);
  await page.locator(`[data-session="${first}"] [data-watch]`).press('Enter');
  await expect(screen(one).getByRole('button', { name: player.play })).toBeFocused();
  await corner.getByRole('button', { name: player.stand }).press('Enter');
  await one.is({ place: words.place.stage });
  await corner.getByRole('button', { name: player.close }).press('Enter');
  await expect(corner).toHaveCount(0);

  // What begins there now is shown to who stands there; the page is older than its host.
  const id = await desk.set({ title: 'On the stage', fromMin: -1, toMin: 60, stream: newer.live });
  await expect(page.locator(`[data-stream="${id}"]`)).toBeVisible();
  await expect(screen(one)).toHaveAttribute('data-player', 'idle');
  one.forgive(/content policy|Content Security Policy/);
  await press(one);
  await expect(page.locator('[data-trouble="blocked"]')).toContainText(player.blocked);
  await page.locator('[data-trouble]').getByRole('button', { name: player.reload }).press('Enter');
  await one.inside();
  await one.is({ place: words.place.stage });
  await expect(screen(one)).toHaveAttribute('data-player', 'idle');
  await press(one);
  await playing(one);
  await sound(one, 'a stream in the hall', '[data-stream]');
  // Walking goes on beside it, and so does the stream.
  const before = await one.state('tile');
  await page.locator('#hall').focus();
  await page.keyboard.down('ArrowRight');
  await expect.poll(() => one.state('tile')).not.toBe(before);
  await page.keyboard.up('ArrowRight');
  await expect(corner).toBeVisible();
  await expect(page.getByRole('textbox').first()).toBeEnabled();
  await corner.getByRole('button', { name: player.close }).press('Enter');
  await expect(corner).toHaveCount(0);
});

test('in list mode and on a phone it is watched from the programme; other hosts are links that say where they lead', async ({ visitors }) => {
  const here = await desk.set({ title: 'Watched here', fromMin: -2, toMin: 60, stream: host.live });
  const there = await desk.set({ title: 'Watched there', fromMin: -2, toMin: 60, stream: 'https://tube.example/watch?v=1' });
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await one.section(words.tabs.programme);
  await one.page.locator(`[data-session="${here}"] [data-watch]`).press('Enter');
  const play = screen(one).getByRole('button', { name: player.play });
  await expect(play).toBeFocused();
  await one.page.keyboard.press('Enter');
  await playing(one);
  await sound(one, 'a stream in list mode');
  const row = one.page.locator(`[data-session="${there}"]`);
  const link = row.getByRole('link');
  await expect(link).toContainText(words.programme.watch('tube.example'));
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(one.page.locator('iframe')).toHaveCount(0);

  const phone = await (await visitors.arrive('tomasz', NARROW)).enter(hall.link(tomasz), 'list');
  await phone.section(words.tabs.programme);
  await phone.page.locator(`[data-session="${here}"] [data-watch]`).press('Enter');
  await expect(screen(phone)).toBeVisible();
  await narrowAndSound(phone, 'a stream on a phone');
  await press(phone);
  await playing(phone);
});
