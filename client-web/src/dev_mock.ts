// The design's one believable moment of the hall (24 booths, 46 people), for comparing pictures side by side.
// Not part of the build. All people and conversations are invented.

import { encodeLook, lookFromId } from './model/avatar_look';
import type { AvatarLook } from './model/avatar_look';
import type {
  BoothView,
  Facing,
  FurnitureView,
  PlanView,
  PosterView,
  SceneView,
  VisitorView,
} from './model/scene_view';
import { posterDataUrl } from './dev_posters';

const COLUMNS = [3, 8, 13, 21, 26, 31];
const DX = 88;
const DY = -26;

type Row = readonly [number, string, number, PosterView['lamp'], number, string?];
const ROWS: readonly Row[] = [
  [308, 'Kornia: an Open Source Differentiable Computer Vision Library', 1, 'on', 2],
  [309, 'PyTorch3D: Fast, Flexible, 3D Deep Learning', 1, 'on', 4],
  [310, 'UPIT: Unpaired Image-to-Image Translation', 1, 'on', 0],
  [311, 'MONAI: Healthcare Imaging', 3, 'on', 3],
  [312, 'TorchIO: Pre-Processing of Medical Images', 3, 'on', 3],
  [313, 'Farabio: Biomedical Imaging', 3, 'off', 1, '23:00'],
  [408, 'CompressAI: end-to-end compression', 1, 'off', 0, '23:00'],
  [409, 'PyTorchVideo: Video Understanding', 1, 'on', 3],
  [410, 'PyroNear: Early Wildfire Detection', 1, 'soon', 1, '16:00'],
  [411, 'Lanternfish: Drift Alarms for Tiny Models', 3, 'on', 4],
  [412, 'PyMDE: Minimum-Distortion Embedding', 3, 'on', 1],
  [413, 'GaNDLF: Clinical Imaging', 3, 'off', 0, '00:00'],
  [508, 'MBRL-Lib: model-based RL research', 2, 'on', 2],
  [509, 'The Hugging Face Ecosystem', 2, 'on', 14],
  [510, 'Asteroid: Audio Source Separation', 2, 'off', 2, '16:30'],
  [511, 'Distributed PyTorch with Ray', 5, 'on', 2],
  [512, 'Avalanche: Continual Learning', 5, 'soon', 0, '16:00'],
  [513, 'OpenMMLab: Computer Vision', 5, 'on', 2],
  [608, 'rlstructures: RL Research', 2, 'off', 0, '00:30'],
  [609, 'MMF: multimodal research', 2, 'on', 1],
  [610, 'AllenNLP: An NLP research library', 2, 'on', 2],
  [611, 'Catalyst: Accelerated R&D', 5, 'on', 0],
  [612, 'carefree-learn: Tabular Datasets', 5, 'off', 0, '17:00'],
  [613, 'TorchDrift: Drift Detection', 5, 'on', 1],
];

