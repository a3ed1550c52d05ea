// The camera as others may use it: whatever they ask, the picture is drawn again.
// Runs on: the page's thread. Owns: nothing.

import type { Camera } from '../model/camera';
import type { SceneCamera } from '../model/hall_picture';
import type { Point } from '../model/scene_view';

export class SceneCameraControl implements SceneCamera {
  constructor(
    private readonly camera_: Camera,
    private readonly changed_: () => void,
  ) {}

  get zoom(): number {
    return this.camera_.zoom;
  }
  get followsMe(): boolean {
    return this.camera_.followsMe;
  }
  canZoomIn(): boolean {
    return this.camera_.canZoomIn();
  }
  canZoomOut(): boolean {
    return this.camera_.canZoomOut();
  }
  zoomIn(): void {
    this.camera_.zoomIn();
    this.changed_();
  }
  zoomOut(): void {
    this.camera_.zoomOut();
    this.changed_();
  }
  setZoom(zoom: number): void {
    this.camera_.setZoom(zoom);
    this.changed_();
  }
  followMe(): void {
    this.camera_.followMe();
    this.changed_();
  }
  panBy(dx: number, dy: number): void {
    this.camera_.panBy(dx, dy);
    this.changed_();
  }
  centreOn(point: Point): void {
    this.camera_.centreOn(point);
    this.changed_();
  }
  fitHall(): void {
    this.camera_.fitHall();
    this.changed_();
  }
  viewRect(): { x: number; y: number; w: number; h: number } {
    return this.camera_.viewRect();
  }
  toScreen(point: Point): Point {
    return this.camera_.toScreen(point);
  }
}
