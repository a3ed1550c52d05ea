// A PDF of slides, for tests of whatever draws or serves it.
// Runs on: any thread (a pure function). Owns: nothing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace posterhall::tests {

/// A page for each text, 16:9, as small as one gets; an empty text is a page with a shape and no words.
[[nodiscard]] inline std::string slides_pdf(const std::vector<std::string>& texts) {
  std::string kids, pages;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto page = std::to_string(4 + 2 * i), content = std::to_string(5 + 2 * i);
    const std::string drawn =
        texts[i].empty() ? "0 0 200 100 re f\n" : "BT /F 60 Tf 60 200 Td (" + texts[i] + ") Tj ET\n";
    kids += page + " 0 R ";
    pages += page + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 960 540]/Contents " + content +
             " 0 R/Resources<</Font<</F 3 0 R>>>>>>endobj\n" + content + " 0 obj<</Length " +
             std::to_string(drawn.size()) + ">>stream\n" + drawn + "endstream endobj\n";
  }
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[" + kids + "]/Count " +
         std::to_string(texts.size()) + ">>endobj\n3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" +
         pages + "trailer<</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace posterhall::tests
