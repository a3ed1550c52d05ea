// The development page of the hall's picture. Not part of the build: `npm run dev`, then /dev-scene.html.

import { Crowd, devPlan, devPosters } from './dev_hall';
import { MOCK_CENTRE, mockPlan, mockPosters, mockView } from './dev_mock';
import { pixelsOf } from './model/geometry_floor';
import { waypoints } from './model/path';
import { Walker } from './model/walker';
import type { HallScene } from './scene/hall_scene';
import { createHallScene } from './scene/hall_scene';
import { createMinimap } from './scene/minimap';
import type { PlanView, PosterView, SceneView, SceneWords } from './model/scene_view';

const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;

const WORDS: SceneWords = {
  aisle: 'Aisle',
  posterToCome: ['Poster', 'to come'],
  audience: (count) => `${String(count)} people at the stage`,
  here: (count) => `${String(count)} here`,
  hereWith: (count, names) => `${String(count)} here · ${names.join(', ')} in sight`,
  circle: (names, more) => `${names.join(', ')}${more > 0 ? ` +${String(more)}` : ''}`,
  away: 'away',
  listMode: 'in the list',
  stage: 'Opening talks',
  helpDesk: 'Help desk',
  you: 'You',
};

declare global {
  interface Window {
    scene?: HallScene;
    bench?: (frames: number) => Promise<object>;
    settle?: () => boolean;
  }
}

async function main(): Promise<void> {
  const scene = await createHallScene({ words: WORDS });
  window.scene = scene;
  const el = document.getElementById('hall');
  const map = document.getElementById('map');
  if (!el || !(map instanceof HTMLCanvasElement)) return;
  await scene.mount(el);
  addEventListener('resize', () => {
    scene.resize();
  });
  const zoom = Number(query.get('zoom') ?? 1);
  if (query.get('scene') === 'hall' || query.get('scene') === 'bench') hall(scene, map, zoom);
  else mock(scene, map, zoom);
}

function mock(scene: HallScene, map: HTMLCanvasElement, zoom: number): void {
  map.remove();
  scene.setPlan(mockPlan(), mockPosters());
  scene.freeze(1000);
  scene.camera.centreOn(MOCK_CENTRE);
  if (zoom !== 1) scene.camera.setZoom(zoom);
  run(scene, () => mockView());
}

function hall(scene: HallScene, map: HTMLCanvasElement, zoom: number): void {
  const plan = devPlan(Number(query.get('posters') ?? 71));
  const posters = devPosters(plan);
  scene.setPlan(plan, posters);
  scene.setDoors(
    plan.doors.map((door, i) => ({
      room: door.room,
      open: i % 2 === 0,
      state: i % 2 === 0 ? 'Open until 16:40' : 'Opens 16:00',
    })),
  );
  const crowd = new Crowd(plan, posters, Number(query.get('people') ?? 120));
  const minimap = createMinimap(map);
  minimap.setPlan(plan, posters);
  const me = crowd.me;
  const walker = new Walker();
  walker.setPlan(plan);
  if (me) walker.place(me.at.x, me.at.y, 0);
  addEventListener('keydown', (event) => {
    walker.keyDown(event.code);
    if (event.code === 'Equal') scene.camera.zoomIn();
    if (event.code === 'Minus') scene.camera.zoomOut();
    if (event.code === 'KeyC') scene.camera.followMe();
    if (event.code === 'KeyH') scene.camera.fitHall();
  });
  addEventListener('keyup', (event) => {
    walker.keyUp(event.code);
  });
  scene.onPick((pick) => {
    walker.follow(waypoints(plan, walker, pick.tile));
  });
  if (query.has('fit')) scene.camera.fitHall();
  else scene.camera.setZoom(zoom);
  const at = query.get('at')?.split(',').map(Number);
  if (at) scene.camera.centreOn({ x: (at[0] ?? 0) * 32, y: (at[1] ?? 0) * 32 });
  const walking = Number(query.get('walking') ?? 0.5);
  let last = performance.now();
  const sample = (now: number, ms: number): SceneView => {
    crowd.step(ms, walking);
    walker.update(ms);
    const visitors = crowd
      .visitors(now)
      .map((one) =>
        one.me ? { ...one, x: walker.x, y: walker.y, facing: walker.facing, walking: walker.walking } : one,
      );
    const view = {
      visitors,
      circles: [],
      path: walker.path,
      focus: focusOf(plan, posters),
      highlight: null,
      myBooth: boothUnder(plan, walker),
    };
    minimap.draw({ me: walker, view: scene.camera.viewRect(), people: visitors, path: walker.path });
    return view;
  };
  window.bench = (frames) => bench(scene, (now) => sample(now, 16.7), frames);
  if (query.has('goto'))
    walker.follow(
      waypoints(plan, walker, {
        x: Number(query.get('goto')?.split(',')[0]),
        y: Number(query.get('goto')?.split(',')[1]),
      }),
    );
  if (query.get('scene') === 'bench') return;
  run(scene, (now) => {
    const ms = query.has('still') ? 0 : now - last;
    last = now;
    return sample(query.has('still') ? 1000 : now, ms);
  });
}

function focusOf(plan: PlanView, posters: readonly PosterView[]): SceneView['focus'] {
  const focus = query.get('focus');
  if (focus === 'booth') return { kind: 'booth', number: posters[4]?.number ?? 0 };
  if (focus === 'visitor') return { kind: 'visitor', id: 3 };
  return focus === 'door' ? { kind: 'door', room: plan.doors[0]?.room ?? 0 } : null;
}

function boothUnder(plan: PlanView, at: { x: number; y: number }): number {
  const booth = plan.booths.find((one) => {
    const rug = pixelsOf(one.rug);
    return at.x >= rug.x && at.y >= rug.y && at.x < rug.x + rug.w && at.y < rug.y + rug.h;
  });
  return booth?.number ?? 0;
}

function run(scene: HallScene, sample: (nowMs: number) => SceneView): void {
  let still = 0;
  const frame = (now: number): void => {
    still = scene.draw(sample(now), now) || scene.stats.loading > 0 ? 0 : still + 1;
    if (still > 3) document.documentElement.dataset['ready'] = '1';
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** JavaScript time of draw() alone, one frame after another without waiting for the screen. */
async function bench(
  scene: HallScene,
  sample: (nowMs: number) => SceneView,
  frames: number,
): Promise<object> {
  const times: number[] = [];
  let now = 0;
  for (let i = 0; i < frames + 60; i++) {
    now += 16.7;
    const view = sample(now);
    const began = performance.now();
    scene.draw(view, now);
    if (i >= 60) times.push(performance.now() - began);
    if (i % 2 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number =>
    Math.round((times[Math.floor(part * (times.length - 1))] ?? 0) * 100) / 100;
  const mean = Math.round((times.reduce((a, b) => a + b, 0) / times.length) * 100) / 100;
  return { mean, p50: at(0.5), p95: at(0.95), max: at(1), ...scene.stats };
}

void main();
