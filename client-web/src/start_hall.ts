// Puts one visit together: model, the door out, the picture, the screen.

import { mount } from 'svelte';
import { Intents } from './intents/intents';
import { HallModel } from './model/hall_model';
import type { Settings, TextStore } from './model/settings';
import HallApp from './ui/app/HallApp.svelte';
import type { HallPicture } from './ui/hall/picture';
import { systemReducesMotion } from './ui/theme';

export function startHall(
  target: HTMLElement,
  settings: Settings,
  tab: TextStore,
  poster: string,
  author: string | null,
  arrived: boolean,
): ReturnType<typeof mount> {
  const model = new HallModel(settings, () => Date.now());
  const reducedMotion = (): boolean => settings.values.reduceMotion || systemReducesMotion();
  const intents = new Intents(model, { tab, reducedMotion, hidden: () => document.hidden });
  const picture = async (): Promise<HallPicture> => {
    const { ScenePicture } = await import('./hall_picture');
    return new ScenePicture(model, intents, reducedMotion);
  };
  return mount(HallApp, {
    target,
    props: { model, intents, poster, author, arrived, picture, reducedMotion },
  });
}
