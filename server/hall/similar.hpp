// Which posters say much the same. A poster's words count by how often it says them and how few others do (TF-IDF;
// title and keywords three times); two posters are as alike as the cosine of the angle between their words. Nothing is
// asked of anybody, nothing is learned from who visits what. Runs on: the front thread (a value over immutable data).
// Owns: the words of all posters.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/catalogue.hpp"

namespace posterhall::hall {

struct SimilarPoster {
  PosterKey poster;
  double likeness = 0;             ///< over 0, at most 1
  std::vector<std::string> words;  ///< what makes them alike, at most three, the weightiest first
};

class SimilarPosters {
 public:
  explicit SimilarPosters(std::shared_ptr<const domain::Catalogue> catalogue);

  /// The most alike first; none that share next to nothing.
  [[nodiscard]] std::vector<SimilarPoster> of(PosterKey poster, std::size_t most) const;
  [[nodiscard]] const std::shared_ptr<const domain::Catalogue>& catalogue() const { return catalogue_; }

 private:
  struct Weight {
    std::uint32_t word = 0;
    double weight = 0;
  };
  struct Posting {
    std::uint32_t poster = 0;
    double weight = 0;
  };
  void weigh(const std::vector<std::unordered_map<std::uint32_t, double>>& counts);

  std::shared_ptr<const domain::Catalogue> catalogue_;
  std::vector<std::string> words_;
  std::vector<std::vector<Weight>> posters_;    ///< by index in the catalogue, the weightiest first
  std::vector<std::vector<Posting>> postings_;  ///< by word
};

}  // namespace posterhall::hall
