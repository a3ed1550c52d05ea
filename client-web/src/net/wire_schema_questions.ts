// Messages about a poster's questions as wire_schema.ts has the others: fetched with what sends them.

export const QUESTION_SCHEMA = {
  WantAnswer: 'poster:1u question:2u on:3b',
  HideQuestion: 'clientId:1y poster:2u question:3u reason:4s',
  ShowQuestion: 'clientId:1y poster:2u question:3u',
};
