// All posters of the example, in the order of posters.csv.
import edge from './posters/edge.js';
import language from './posters/language.js';
import science from './posters/science.js';
import tools from './posters/tools.js';
import training from './posters/training.js';
import vision from './posters/vision.js';

const CATEGORIES = [
  ['Vision & multimodal', vision],
  ['Language & speech', language],
  ['Training at scale', training],
  ['Tools & experiments', tools],
  ['Health & science', science],
  ['Compilers & edge', edge],
];

const SHIFTS = ['exhibition-morning', 'exhibition-morning;exhibition-evening', 'exhibition-evening'];

/// Every poster with its file id (`omd26-A1`), booth, category and shifts.
export const posters = CATEGORIES.flatMap(([category, list]) =>
  list.map((poster, index) => ({
    ...poster,
    booth: poster.id,
    id: `omd26-${poster.id}`,
    category,
    // Two of three tend the morning, so that something is on when the example is moved to now.
    shifts: SHIFTS[index % 3],
  })),
);
