// What a name tag says at each level. Pure.

import type { SceneWords, VisitorView } from '../model/scene_view';
import type { TagContent } from './art/label_art';
import type { TagLevel } from './tag_levels';

export function tagContent(visitor: VisitorView, level: TagLevel, words: SceneWords): TagContent {
  const whole = level === 3;
  const state = visitor.away ? words.away : visitor.listMode ? words.listMode : '';
  const details = whole ? [visitor.affiliation, state].filter((part) => part !== '') : [];
  return {
    name: whole ? visitor.name : visitor.shortName,
    detail: details.join(' · '),
    mark: markOf(visitor),
    me: visitor.me,
  };
}

function markOf(visitor: VisitorView): TagContent['mark'] {
  if (visitor.presents) return 'lamp';
  return visitor.speaking === true ? 'sound' : 'none';
}
