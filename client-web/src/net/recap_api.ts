// The HTTP interface about what stays of a breakout (proto/posterhall/v1/api_recap.proto).

import type { ApiResult } from '../model/api';
import type { Recap } from '../model/recap';
import { call } from './api';
import { list, number, text, texts, truth } from './json_fields';

export function getRecap(session: string): Promise<ApiResult<Recap>> {
  return call(`/recap?session=${encodeURIComponent(session)}`, (answer) => {
    const { posters } = answer;
    return {
      people: number(answer, 'people'),
      goesOn: number(answer, 'untilMs') === 0,
      questions: list(answer, 'questions').map((each) => ({
        name: text(each, 'name'),
        text: text(each, 'text'),
        answer: text(each, 'answer'),
        wants: number(each, 'wants'),
      })),
      links: texts(answer, 'links'),
      posters: Array.isArray(posters)
        ? posters.filter((each): each is number => typeof each === 'number')
        : [],
      slides: texts(answer, 'slides'),
      talk: list(answer, 'talk').map((each) => ({
        name: text(each, 'name'),
        text: text(each, 'text'),
        atMs: number(each, 'atMs'),
      })),
      moreTalk: truth(answer, 'moreTalk'),
    };
  });
}
