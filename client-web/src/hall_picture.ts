// The scene, fed from the model: floor, booths' facts, and each frame's moment. Also where a frame's steps are taken.
// Runs on: the page's thread. Owns: the scene and the frame loop.

import type { Intents } from './intents/intents';
import { lampOf, nowAndNext } from './model/lamps';
import type { HallModel } from './model/hall_model';
import { peopleOnMap } from './model/map_people';
import { nearMe } from './model/near_me';
import type { NearTarget } from './model/near_me';
import { sceneMoment } from './model/scene_moment';
import type { DoorState, PosterView, SceneWords } from './model/scene_view';
import type { HallScene, ScenePick } from './scene/hall_scene';
import type { Minimap } from './model/hall_picture';
import type { CameraNow, HallPicture, Picked, PictureStart } from './ui/hall/picture';
import { at } from './ui/phrases';
import { atShort } from './ui/phrases_more';
import { fileUrl } from './ui/places';
import { installTestSwitch } from './test_switch';
import { moreWords, words } from './words';

/** Asked for by each picture anew: the language may have changed. */
const sceneWords = (): SceneWords => ({
  aisle: moreWords.hall.aisle,
  posterToCome: words.posters.posterToCome,
  here: moreWords.hall.here,
  hereWith: moreWords.hall.hereWith,
  audience: words.place.audience,
  circle: moreWords.hall.circle,
  away: moreWords.hall.away,
  listMode: moreWords.hall.listMode,
  stage: moreWords.hall.stage,
  helpDesk: moreWords.hall.helpDesk,
  you: moreWords.hall.you,
});

/** The small map need not be as fresh as the picture. */
const MAP_EVERY_MS = 200;

const NO_CAMERA: CameraNow = { canZoomIn: false, canZoomOut: false, view: { x: 0, y: 0, w: 0, h: 0 } };

export class ScenePicture implements HallPicture {
  private scene_: HallScene | null = null;
  private frame_ = 0;
  private lastMs_ = 0;
  private shown_ = true;
  private plan_: unknown = null;
  private map_: Minimap | null = null;
  private mapDrawnMs_ = 0;
  private readonly off_: (() => void)[] = [];
  private readonly pickers_ = new Set<(picked: Picked) => void>();
  private readonly cameras_ = new Set<() => void>();

  constructor(
    private readonly model_: HallModel,
    private readonly intents_: Intents,
    private readonly reducedMotion_: () => boolean,
  ) {}

  async start(element: HTMLElement): Promise<PictureStart> {
    try {
      const { createHallScene } = await import('./scene/hall_scene');
      const scene = await createHallScene({ words: sceneWords() });
      if (!scene.available) return 'no_webgl';
      await scene.mount(element);
      this.scene_ = scene;
    } catch {
      return 'failed';
    }
    this.wire(this.scene_, element);
    this.off_.push(installTestSwitch(this.model_, this.scene_));
    this.lastMs_ = performance.now();
    this.frame_ = requestAnimationFrame(this.loop);
    return 'ready';
  }

  private wire(scene: HallScene, element: HTMLElement): void {
    const { catalogue, facts, saved, settings } = this.model_;
    scene.setReducedMotion(this.reducedMotion_());
    const posters = (): void => this.feed(scene);
    this.off_.push(
      catalogue.onChange(posters),
      facts.onChange(posters),
      saved.onChange(posters),
      settings.onChange(() => {
        scene.setReducedMotion(this.reducedMotion_());
        posters();
      }),
      scene.onPick((pick) => this.picked(scene, pick)),
      scene.onCamera(() => this.cameras_.forEach((listener) => listener())),
    );
    const watcher = new ResizeObserver(() => scene.resize());
    watcher.observe(element);
    this.off_.push(() => watcher.disconnect());
    const minute = setInterval(posters, 30_000);
    this.off_.push(() => clearInterval(minute));
    posters();
  }

  private feed(scene: HallScene): void {
    const { catalogue } = this.model_;
    const plan = catalogue.plan;
    if (!plan) return;
    const posters = this.posterViews();
    if (this.plan_ !== plan) {
      this.plan_ = plan;
      scene.setPlan(plan, posters);
      this.map_?.setPlan(plan, posters);
      scene.camera.followMe();
    } else {
      scene.setPosters(posters);
      this.map_?.setPosters(posters);
    }
    scene.setDoors(this.doorStates());
  }

  private posterViews(): readonly PosterView[] {
    const { catalogue, clock, facts, saved, settings } = this.model_;
    const now = clock.exactMs;
    const zone = settings.values.timeZone;
    return catalogue.posters.map((poster) => {
      const fact = facts.booth(poster.number);
      const lamp = lampOf(fact, poster.shifts, now);
      return {
        number: poster.number,
        title: poster.title,
        topic: poster.topic,
        thumbnailUrl: poster.thumbnail === '' ? null : fileUrl(poster.thumbnail),
        portrait: poster.height > poster.width,
        empty: poster.version === 0,
        lamp: lamp.state,
        nextText: lamp.state === 'on' || lamp.due || lamp.atMs === 0 ? '' : atShort(zone, lamp.atMs, now),
        visitors: fact.visitors,
        saved: saved.has(poster.key),
      };
    });
  }

