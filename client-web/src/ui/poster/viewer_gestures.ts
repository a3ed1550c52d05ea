// Mouse, touch and wheel over the poster's picture, told as pans and zooms.

export interface ViewerActions {
  /** Does a mouse that moves, or one finger, point? */
  pointing(): boolean;
  point(x: number, y: number): void;
  /** The mouse or the finger is gone. */
  lift(): void;
  pan(dx: number, dy: number): void;
  zoom(by: number, x: number, y: number): void;
}

export function gestures(frame: HTMLElement, actions: ViewerActions): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  const off = new AbortController();
  const on = { signal: off.signal };

  function at(event: MouseEvent): { x: number; y: number } {
    const box = frame.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  function spread(): { distance: number; x: number; y: number } {
    const [a, b] = [...pointers.values()];
    if (!a || !b) return { distance: 0, x: 0, y: 0 };
    return { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  }

  let finger = false;
  const byFinger = (event: PointerEvent): boolean =>
    actions.pointing() && event.pointerType === 'touch' && pointers.size === 1;
  function pointWith(event: PointerEvent): void {
    finger = event.pointerType === 'touch';
    const { x, y } = at(event);
    actions.point(x, y);
  }
  function liftFinger(): void {
    if (finger) actions.lift();
    finger = false;
  }

  frame.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || (event.target as Element).closest('button, a')) return;
      frame.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, at(event));
      if (byFinger(event)) pointWith(event);
      else if (pointers.size > 1) liftFinger();
    },
    on,
  );
  frame.addEventListener(
    'pointermove',
    (event) => {
      const last = pointers.get(event.pointerId);
      if (actions.pointing() && event.pointerType !== 'touch') pointWith(event);
      if (!last) return;
      const now = at(event);
      if (byFinger(event)) pointWith(event);
      else if (pointers.size === 1) actions.pan(now.x - last.x, now.y - last.y);
      const before = spread();
      pointers.set(event.pointerId, now);
      if (pointers.size === 2) {
        const after = spread();
        if (before.distance > 0) actions.zoom(after.distance / before.distance, after.x, after.y);
        actions.pan(after.x - before.x, after.y - before.y);
      }
    },
    on,
  );
  const end = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
    liftFinger();
  };
  frame.addEventListener(
    'pointerleave',
    (event) => {
      if (actions.pointing() && event.pointerType !== 'touch') actions.lift();
    },
    on,
  );
  frame.addEventListener('pointerup', end, on);
  frame.addEventListener('pointercancel', end, on);
  frame.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y } = at(event);
      const lines = event.deltaMode === 1 ? 24 : 1;
      actions.zoom(Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 120 : 480)), x, y);
    },
    { ...on, passive: false },
  );
  frame.addEventListener(
    'dblclick',
    (event) => {
      if ((event.target as Element).closest('button, a')) return;
      const { x, y } = at(event);
      actions.zoom(event.shiftKey ? 0.5 : 2, x, y);
    },
    on,
  );
  return () => off.abort();
}
