const WHEEL_FACTOR = 1.25;

/**
 * Zooms by wheel and by two fingers.
 * @param {HTMLElement} over the chart's plotting area
 * @param {(factor: number, centre: number) => void} zoom factor below 1 zooms in; centre 0 left to 1 right
 */
export function zoomGestures(over, zoom) {
  const place = (clientX) => {
    const { left, width } = over.getBoundingClientRect();
    return Math.min(1, Math.max(0, (clientX - left) / width));
  };
  over.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY > 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR, place(event.clientX));
  }, { passive: false });

  let distance = 0;
  const spread = ([a, b]) => Math.max(10, Math.abs(a.clientX - b.clientX));
  over.addEventListener("touchstart", ({ touches }) => {
    if (touches.length === 2) distance = spread(touches);
  }, { passive: true });
  over.addEventListener("touchmove", (event) => {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    const [a, b] = event.touches;
    zoom(distance / spread([a, b]), place((a.clientX + b.clientX) / 2));
    distance = spread([a, b]);
  }, { passive: false });
}