export function mockPlan(): PlanView {
  const width = 39;
  const height = 33;
  const floor = new Uint8Array(width * height);
  const blocked = new Uint8Array(width * height);
  const fill = (into: Uint8Array, x: number, y: number, w: number, h: number, value: number): void => {
    for (let row = y; row < Math.min(height, y + h); row++)
      into.fill(value, row * width + x, row * width + x + w);
  };
  const booths = ROWS.map(([number, , topic], i): BoothView => {
    const x = COLUMNS[i % 6] ?? 0;
    const y = Math.floor(i / 6) * 7;
    fill(floor, x, y, 5, 7, topic + 1);
    fill(blocked, x, y, 5, 2, 1);
    return {
      number,
      topic,
      all: { x, y, w: 5, h: 7 },
      rug: { x, y: y + 2, w: 5, h: 3 },
      presenter: { x: x + 4, y: y + 3 },
      hasPoster: true,
    };
  });
  const furniture: FurnitureView[] = [
    { kind: 'plant', rect: { x: 18, y: 1, w: 1, h: 1 } },
    { kind: 'plant', rect: { x: 20, y: 1, w: 1, h: 1 } },
    { kind: 'bench', rect: { x: 18, y: 8, w: 2, h: 1 } },
    { kind: 'plant', rect: { x: 18, y: 21, w: 1, h: 1 } },
    { kind: 'table', rect: { x: 19, y: 22, w: 2, h: 1 } },
  ];
  return {
    width,
    height,
    floor,
    blocked,
    booths,
    furniture,
    tables: [],
    doors: [],
    signs: [
      { at: { x: 13, y: 12 }, letter: 'B', name: 'Vision', topic: 1, right: false },
      { at: { x: 21, y: 5 }, letter: 'D', name: 'Medical & health', topic: 3, right: true },
      { at: { x: 13, y: 19 }, letter: 'C', name: 'Language & RL', topic: 2, right: false },
      { at: { x: 21, y: 19 }, letter: 'F', name: 'Platforms & tools', topic: 5, right: true },
    ],
    aisleNumbers: [3, 4, 5, 6].map((aisle, i) => ({ at: { x: 18, y: i * 7 + 2 }, aisle })),
    stage: { x: 0, y: 0, w: 0, h: 0 },
    audience: { x: 0, y: 0, w: 0, h: 0 },
    foyer: { x: 0, y: 28, w: width, h: 5 },
  };
}

export function mockPosters(): PosterView[] {
  const portrait = [310, 412, 508, 612, 313, 609];
  return ROWS.map(([number, title, topic, lamp, visitors, next]) => ({
    number,
    title,
    topic,
    lamp,
    visitors,
    nextText: next ?? '',
    portrait: portrait.includes(number),
    thumbnailUrl: posterDataUrl(number, portrait.includes(number)),
    empty: number === 413,
    saved: [312, 509, 411].includes(number),
  }));
}

interface Extra {
  readonly presents?: boolean;
  readonly me?: boolean;
  readonly facing?: Facing;
  readonly look?: Partial<AvatarLook>;
  readonly say?: string;
  readonly emote?: string;
  readonly walking?: boolean;
  readonly talking?: boolean;
  readonly speaking?: boolean;
  readonly kept?: boolean;
  readonly affiliation?: string;
}
type Person = readonly [number, number, string, Extra?];
const UP = { facing: 1 as const };
const PRESENTS = { presents: true, facing: 2 as const };
const PLAIN = { beard: false, glasses: false };

