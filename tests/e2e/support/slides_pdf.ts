// A PDF with a page for each word, as small as one gets.

export function slidesPdf(words: readonly string[]): Buffer {
  const pages = words.map((word, i) => {
    const page = 4 + 2 * i;
    const text = `BT /F 60 Tf 60 200 Td (${word}) Tj ET\n`;
    return {
      kid: `${page} 0 R`,
      objects:
        `${page} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 960 540]/Contents ${page + 1} 0 R` +
        `/Resources<</Font<</F 3 0 R>>>>>>endobj\n${page + 1} 0 obj<</Length ${text.length}>>stream\n${text}endstream endobj\n`,
    };
  });
  return Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n' +
      `2 0 obj<</Type/Pages/Kids[${pages.map((page) => page.kid).join(' ')}]/Count ${words.length}>>endobj\n` +
      '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n' +
      `${pages.map((page) => page.objects).join('')}trailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}