  private doorStates(): readonly DoorState[] {
    const { catalogue, clock, facts, settings } = this.model_;
    const now = clock.exactMs;
    const zone = settings.values.timeZone;
    return catalogue.rooms.map((room) => {
      const fact = facts.room(room.room);
      const sessions = catalogue.sessionsOfRoom(room.room);
      const running = sessions.find((each) => each.id === fact?.session)?.span;
      if (fact?.open) {
        const state = running
          ? moreWords.hall.doorOpen(at(zone, running.endMs, now))
          : moreWords.hall.doorOpenNow;
        return { room: room.room, open: true, state };
      }
      const next = nowAndNext(sessions, now).next?.span;
      const state = next ? moreWords.hall.doorOpens(at(zone, next.startMs, now)) : moreWords.hall.doorClosed;
      return { room: room.room, open: false, state };
    });
  }

  private picked(scene: HallScene, pick: ScenePick): void {
    this.intents_.myself.input();
    const screen = scene.camera.toScreen(pick.at);
    let picked: Picked;
    if (pick.kind === 'visitor') picked = { kind: 'visitor', id: pick.id, screen };
    else if (pick.kind === 'door') picked = { kind: 'door', room: pick.room, screen };
    else if (pick.kind === 'booth' && pick.part === 'wall') picked = { kind: 'wall', number: pick.number };
    else picked = { kind: 'floor', tile: pick.tile };
    this.pickers_.forEach((listener) => listener(picked));
  }

  private readonly loop = (nowMs: number): void => {
    this.frame_ = requestAnimationFrame(this.loop);
    const passed = nowMs - this.lastMs_;
    this.lastMs_ = nowMs;
    this.intents_.moving.frame(passed, nowMs);
    if (!this.shown_) return;
    this.scene_?.draw(sceneMoment(this.model_, nowMs), nowMs);
    if (nowMs - this.mapDrawnMs_ >= MAP_EVERY_MS) this.drawMap(nowMs);
  };

  private drawMap(nowMs: number): void {
    this.mapDrawnMs_ = nowMs;
    const { facts, own, visitors } = this.model_;
    this.map_?.draw({
      me: own.known ? own.point : null,
      view: this.scene_?.camera.viewRect() ?? null,
      people: peopleOnMap(visitors.all(), visitors.me, visitors.centreCell, facts.cells),
      path: own.walker.onPath ? own.walker.path : null,
    });
  }

  near(): readonly NearTarget[] {
    const scene = this.scene_;
    const { catalogue, own } = this.model_;
    if (!scene || !catalogue.plan) return [];
    const { visitors } = sceneMoment(this.model_, performance.now());
    const near = nearMe(catalogue.plan, visitors, scene.camera.viewRect(), own.point);
    return near.map(({ target, at: point }) => ({ target, at: scene.camera.toScreen(point) }));
  }

  map(canvas: HTMLCanvasElement): () => void {
    let gone = false;
    void import('./scene/minimap').then(({ createMinimap }) => {
      if (gone) return;
      const map = createMinimap(canvas);
      this.map_ = map;
      map.onClick((tile) => this.pickers_.forEach((listener) => listener({ kind: 'map', tile })));
      const { plan } = this.model_.catalogue;
      if (plan) map.setPlan(plan, this.posterViews());
    });
    return () => {
      gone = true;
      this.map_?.destroy();
      this.map_ = null;
    };
  }

  setShown(shown: boolean): void {
    this.shown_ = shown;
  }

  zoomIn(): void {
    this.scene_?.camera.zoomIn();
  }

  zoomOut(): void {
    this.scene_?.camera.zoomOut();
  }

  followMe(): void {
    this.scene_?.camera.followMe();
  }

  wholeHall(): void {
    this.scene_?.camera.fitHall();
  }

  camera(): CameraNow {
    const camera = this.scene_?.camera;
    if (!camera) return NO_CAMERA;
    return { canZoomIn: camera.canZoomIn(), canZoomOut: camera.canZoomOut(), view: camera.viewRect() };
  }

  onCamera(listener: () => void): () => void {
    this.cameras_.add(listener);
    return () => this.cameras_.delete(listener);
  }

  onPick(listener: (picked: Picked) => void): () => void {
    this.pickers_.add(listener);
    return () => this.pickers_.delete(listener);
  }

  themeChanged(): void {
    this.scene_?.setTheme();
    this.map_?.setTheme();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame_);
    this.off_.forEach((off) => off());
    this.off_.length = 0;
    this.scene_?.destroy();
    this.scene_ = null;
  }
}
