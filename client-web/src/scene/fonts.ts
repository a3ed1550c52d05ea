// The hall's text is baked into pictures: its letters must be there before.
// Runs on: the page's thread. Owns: nothing.

const FONT = '"Atkinson Hyperlegible Next Variable"';
const FONT_SAMPLE = 'Aż0';

/** Baked text would keep the fallback's letters: wait for ours, but never for long. */
export async function loadFonts(): Promise<void> {
  const weights = [400, 450, 600, 700, 800].map((weight) =>
    document.fonts.load(`${String(weight)} 14px ${FONT}`, FONT_SAMPLE),
  );
  const patience = new Promise((resolve) => setTimeout(resolve, 1500));
  await Promise.race([Promise.allSettled(weights), patience]);
}