const PEOPLE: readonly Person[] = [
  [146, 152, 'Hanna L.', PRESENTS],
  [60, 168, 'Bo', UP],
  [92, 174, 'Priya', UP],
  [302, 156, 'Teo M.', PRESENTS],
  [212, 166, 'Ada', UP],
  [242, 172, 'Ben', UP],
  [270, 166, 'Yuki', { ...UP, emote: '👏' }],
  [462, 164, 'Ola N.', { presents: true }],
  [724, 154, 'Dr. Sena K.', PRESENTS],
  [630, 168, 'Cyd', UP],
  [664, 174, 'Ravi', { ...UP, look: { wheelchair: true, hair: 'turban', hairColour: 2 } }],
  [884, 154, 'Inés P.', PRESENTS],
  [790, 172, 'Kofi', UP],
  [832, 166, 'Dot', UP],
  [974, 170, 'Lena', UP],
  [302, 380, 'Marek', PRESENTS],
  [220, 394, 'Eli', UP],
  [256, 400, 'Aiko', UP],
  [366, 398, 'Sam', { ...UP, say: 'I’ll wait for 16:00' }],
  [
    706,
    374,
    'Ingrid S.',
    {
      ...PRESENTS,
      speaking: true,
      talking: true,
      say: 'It fires first: see panel 3',
      look: { hair: 'bun', hairColour: 5, skin: 1, top: 'blazer', topColour: 3, glasses: true, beard: false },
    },
  ],
  [
    606,
    380,
    'Tomasz',
    {
      facing: 3,
      talking: true,
      look: { ...PLAIN, hair: 'crop', hairColour: 2, topColour: 4, top: 'hoodie', skin: 2 },
    },
  ],
  [
    652,
    410,
    'Amara Okafor',
    {
      ...UP,
      me: true,
      affiliation: 'Univ. of Lagos',
      look: { ...PLAIN, skin: 5, hair: 'curls', hairColour: 1, top: 'stripe', topColour: 2, legs: 1 },
    },
  ],
  [732, 448, 'Rafael', { ...UP, look: { hair: 'turban', hairColour: 4, skin: 4 } }],
  [704, 446, 'Fay', { ...UP, look: { ...PLAIN, hair: 'scarf', hairColour: 3, skin: 3 } }],
  [884, 388, 'Jun W.', { presents: true, emote: '👋' }],
  [86, 448, 'Noor', { facing: 3, walking: true }],
  [388, 452, 'Elif', { facing: 2, walking: true }],
  [846, 446, 'Piotr', { facing: 3, walking: true }],
  [1010, 226, 'Dana', { facing: 2, walking: true }],
  [428, 222, 'Wei', { facing: 3, walking: true }],
  [537, 548, 'Leo', { look: { hair: 'scarf', hairColour: 5, skin: 6 }, say: 'Demo next?' }],
  [503, 590, 'Fatou', { facing: 3 }],
  [571, 590, 'Gus', { facing: 2, look: { hair: 'short', hairColour: 3 } }],
  [537, 630, 'Ida', { ...UP, look: { hair: 'long', hairColour: 1, skin: 2 } }],
  [142, 604, 'Rosa', PRESENTS],
  [64, 622, 'Hal', UP],
  [306, 600, 'Clément', PRESENTS],
  [186, 608, 'Jo', { ...UP, kept: true }],
  [212, 604, 'Ana', { ...UP, kept: true }],
  [238, 608, 'P3', UP],
  [264, 604, 'P4', UP],
  [198, 624, 'P5', { facing: 3 }],
  [226, 622, 'P6', UP],
  [254, 626, 'P7', UP],
  [282, 622, 'P8', UP],
  [210, 642, 'P9', UP],
  [240, 644, 'P10', { facing: 3 }],
  [268, 642, 'P11', UP],
  [296, 644, 'P12', UP],
  [184, 640, 'P13', UP],
  [384, 626, 'Ira', UP],
  [424, 620, 'Abel', UP],
  [720, 604, 'Grace T.', PRESENTS],
  [632, 620, 'Ilse', UP],
  [1038, 602, 'Joy', PRESENTS],
  [944, 622, 'Kai', UP],
  [986, 618, 'Omar', UP],
  [302, 824, 'Sasha', PRESENTS],
  [462, 828, 'Pete', PRESENTS],
  [372, 842, 'Lou', UP],
  [720, 828, 'Kaisa', { presents: true }],
];

export function mockView(): SceneView {
  const circle = ['Leo', 'Fatou', 'Gus', 'Ida'];
  const visitors = PEOPLE.map(([x, y, name, extra = {}], i): VisitorView => {
    const look = { ...lookFromId((3 + i) * 7), ...extra.look };
    return {
      id: i + 1,
      x: x + DX,
      y: y + DY,
      facing: extra.facing ?? 0,
      walking: extra.walking ?? false,
      look: encodeLook(look),
      name,
      shortName: name,
      affiliation: extra.affiliation ?? '',
      me: extra.me ?? false,
      away: false,
      listMode: false,
      presents: extra.presents ?? false,
      keptInSight: extra.kept ?? false,
      talkingWithMe: extra.talking ?? false,
      speaking: extra.speaking ?? false,
      bubble: extra.say === undefined ? undefined : { text: extra.say, untilMs: Infinity },
      emote: extra.emote === undefined ? undefined : { emoji: extra.emote, untilMs: Infinity },
    };
  });
  const memberIds = visitors.filter((one) => circle.includes(one.name)).map((one) => one.id);
  return {
    visitors,
    circles: [{ x: 537 + DX, y: 590 + DY, rx: 50, ry: 50, memberIds }],
    path: null,
    focus: null,
    highlight: null,
    myBooth: 411,
  };
}

/** The middle of the mock's picture (1064 x 772). */
export const MOCK_CENTRE = { x: 532 + DX, y: 386 + DY };
