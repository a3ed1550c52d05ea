// Files of the event by their hash: the catalogue and the floor plan for the model, addresses for pictures.

import type { Catalogue as WireCatalogue } from '../gen/posterhall/v1/catalogue_pb.js';
import type { FloorPlan, TileRect as WireRect, Tile as WireTile } from '../gen/posterhall/v1/plan_pb.js';
import { readMessage } from './wire';
import { NO_EVENT, topicLetter } from '../model/catalogue';
import type { CatalogueContent } from '../model/catalogue';
import type { FurnitureKind, PlanView, Tile, TileRect } from '../model/scene_view';

export interface HallFiles {
  readonly catalogue: CatalogueContent;
  readonly plan: PlanView;
}

async function load(path: string): Promise<Uint8Array> {
  const response = await fetch(path, { credentials: 'same-origin', signal: AbortSignal.timeout(20_000) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Throws when they cannot be had; both are immutable, so a second time costs nothing. */
export async function loadHall(catalogueHash: string, planHash: string): Promise<HallFiles> {
  const [catalogueBytes, planBytes] = await Promise.all([
    load(`/files/catalogue/${catalogueHash}`),
    load(`/files/plan/${planHash}`),
  ]);
  const wire = readMessage('Catalogue', catalogueBytes) as unknown as WireCatalogue;
  const catalogue: CatalogueContent = {
    event: wire.event ?? NO_EVENT,
    topics: wire.topics.map((topic) => topic.name),
    posters: wire.posters,
    sessions: wire.sessions,
    rooms: wire.rooms,
  };
  return {
    catalogue,
    plan: planView(readMessage('FloorPlan', planBytes) as unknown as FloorPlan, catalogue),
  };
}

const NO_RECT: TileRect = { x: 0, y: 0, w: 0, h: 0 };
const NO_TILE: Tile = { x: 0, y: 0 };
/** By FurnitureKind's number. */
const FURNITURE: readonly (FurnitureKind | null)[] = [null, 'bench', 'table', 'plant', 'help_desk'];

function rect(from: WireRect | undefined): TileRect {
  return from ? { x: from.x, y: from.y, w: from.w, h: from.h } : NO_RECT;
}

function tile(from: WireTile | undefined): Tile {
  return from ? { x: from.x, y: from.y } : NO_TILE;
}

export function planView(plan: FloorPlan, catalogue: CatalogueContent): PlanView {
  const hasPoster = new Set(catalogue.posters.map((poster) => poster.key));
  const rooms = new Map(catalogue.rooms.map((room) => [room.room, room.name]));
  return {
    width: plan.width,
    height: plan.height,
    floor: plan.floor,
    blocked: plan.blocked,
    booths: plan.booths.map((booth) => ({
      number: booth.number,
      topic: booth.topic,
      all: rect(booth.all),
      rug: rect(booth.rug),
      presenter: tile(booth.presenter),
      hasPoster: hasPoster.has(booth.poster),
    })),
    furniture: plan.furniture.flatMap((piece) => {
      const kind = FURNITURE[piece.kind];
      return kind ? [{ kind, rect: rect(piece.rect) }] : [];
    }),
    tables: plan.tables.map((table) => ({ table: rect(table.table), zone: rect(table.zone) })),
    doors: plan.doors.map((door) => ({
      room: door.room,
      name: rooms.get(door.room) ?? '',
      rect: rect(door.rect),
      front: tile(door.front),
    })),
    signs: plan.signs.map((sign) => ({
      at: tile(sign.at),
      letter: topicLetter(sign.topic),
      name: catalogue.topics[sign.topic] ?? '',
      topic: sign.topic,
      right: sign.pointsRight,
    })),
    aisleNumbers: plan.aisleNumbers.map((each) => ({ at: tile(each.at), aisle: each.aisle })),
    stage: rect(plan.stage),
    audience: rect(plan.audience),
    foyer: rect(plan.foyer),
  };
}
