// The lamp over a booth, its number plate, and the little figure that counts visitors. Yellow is the lamp's alone.
// Runs on: the page's thread. Owns: nothing.

import type { LampState } from '../../model/scene_view';
import { fillBox, text } from './pen';
import type { Pen } from './pen';

function dome(g: CanvasRenderingContext2D, x: number, y: number): void {
  g.beginPath();
  g.moveTo(x - 9, y + 4);
  g.quadraticCurveTo(x - 9, y - 6, x, y - 6);
  g.quadraticCurveTo(x + 9, y - 6, x + 9, y + 4);
  g.closePath();
}

/** 18 x 19 around (x, y). Filled, half and outline: the state is a shape before it is a colour. */
export function drawLamp(pen: Pen, x: number, y: number, state: LampState): void {
  const { g, palette } = pen;
  const cord = palette.colour(state === 'off' ? 'hall-lamp-off' : 'hall-frame');
  fillBox(pen, cord, x - 1, y - 10, 2, 6);
  g.lineWidth = 1.5;
  dome(g, x, y);
  if (state === 'on') {
    g.fillStyle = palette.colour('lamp');
    g.fill();
    g.strokeStyle = palette.colour('on-lamp');
    g.stroke();
    g.beginPath();
    g.arc(x, y + 5, 4, 0, Math.PI);
    g.fillStyle = palette.colour('lamp-bulb');
    g.fill();
    g.stroke();
  } else if (state === 'soon') {
    g.save();
    g.clip();
    fillBox(pen, palette.colour('hall-wall'), x - 9, y - 6, 9, 12);
    fillBox(pen, palette.colour('lamp'), x, y - 6, 9, 12);
    g.restore();
    g.strokeStyle = palette.colour('hall-ink');
    dome(g, x, y);
    g.stroke();
  } else {
    g.strokeStyle = cord;
    g.stroke();
  }
}

export function plateWidth(number: number): number {
  return number > 999 ? 44 : 36;
}

export function drawPlate(pen: Pen, x: number, y: number, number: number, topic: number): void {
  const w = plateWidth(number);
  fillBox(pen, pen.palette.topic(topic), x, y, w, 20, 2);
  text(pen, String(number), x + w / 2, y + 10.5, {
    size: 14,
    weight: 700,
    colour: pen.palette.colour('on-topic'),
    align: 'center',
  });
}

export function drawFigure({ g }: Pen, x: number, y: number, colour: string): void {
  g.fillStyle = colour;
  g.beginPath();
  g.arc(x, y - 3, 3, 0, Math.PI * 2);
  g.fill();
  g.beginPath();
  g.moveTo(x - 5, y + 6);
  g.quadraticCurveTo(x - 5, y + 1, x, y + 1);
  g.quadraticCurveTo(x + 5, y + 1, x + 5, y + 6);
  g.fill();
}
